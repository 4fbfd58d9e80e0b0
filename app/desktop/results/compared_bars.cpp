// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/compared_bars.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtGui/QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll {

namespace {

constexpr int kBar = 7;
constexpr int kBarGap = 2;
constexpr int kBesideName = 10;
// A meter that costs less than this share of the dearest is not worth two bars.
constexpr double kLeastShare = 0.002;

QString signedMoney(Money amount, const Format& format)
{
    if (amount == Money{})
        return ComparedBars::tr("the same");
    return amount > Money{} ? u'+' + format.money(amount) : QChar{0x2212} + format.money(Money{} - amount);
}

}  // namespace

ComparedBars::ComparedBars(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    setAccessibleName(tr("Cost by meter, side by side"));
    setToolTip(tr("Click: how these numbers come about"));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
}

const ComparedLine* ComparedBars::lineOf(std::size_t row, const Comparison& comparison) const
{
    for (const ComparedLine& line : comparison.lines)
        if (row < m_rows.size() && line.meter == m_rows[row].meter)
            return &line;
    return nullptr;
}

QRect ComparedBars::rectOf(std::size_t row) const
{
    return {0, static_cast<int>(row) * rowHeight(), width(), rowHeight()};
}

void ComparedBars::ask(std::size_t row)
{
    if (row < m_rows.size())
        emit rowClicked(row, mapToGlobal(rectOf(row).bottomLeft()));
}

void ComparedBars::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        ask(static_cast<std::size_t>(event->pos().y() / rowHeight()));
}

void ComparedBars::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        m_chosen -= m_chosen > 0 ? 1 : 0;
        update();
        return;
    case Qt::Key_Down:
        m_chosen += m_chosen + 1 < m_rows.size() ? 1 : 0;
        update();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        ask(m_chosen);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void ComparedBars::setComparison(const Comparison& comparison)
{
    m_chosen = 0;
    m_rows.clear();
    m_largest = 0;
    const auto add = [&](Row row) {
        if (row.amounts.size() >= 2)
            row.difference = row.amounts[1] - row.amounts[0];
        m_rows.push_back(std::move(row));
    };
    for (const ComparedLine& line : comparison.lines)
        for (const std::optional<Money>& amount : line.amounts)
            m_largest = std::max(m_largest, amount.value_or(Money{}).dollars());
    for (const ComparedLine& line : comparison.lines) {
        Row row{.name = coreText(line.name), .meter = line.meter};
        double most = 0;
        for (const std::optional<Money>& amount : line.amounts) {
            row.amounts.push_back(amount.value_or(Money{}));
            most = std::max(most, row.amounts.back().dollars());
        }
        if (most >= kLeastShare * m_largest)
            add(std::move(row));
    }
    QStringList spoken;
    const Format format;
    for (const Row& row : m_rows)
        spoken << row.name + u' ' + signedMoney(row.difference, format);
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
    partNames();
    updateGeometry();
    update();
}

void ComparedBars::partNames()
{
    // In a narrow column names have a line of their own: the money beside them would cut them.
    const Format format;
    const QFontMetrics metrics{font()}, strong{style::bold(font())};
    const bool apart = std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return metrics.horizontalAdvance(row.name)
               > width() - strong.horizontalAdvance(signedMoney(row.difference, format)) - kBesideName;
    });
    if (std::exchange(m_namesApart, apart) != apart)
        updateGeometry();
}

void ComparedBars::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    partNames();
}

int ComparedBars::rowHeight() const
{
    const int sides = m_rows.empty() ? 2 : static_cast<int>(m_rows.front().amounts.size());
    const int bar = std::max(kBar + kBarGap, QFontMetrics{style::small(font())}.height());
    return QFontMetrics{font()}.height() * (m_namesApart ? 2 : 1) + 3 + sides * bar + 8;
}

QSize ComparedBars::sizeHint() const
{
    return {300, std::max(1, static_cast<int>(m_rows.size())) * rowHeight() + 4};
}

