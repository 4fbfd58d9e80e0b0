// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/render/picture_export.h"

#include "app/desktop/document/design_document.h"
#include "app/desktop/look/svg_picture.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr double kLargestSide = 30'000;  // pixels; QPainter's own bound is 32,767
constexpr double kLargestArea = 400e6;   // 1.6 GB of memory
constexpr double kPointsPerInch = 72;
constexpr double kLargestPage = 14'400;  // points, the bound of the format

Error cannotWrite(const QString& path, const QString& why)
{
    return {path.toStdString(), why.toStdString(), "choose another folder or name"};
}

QColor backgroundOf(const PictureOptions& options)
{
    return options.transparent ? QColor{} : Theme::current().colour(QStringLiteral("canvas"));
}

Status writeSvg(const Drawing& drawing, QSaveFile& out, const PictureOptions& options)
{
    out.write(svgOf(drawing, backgroundOf(options)));
    return Done{};
}

Status writePdf(const Drawing& drawing, QSaveFile& out, const PictureOptions& options)
{
    const int resolution = pictureResolution();
    QSizeF page = drawing.size * kPointsPerInch / resolution;
    page *= std::min(1.0, kLargestPage / std::max(page.width(), page.height()));
    QPdfWriter writer{&out};
    writer.setTitle(drawing.title);
    writer.setCreator(QStringLiteral("Plimsoll"));
    // One unit of the page is one of the drawing, so that letters have the sizes they have in the window.
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize{page, QPageSize::Point, {}, QPageSize::ExactMatch});
    writer.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&writer))
        return cannotWrite(out.fileName(), out.errorString());
    const QRectF whole{QPointF{}, page * resolution / kPointsPerInch};
    if (const QColor background = backgroundOf(options); background.isValid())
        painter.fillRect(whole.adjusted(-1, -1, 1, 1), background);
    paintInto(painter, drawing, whole);
    return Done{};
}

Status writePng(const Drawing& drawing, QSaveFile& out, const PictureOptions& options)
{
    const QImage image = pictureOf(drawing, options);
    if (image.isNull())
        return Error{out.fileName().toStdString(), "the picture would be too large",
                     "choose a smaller scale, a part of the drawing, or SVG or PDF"};
    image.save(&out, "PNG");
    return Done{};
}

}  // namespace

QImage pictureOf(const Drawing& drawing, const PictureOptions& options)
{
    const ThemeForPaper theme{options.theme};
    const double scale = std::clamp(options.scale, 1, kLargestPictureScale);
    const QSizeF size = drawing.size * scale;
    if (drawing.isEmpty() || std::max(size.width(), size.height()) > kLargestSide
        || size.width() * size.height() > kLargestArea)
        return {};
    QImage image{QSize{qRound(drawing.size.width()), qRound(drawing.size.height())} * int(scale),
                 QImage::Format_ARGB32_Premultiplied};
    if (image.isNull())
        return image;
    const QColor background = backgroundOf(options);
    image.fill(background.isValid() ? background : QColor{Qt::transparent});
    QPainter painter{&image};
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    drawing.paint(painter);
    return image;
}

Status writePicture(const Drawing& drawing, const QString& path, const PictureOptions& options)
{
    if (drawing.isEmpty())
        return Error{path.toStdString(), "there is nothing to draw", "add a service first"};
    const QString suffix = QFileInfo{path}.suffix().toLower();
    const auto write = suffix == QLatin1String{"svg"}   ? writeSvg
                       : suffix == QLatin1String{"pdf"} ? writePdf
                       : suffix == QLatin1String{"png"} ? writePng
                                                        : nullptr;
    if (!write)
        return Error{path.toStdString(), "is no kind of picture this program writes",
                     "end the name in .svg, .png or .pdf"};
    const ThemeForPaper theme{options.theme};
    QSaveFile out{path};
    if (!out.open(QIODevice::WriteOnly))
        return cannotWrite(path, out.errorString());
    if (const Status written = write(drawing, out, options); !written)
        return written;
    return out.commit() ? Status{Done{}} : Status{cannotWrite(path, out.errorString())};
}

QString suggestedFile(const DesignDocument& document, const QString& suffix)
{
    const QFileInfo file{document.filePath()};
    QString name = file.completeBaseName();
    if (document.filePath().isEmpty()) {
        for (const QChar each : QString::fromStdString(document.design().title).toLower()) {
            if (each.isLetterOrNumber())
                name += each;
            else if (!name.isEmpty() && !name.endsWith(QLatin1Char{'-'}))
                name += QLatin1Char{'-'};
        }
        while (name.endsWith(QLatin1Char{'-'}))
            name.chop(1);
        name.truncate(60);
    }
    if (name.isEmpty())
        name = QStringLiteral("design");
    const QString folder = document.filePath().isEmpty() ? QString{} : file.path() + QLatin1Char{'/'};
    return folder + name + QLatin1Char{'.'} + suffix;
}

}  // namespace plimsoll
