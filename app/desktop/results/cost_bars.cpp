// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/cost_bars.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>

namespace plimsoll {

CostBars::CostBars(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    setAccessibleName(tr("Cost by component"));
}

void CostBars::setBill(const Bill* bill)
{
    m_rows.clear();
    m_total = bill ? bill->total : Money{};
    if (bill)
        for (const BillLine& line : bill->lines) {
            if (line.state != LineState::Priced)
                continue;
            const QString id = QString::fromStdString(line.component);
            const auto at =
                std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.id == id; });
            if (at != m_rows.end())
                at->amount += line.amount;
            else
                m_rows.push_back({id,
                                  QString::fromStdString(line.componentLabel.empty() ? line.component
                                                                                     : line.componentLabel),
                                  line.amount});
        }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row& a, const Row& b) { return a.amount > b.amount; });
    QStringList spoken;
    for (const Row& row : m_rows)
        spoken << row.label + u' ' + Format{}.money(row.amount);
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int CostBars::rowHeight() const
{
    return QFontMetrics{font()}.height() + 16;
}

QSize CostBars::sizeHint() const
{
    return {260, std::max<int>(1, static_cast<int>(m_rows.size())) * rowHeight() + 4};
}

void CostBars::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const Format format;
    const QFont strong = style::bold(font());
    const QFontMetrics metrics{font()};
    const QFontMetrics strongMetrics{strong};
    // A name that is cut costs more than the percents, which the bars show, too.
    constexpr int kPercent = 46, kGap = 12;
    const auto roomFor = [&](const Row& row, int percent) {
        return width() - percent - kGap - strongMetrics.horizontalAdvance(format.money(row.amount));
    };
    const int percentWidth =
        std::all_of(
            m_rows.begin(), m_rows.end(),
            [&](const Row& row) { return metrics.horizontalAdvance(row.label) <= roomFor(row, kPercent); })
            ? kPercent
            : 0;
    const double dearest = m_rows.empty() ? 1 : std::max(1e-9, m_rows.front().amount.dollars());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const int top = static_cast<int>(i) * rowHeight() + 2;
        const QRect line{0, top, width(), metrics.height()};
        const QString money = format.money(row.amount);
        const double share = m_total.nanodollars() > 0 ? row.amount.dollars() / m_total.dollars() : 0;
        const QString percent = format.percent(share);
        painter.setFont(strong);
        painter.setPen(style::colour("text"));
        painter.drawText(line.adjusted(0, 0, -percentWidth, 0), Qt::AlignRight | Qt::AlignVCenter, money);
        painter.setFont(font());
        const int room = roomFor(row, percentWidth);
        painter.drawText(QRect{line.topLeft(), QSize{room, line.height()}}, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(row.label, Qt::ElideRight, room));
        painter.setPen(style::colour("textMuted"));
        if (percentWidth > 0)
            painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, percent);
        QRectF bar{0, line.bottom() + 3.0, width() * 1.0, 6};
        painter.setPen(Qt::NoPen);
        painter.setBrush(style::colour("surfaceSunken"));
        painter.drawRoundedRect(bar, 3, 3);
        bar.setWidth(std::max(2.0, bar.width() * row.amount.dollars() / dearest));
        painter.setBrush(style::series(0));
        painter.drawRoundedRect(bar, std::min(3.0, bar.width() / 2), 3);
    }
}

void CostBars::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = event->pos().y() / rowHeight();
    if (row >= 0 && row < static_cast<int>(m_rows.size()))
        emit linkActivated(QStringLiteral("component:") + m_rows[static_cast<std::size_t>(row)].id);
}

}  // namespace plimsoll