void ComparedBars::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const Format format;
    const QFont strong = style::bold(font());
    const QFont small = style::small(font());
    const QFontMetrics metrics{font()};
    const QFontMetrics smallMetrics{small};
    const int barStep = std::max(kBar + kBarGap, smallMetrics.height());
    int amountWidth = 0;
    for (const Row& row : m_rows)
        for (const Money amount : row.amounts)
            amountWidth = std::max(amountWidth, smallMetrics.horizontalAdvance(format.money(amount)));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        if (hasFocus() && i == m_chosen) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(style::colour("selection"));
            painter.drawRoundedRect(QRectF{rectOf(i)}.adjusted(0, 0, 0, -3), 4, 4);
        }
        const QRect named{0, static_cast<int>(i) * rowHeight() + 2, width(), metrics.height()};
        const QRect line = named.translated(0, m_namesApart ? metrics.height() : 0);
        const QString difference = signedMoney(row.difference, format);
        painter.setFont(strong);
        painter.setPen(style::colour(row.difference == Money{} ? "textMuted" : "text"));
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, difference);
        painter.setFont(font());
        painter.setPen(style::colour("text"));
        const int room =
            m_namesApart ? named.width()
                         : named.width() - QFontMetrics{strong}.horizontalAdvance(difference) - kBesideName;
        painter.drawText(named, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(row.name, Qt::ElideRight, room));
        for (std::size_t side = 0; side < row.amounts.size(); ++side) {
            const int top = line.bottom() + 3 + static_cast<int>(side) * barStep;
            QRectF bar{0, top + (barStep - kBar) / 2.0, width() - amountWidth - 10.0, kBar};
            painter.setPen(Qt::NoPen);
            painter.setBrush(style::colour("surfaceSunken"));
            painter.drawRoundedRect(bar, kBar / 2.0, kBar / 2.0);
            const double dollars = row.amounts[side].dollars();
            if (dollars > 0) {
                bar.setWidth(std::max<double>(kBar, bar.width() * dollars / std::max(1e-9, m_largest)));
                painter.setBrush(style::series(static_cast<int>(side)));
                painter.drawRoundedRect(bar, kBar / 2.0, kBar / 2.0);
            }
            painter.setFont(small);
            painter.setPen(style::colour("textMuted"));
            painter.drawText(QRect{0, top, width(), barStep}, Qt::AlignRight | Qt::AlignVCenter,
                             dollars > 0 ? format.money(row.amounts[side]) : QString{QChar{0x2013}});
        }
    }
}

CostCurves::CostCurves(QWidget* parent) : QWidget{parent}
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Cost a month against load"));
}

void CostCurves::setCrossover(const Crossover& crossover)
{
    m_crossover = crossover;
    setAccessibleDescription(coreText(crossover.text));
    setVisible(crossover.curve.size() >= 2);
    update();
}

