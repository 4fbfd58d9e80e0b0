// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/waterfall.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/bars.h"

#include <QtGui/QHelpEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QToolTip>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr double kNanosPerMilli = 1e6;
constexpr int kGap = 12;
constexpr int kMostNameWidth = 180;

}  // namespace

Waterfall::Waterfall(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Waterfall::setTrace(const RunReport& report, const RequestTrace& trace)
{
    m_rows.clear();
    m_total = static_cast<double>(trace.totalNanos) / kNanosPerMilli;
    for (const TraceSegment& segment : trace.segments) {
        // A component that is met again, as by a retry, keeps its row.
        auto row = std::find_if(m_rows.begin(), m_rows.end(),
                                [&](const Row& each) { return each.component == segment.component; });
        if (row == m_rows.end()) {
            const ComponentReport* component = findComponent(report, segment.component);
            const std::string& name =
                component && !component->label.empty() ? component->label : segment.component;
            row = m_rows.insert(m_rows.end(), Row{segment.component, QString::fromStdString(name), 0, {}});
        }
        const Bar bar{segment.part, static_cast<double>(segment.fromNanos) / kNanosPerMilli,
                      static_cast<double>(segment.toNanos) / kNanosPerMilli};
        row->total += bar.to - bar.from;
        row->bars.push_back(bar);
        m_total = std::max(m_total, bar.to);
    }
    QStringList spoken;
    const Format format;
    for (const Row& row : m_rows)
        spoken << row.name + u' ' + format.millis(row.total);
    setAccessibleName(tr("The way of one message"));
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QStringList Waterfall::rowNames() const
{
    QStringList names;
    for (const Row& row : m_rows)
        names << row.name;
    return names;
}

int Waterfall::rowHeight() const
{
    return std::max(20, QFontMetrics{font()}.height() + 8);
}

int Waterfall::namesWidth() const
{
    int widest = 0;
    for (const Row& row : m_rows)
        widest = std::max(widest, QFontMetrics{font()}.horizontalAdvance(row.name));
    // A pixel to spare: a name as wide as its box would be cut.
    return std::min({widest + 2, kMostNameWidth, width() / 3});
}

int Waterfall::timesWidth() const
{
    int widest = 0;
    for (const Row& row : m_rows)
        widest =
            std::max(widest, QFontMetrics{style::bold(font())}.horizontalAdvance(Format{}.millis(row.total)));
    return widest + 2;
}

QRectF Waterfall::plot() const
{
    const double left = namesWidth() + kGap;
    return {left, 0, std::max(40.0, width() - left - timesWidth() - kGap),
            static_cast<double>(m_rows.size()) * rowHeight()};
}

QSize Waterfall::sizeHint() const
{
    return {420,
            static_cast<int>(m_rows.size()) * rowHeight() + QFontMetrics{style::small(font())}.height() + 8};
}

void Waterfall::paintEvent(QPaintEvent*)
{
    if (m_rows.empty() || m_total <= 0)
        return;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const Format format;
    const QRectF area = plot();
    const auto x = [&](double millis) { return area.left() + area.width() * millis / m_total; };

    // Round times below, as many as have room beside each other.
    const QFont small = style::small(font());
    const QFontMetrics smallMetrics{small};
    const style::Scale scale = style::roundScale(m_total);
    const double step = scale.maximum / std::max(1, scale.ticks - 1);
    double labelled = -1;
    painter.setFont(small);
    for (int i = 0; i * step <= m_total * 1.0001; ++i) {
        const double at = std::min(i * step, m_total);
        painter.setPen(QPen{style::colour("border"), 1});
        painter.drawLine(QPointF{x(at), area.top()}, QPointF{x(at), area.bottom() + 3});
        const QString text = format.millis(at);
        const double wide = smallMetrics.horizontalAdvance(text);
        const double left = std::clamp(x(at) - wide / 2, area.left(), area.right() - wide);
        if (left < labelled)
            continue;
        labelled = left + wide + 10;
        painter.setPen(style::colour("textMuted"));
        painter.drawText(QPointF{left, area.bottom() + 5 + smallMetrics.ascent()}, text);
    }

    const QFontMetrics metrics{font()};
    for (std::size_t at = 0; at < m_rows.size(); ++at) {
        const Row& row = m_rows[at];
        const QRectF line{0, static_cast<double>(at) * rowHeight(), width() * 1.0, rowHeight() * 1.0};
        painter.setFont(font());
        painter.setPen(style::colour("text"));
        painter.drawText(QRectF{0, line.top(), namesWidth() + 1.0, line.height()},
                         Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(row.name, Qt::ElideRight, namesWidth()));
        painter.setPen(Qt::NoPen);
        for (const Bar& bar : row.bars) {
            painter.setBrush(style::part(bar.part));
            // What took no visible time is still a stop on the way.
            const double wide = std::max(2.0, x(bar.to) - x(bar.from));
            const double left = std::min(x(bar.from), area.right() - wide);
            painter.drawRect(QRectF{left, line.top() + 4, wide, line.height() - 8});
        }
        painter.setFont(style::bold(font()));
        painter.setPen(style::colour("text"));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, format.millis(row.total));
    }
}

bool Waterfall::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const Format format;
    const std::size_t at = static_cast<std::size_t>(std::max(0, help->pos().y() / rowHeight()));
    QStringList lines;
    if (at < m_rows.size()) {
        lines << m_rows[at].name;
        for (const Bar& bar : m_rows[at].bars)
            lines << tr("%1 %2, from %3")
                         .arg(partName(bar.part), format.millis(bar.to - bar.from), format.millis(bar.from));
    }
    if (lines.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
    return true;
}

}  // namespace plimsoll
