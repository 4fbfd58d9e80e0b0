// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/render/picture_export.h"

#include "app/desktop/canvas/canvas_scene.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtSvg/QSvgGenerator>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr double kMargin = 24;
constexpr double kPictureScale = 2;
constexpr int kLargestSide = 16'000;  // pixels

/// A picture shows no selection; the user's comes back afterwards.
class WithoutSelection {
public:
    explicit WithoutSelection(CanvasScene& scene) : m_scene{scene}, m_selected{scene.selectedIds()}
    {
        scene.select({});
    }
    ~WithoutSelection() { m_scene.select(m_selected); }
    Q_DISABLE_COPY_MOVE(WithoutSelection)

private:
    CanvasScene& m_scene;
    QStringList m_selected;
};

QRectF framed(const CanvasScene& scene)
{
    return scene.contentRect().adjusted(-kMargin, -kMargin, kMargin, kMargin);
}

}  // namespace

QImage pictureOf(CanvasScene& scene)
{
    const WithoutSelection clean{scene};
    const QRectF content = framed(scene);
    const double scale = std::min(kPictureScale, kLargestSide / std::max(content.width(), content.height()));
    QImage image{(content.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied};
    image.fill(Qt::transparent);
    QPainter painter{&image};
    scene.render(&painter, {}, content);
    return image;
}

bool writePicture(CanvasScene& scene, const QString& path)
{
    const QRectF content = framed(scene);
    if (path.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive)) {
        const WithoutSelection clean{scene};
        QSvgGenerator generator;
        generator.setFileName(path);
        generator.setViewBox(QRectF{QPointF{}, content.size()});
        generator.setSize(content.size().toSize());
        generator.setTitle(QString::fromStdString(scene.document().design().title));
        QPainter painter;
        if (!painter.begin(&generator))
            return false;
        scene.render(&painter, QRectF{QPointF{}, content.size()}, content);
        return true;
    }
    if (path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)) {
        const WithoutSelection clean{scene};
        QPdfWriter writer{path};
        writer.setPageSize(QPageSize{content.size() * 0.75, QPageSize::Point});  // 96 to 72 dots per inch
        writer.setPageMargins({});
        QPainter painter;
        if (!painter.begin(&writer))
            return false;
        scene.render(&painter, {}, content);
        return true;
    }
    return pictureOf(scene).save(path);
}

}  // namespace plimsoll