void CostCurves::paintEvent(QPaintEvent*)
{
    const std::vector<CostAtLoad>& curve = m_crossover.curve;
    if (curve.size() < 2)
        return;
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont small = style::small(font());
    const QFontMetrics metrics{small};
    painter.setFont(small);
    const Format format;
    double least = 1e300;
    double most = 0;
    for (const CostAtLoad& at : curve)
        for (const Money cost : at.costs) {
            least = std::min(least, std::max(0.01, cost.dollars()));
            most = std::max(most, cost.dollars());
        }
    const double low = std::floor(std::log10(least));
    const double high = std::max(low + 1, std::ceil(std::log10(std::max(most, 0.1))));
    const double left = std::log10(std::max(1e-9, curve.front().recordsPerSecond));
    const double right = std::log10(std::max(1e-9, curve.back().recordsPerSecond));
    const auto dollars = [&](double power) { return format.roundMoney(std::pow(10, power)); };
    int scaleWidth = 0;
    for (double power = low; power <= high; ++power)
        scaleWidth = std::max(scaleWidth, metrics.horizontalAdvance(dollars(power)));
    const double top = metrics.height() / 2.0 + 2;  // half of the topmost label
    const QRectF plot{scaleWidth + 8.0, top, width() - scaleWidth - 16.0,
                      height() - 2.0 * metrics.height() - 6 - top};
    const auto x = [&](double rate) {
        return plot.left() + plot.width() * (std::log10(std::max(1e-9, rate)) - left) / (right - left);
    };
    const auto y = [&](double cost) {
        return plot.bottom() - plot.height() * (std::log10(std::max(0.01, cost)) - low) / (high - low);
    };
    // Every second decade where they would not fit.
    const double stride = plot.height() / (high - low) < metrics.height() + 2 ? 2 : 1;
    for (double power = low; power <= high; power += stride) {
        const double at = y(std::pow(10, power));
        painter.setPen(style::colour("border"));
        painter.drawLine(QPointF{plot.left(), at}, QPointF{plot.right(), at});
        painter.setPen(style::colour("textMuted"));
        painter.drawText(QRectF{0, at - metrics.height() / 2.0, scaleWidth * 1.0, metrics.height() * 1.0},
                         Qt::AlignRight | Qt::AlignVCenter, dollars(power));
    }
    painter.setPen(style::colour("textMuted"));
    double free = plot.left() - 4;
    for (double power = std::ceil(left); power <= right; ++power) {
        const QString text = format.quantity(std::pow(10, power));
        const double at = x(std::pow(10, power));
        const int wide = metrics.horizontalAdvance(text);
        if (at - wide / 2.0 < free || at + wide / 2.0 > width())
            continue;
        free = at + wide / 2.0 + 8;
        painter.drawText(QRectF{at - wide / 2.0, plot.bottom() + 3, wide + 1.0, metrics.height() * 1.0},
                         Qt::AlignCenter, text);
    }
    painter.drawText(QRectF{0, height() - metrics.height() * 1.0, width() * 1.0, metrics.height() * 1.0},
                     Qt::AlignHCenter | Qt::AlignVCenter, tr("records/s, cost a month"));

    const auto own = std::min_element(curve.begin(), curve.end(), [](const auto& a, const auto& b) {
        return std::fabs(std::log(a.factor)) < std::fabs(std::log(b.factor));
    });
    QPen dashed{style::colour("textMuted"), 1, Qt::DashLine};
    painter.setPen(dashed);
    const double here = x(own->recordsPerSecond / own->factor);
    painter.drawLine(QPointF{here, plot.top()}, QPointF{here, plot.bottom()});
    for (std::size_t side = 0; side < curve.front().costs.size(); ++side) {
        QPainterPath path;
        for (const CostAtLoad& at : curve) {
            const QPointF point{x(at.recordsPerSecond), y(at.costs[side].dollars())};
            // A path that has only been moved to still counts as empty.
            path.elementCount() == 0 ? path.moveTo(point) : path.lineTo(point);
        }
        painter.setPen(QPen{style::series(static_cast<int>(side)), 2});
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(path);
    }
    // What the dashed line and the rings stand at is written beside them, on the side that has room.
    const auto beside = [&](QPointF at, const QString& text, const char* ink) {
        constexpr double kAside = 7;
        const double wide = metrics.horizontalAdvance(text);
        const bool fits = at.x() + kAside + wide <= plot.right();
        painter.setPen(style::colour(ink));
        painter.drawText(QRectF{fits ? at.x() + kAside : at.x() - kAside - wide, at.y(), wide + 1.0,
                                metrics.height() * 1.0},
                         Qt::AlignLeft | Qt::AlignVCenter, text);
    };
    beside({here, plot.bottom() - metrics.height() - 2}, tr("now"), "textMuted");
    for (const CrossoverPoint& point : m_crossover.points) {
        painter.setPen(QPen{style::colour("text"), 1.5});
        painter.setBrush(style::colour("surface"));
        const QPointF at{x(point.at.recordsPerSecond), y(point.at.costs.front().dollars())};
        painter.drawEllipse(at, 4, 4);
        // Below the curves, which rise to the right.
        beside(at + QPointF{0, 2}, format.rate(point.at.recordsPerSecond), "text");
    }
}

}  // namespace plimsoll
