// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/stacked_bars.h"

#include "app/desktop/look/chart_style.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr int kBar = 9;

}  // namespace

StackedBars::StackedBars(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    setMouseTracking(true);
}

QColor StackedBars::inkOf(std::size_t part)
{
    return style::series(static_cast<int>(part));
}

void StackedBars::setFigure(const Figure& figure)
{
    m_figure = figure;
    setAccessibleName(figure.title);
    QStringList all;
    for (const Figure::Bar& bar : figure.bars)
        all << spoken(bar);
    setAccessibleDescription(all.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

void StackedBars::setHidden(const QStringList& parts)
{
    m_hidden = parts;
    update();
}

bool StackedBars::isShown(std::size_t part) const
{
    return !m_hidden.contains(m_figure.partNames.value(static_cast<qsizetype>(part)));
}

double StackedBars::sumOf(const Figure::Bar& bar) const
{
    double sum = 0;
    for (std::size_t part = 0; part < bar.parts.size(); ++part)
        if (isShown(part))
            sum += bar.parts[part];
    return sum;
}

QString StackedBars::spoken(const Figure::Bar& bar) const
{
    QStringList parts;
    for (std::size_t part = 0; part < bar.parts.size(); ++part)
        if (bar.parts[part] > 0)
            parts << QStringLiteral("%1 %2").arg(m_figure.partNames.value(static_cast<qsizetype>(part)),
                                                 upText(m_figure, bar.parts[part]));
    return QStringLiteral("%1: %2").arg(bar.label, parts.join(QStringLiteral(", ")));
}

int StackedBars::rowHeight() const
{
    return QFontMetrics{font()}.height() + kBar + 9;
}

QSize StackedBars::sizeHint() const
{
    return {300, std::max(1, static_cast<int>(m_figure.bars.size())) * rowHeight()};
}

const Figure::Bar* StackedBars::barAt(int y) const
{
    const auto row = static_cast<std::size_t>(std::max(0, y / rowHeight()));
    return row < m_figure.bars.size() ? &m_figure.bars[row] : nullptr;
}

void StackedBars::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics{font()};
    double largest = 0;
    for (const Figure::Bar& bar : m_figure.bars)
        largest = std::max(largest, sumOf(bar));
    int top = 0;
    for (const Figure::Bar& bar : m_figure.bars) {
        const QString value = upText(m_figure, sumOf(bar));
        const QRect line{0, top, width(), metrics.height()};
        painter.setPen(style::colour("text"));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, value);
        painter.drawText(
            line, Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(bar.label, Qt::ElideRight, width() - metrics.horizontalAdvance(value) - 10));
        const QRectF track{0, top + metrics.height() + 2.0, width() * 1.0, kBar};
        painter.setPen(Qt::NoPen);
        painter.setBrush(style::colour("surfaceSunken"));
        painter.drawRoundedRect(track, kBar / 2.0, kBar / 2.0);
        double left = 0;
        for (std::size_t part = 0; part < bar.parts.size(); ++part) {
            if (!isShown(part) || bar.parts[part] <= 0 || largest <= 0)
                continue;
            // What is there at all is seen.
            const double wide = std::max(1.5, track.width() * bar.parts[part] / largest);
            painter.setBrush(inkOf(part));
            painter.drawRect(QRectF{left, track.top(), wide, track.height()});
            left += wide;
        }
        top += rowHeight();
    }
}

bool StackedBars::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const Figure::Bar* bar = barAt(help->pos().y());
        QToolTip::showText(help->globalPos(), bar ? spoken(*bar) : QString{}, this);
        return true;
    }
    return QWidget::event(event);
}

void StackedBars::mouseReleaseEvent(QMouseEvent* event)
{
    const Figure::Bar* bar = barAt(event->pos().y());
    if (event->button() == Qt::LeftButton && bar && !bar->link.isEmpty())
        emit linkActivated(bar->link);
}

}  // namespace plimsoll
