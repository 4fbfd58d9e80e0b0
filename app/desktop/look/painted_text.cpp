// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/look/painted_text.h"

#include <QtCore/QCache>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPaintEngine>
#include <QtGui/QPainter>
#include <QtGui/QStaticText>

#include <cmath>
#include <utility>

namespace plimsoll {

namespace {

constexpr int kMostLines = 6'000;

using LineKey = std::pair<QFont, QString>;

QCache<LineKey, double>& widths()
{
    static QCache<LineKey, double> cache{kMostLines};
    return cache;
}

QCache<std::pair<LineKey, int>, QStaticText>& layouts()
{
    static QCache<std::pair<LineKey, int>, QStaticText> cache{kMostLines};
    return cache;
}

/// The text laid out once, cut to that many pixels.
QStaticText& layoutOf(const QString& text, const QFont& font, double room)
{
    const std::pair key{LineKey{font, text}, static_cast<int>(room * 4)};
    if (QStaticText* known = layouts().object(key))
        return *known;
    const QString shown =
        widthOf(text, font) <= room ? text : QFontMetricsF{font}.elidedText(text, Qt::ElideRight, room);
    auto* layout = new QStaticText{shown};
    layout->setTextFormat(Qt::PlainText);
    layout->setPerformanceHint(QStaticText::AggressiveCaching);
    layout->prepare({}, font);
    layouts().insert(key, layout);
    return *layout;
}

}  // namespace

double widthOf(const QString& text, const QFont& font)
{
    LineKey key{font, text};
    if (const double* known = widths().object(key))
        return *known;
    const double width = QFontMetricsF{font}.horizontalAdvance(text);
    widths().insert(std::move(key), new double{width});
    return width;
}

void paintLine(QPainter& painter, const QRectF& rect, const QString& text, Qt::Alignment alignment)
{
    if (text.isEmpty())
        return;
    const QFont font = painter.font();
    const QPaintEngine* engine = painter.paintEngine();
    if (!engine || engine->type() != QPaintEngine::Raster) {
        // Files keep text as text, laid out for their own resolution.
        painter.drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                         QFontMetricsF{font}.elidedText(text, Qt::ElideRight, rect.width()));
        return;
    }
    QStaticText& layout = layoutOf(text, font, rect.width());
    const QSizeF size = layout.size();
    const double spare = rect.width() - size.width();
    const double left = alignment & Qt::AlignRight ? spare : alignment & Qt::AlignHCenter ? spare / 2 : 0;
    painter.drawStaticText(rect.topLeft() + QPointF{left, (rect.height() - size.height()) / 2}, layout);
}

}  // namespace plimsoll
