// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/picture_export.h"

#include "app/desktop/canvas/canvas_scene.h"

#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtSvg/QSvgGenerator>

namespace plimsoll {

namespace {

constexpr double kMargin = 24;
constexpr double kPictureScale = 2;
constexpr int kLargestSide = 16'000; // pixels

} // namespace

bool writePicture(CanvasScene& scene, const QString& path)
{
    const QRectF content = scene.contentRect().adjusted(-kMargin, -kMargin, kMargin, kMargin);
    const QStringList selected = scene.selectedIds();
    scene.select({}); // a picture shows no selection
    bool written = false;
    if (path.endsWith(QStringLiteral(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator generator;
        generator.setFileName(path);
        generator.setViewBox(QRectF{QPointF{}, content.size()});
        generator.setSize(content.size().toSize());
        generator.setTitle(QString::fromStdString(scene.document().design().title));
        QPainter painter;
        written = painter.begin(&generator);
        if (written)
            scene.render(&painter, QRectF{QPointF{}, content.size()}, content);
    } else if (path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)) {
        QPdfWriter writer{path};
        writer.setPageSize(QPageSize{content.size() * 0.75, QPageSize::Point}); // 96 to 72 dots per inch
        writer.setPageMargins({});
        QPainter painter;
        written = painter.begin(&writer);
        if (written)
            scene.render(&painter, {}, content);
    } else {
        const double scale = std::min(kPictureScale, kLargestSide / std::max(content.width(), content.height()));
        QImage image{(content.size() * scale).toSize(), QImage::Format_ARGB32_Premultiplied};
        image.fill(Qt::transparent);
        QPainter painter{&image};
        scene.render(&painter, {}, content);
        painter.end();
        written = image.save(path);
    }
    scene.select(selected);
    return written;
}

} // namespace plimsoll
