// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/render/picture_export.h"

#include "app/desktop/document/design_document.h"
#include "app/desktop/look/svg_picture.h"
#include "app/desktop/render/write_error.h"

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

/// "Orders, peak" as a part of a file's name: "orders-peak".
QString plainName(const QString& title)
{
    QString name;
    for (const QChar each : title.toLower()) {
        if (each.isLetterOrNumber())
            name += each;
        else if (!name.isEmpty() && !name.endsWith(QLatin1Char{'-'}))
            name += QLatin1Char{'-'};
    }
    while (name.endsWith(QLatin1Char{'-'}))
        name.chop(1);
    return name.left(60);
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

/// One page for each drawing, each as large as its drawing.
Status writePdf(const std::vector<Drawing>& drawings, QSaveFile& out, const PictureOptions& options)
{
    const int resolution = pictureResolution();
    const auto pageOf = [&](const Drawing& drawing) {
        QSizeF page = drawing.size * kPointsPerInch / resolution;
        return page * std::min(1.0, kLargestPage / std::max(page.width(), page.height()));
    };
    QPdfWriter writer{&out};
    writer.setTitle(drawings.front().title);
    writer.setCreator(QStringLiteral("Plimsoll"));
    // One unit of the page is one of the drawing, so that letters have the sizes they have in the window.
    writer.setResolution(resolution);
    writer.setPageMargins({});
    QPainter painter;
    for (const Drawing& drawing : drawings) {
        const QSizeF page = pageOf(drawing);
        writer.setPageSize(QPageSize{page, QPageSize::Point, {}, QPageSize::ExactMatch});
        if (painter.isActive() ? !writer.newPage() : !painter.begin(&writer))
            return cannotWrite(out.fileName(), out.errorString());
        const QRectF whole{QPointF{}, page * resolution / kPointsPerInch};
        if (const QColor background = backgroundOf(options); background.isValid())
            painter.fillRect(whole.adjusted(-1, -1, 1, 1), background);
        paintInto(painter, drawing, whole);
    }
    return Done{};
}

Status writePdf(const Drawing& drawing, QSaveFile& out, const PictureOptions& options)
{
    return writePdf(std::vector<Drawing>{drawing}, out, options);
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
    using Writer = Status (*)(const Drawing&, QSaveFile&, const PictureOptions&);
    const Writer write = suffix == QLatin1String{"svg"}   ? writeSvg
                         : suffix == QLatin1String{"pdf"} ? static_cast<Writer>(writePdf)
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

Result<QStringList> writePictures(const std::vector<Drawing>& pages, const QString& path,
                                  const PictureOptions& options)
{
    const QFileInfo file{path};
    if (pages.size() < 2 || file.suffix().toLower() == QLatin1String{"pdf"}) {
        const Drawing none;
        if (pages.size() < 2) {
            if (const Status written = writePicture(pages.empty() ? none : pages.front(), path, options);
                !written)
                return written.error();
            return QStringList{path};
        }
        const ThemeForPaper theme{options.theme};
        QSaveFile out{path};
        if (!out.open(QIODevice::WriteOnly))
            return cannotWrite(path, out.errorString());
        if (const Status written = writePdf(pages, out, options); !written)
            return written.error();
        if (!out.commit())
            return cannotWrite(path, out.errorString());
        return QStringList{path};
    }
    QStringList files;
    for (const Drawing& page : pages) {
        QString title = plainName(page.title);
        // Two pages of one name are two files.
        const auto named = [&](const QString& name) {
            return file.path() + QLatin1Char{'/'} + file.completeBaseName() + QLatin1Char{'-'} + name
                   + QLatin1Char{'.'} + file.suffix();
        };
        for (int number = 2; title.isEmpty() || files.contains(named(title)); ++number)
            title = plainName(page.title + QLatin1Char{' '} + QString::number(number));
        if (const Status written = writePicture(page, named(title), options); !written)
            return written.error();
        files.append(named(title));
    }
    return files;
}

QString suggestedFile(const DesignDocument& document, const QString& suffix)
{
    const QFileInfo file{document.filePath()};
    QString name = document.filePath().isEmpty() ? plainName(QString::fromStdString(document.design().title))
                                                 : file.completeBaseName();
    if (name.isEmpty())
        name = QStringLiteral("design");
    const QString folder = document.filePath().isEmpty() ? QString{} : file.path() + QLatin1Char{'/'};
    return folder + name + QLatin1Char{'.'} + suffix;
}

}  // namespace plimsoll
