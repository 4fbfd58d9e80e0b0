// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/look/svg_picture.h"

#include <QtCore/QBuffer>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtGui/QScreen>
#include <QtSvg/QSvgGenerator>

namespace plimsoll {

int pictureResolution()
{
    const QScreen* screen = QGuiApplication::primaryScreen();
    return screen ? qRound(screen->logicalDotsPerInch()) : 96;
}

QByteArray svgPicture(QSizeF size, const QString& title, const QColor& background,
                      const std::function<void(QPainter&)>& paint)
{
    QByteArray svg;
    QBuffer buffer{&svg};
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    // Points become pixels by this; the generator's own 72 would make all letters three quarters of their size.
    generator.setResolution(pictureResolution());
    generator.setViewBox(QRectF{QPointF{}, size});
    generator.setSize(size.toSize());
    generator.setTitle(title);
    QPainter painter;
    if (!painter.begin(&generator))
        return {};
    painter.setRenderHint(QPainter::Antialiasing);
    if (background.isValid())
        painter.fillRect(QRectF{QPointF{}, size}, background);
    paint(painter);
    painter.end();
    buffer.close();
    // The generator names one family; a reader without it shall not get a serif.
    svg.replace("font-family=\"Inter\"",
                "font-family=\"Inter, 'DejaVu Sans', 'Helvetica Neue', Arial, sans-serif\"");
    return svg;
}

}  // namespace plimsoll
