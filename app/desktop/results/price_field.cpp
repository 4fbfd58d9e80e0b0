// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/price_field.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"

#include <algorithm>

namespace plimsoll {

namespace {

QString basis(const Bill& bill, const Format& format)
{
    QStringList lines{PriceField::tr("%1, %2 h, %3 prices of %4")
                          .arg(coreText(bill.heading), format.number(bill.monthHours),
                               QString::fromStdString(bill.region),
                               QString::fromStdString(bill.priceBookDate))};
    if (bill.growthPerMonth.nanodollars() > 0)
        lines << PriceField::tr("grows by %1 each month").arg(format.money(bill.growthPerMonth));
    const auto unpriced = std::count_if(bill.lines.begin(), bill.lines.end(),
                                        [](const BillLine& line) { return line.state != LineState::Priced; });
    if (unpriced > 0)
        lines << PriceField::tr("%n line(s) without a price are not in the total", nullptr,
                                static_cast<int>(unpriced));
    return lines.join(u'\n');
}

}  // namespace

PriceField::PriceField(DesignDocument& document, RunSession& session, QWidget* parent)
    : QToolButton{parent}, m_document{document}, m_session{session}
{
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setAccessibleName(tr("Price per month"));
    connect(&m_session, &RunSession::estimated, this, &PriceField::refresh);
    connect(&m_session, &RunSession::finished, this, &PriceField::refresh);
    connect(&m_session, &RunSession::comparisonChanged, this, &PriceField::refresh);
    connect(&m_document, &DesignDocument::revisionChanged, this, &PriceField::refresh);
    connect(&m_document, &DesignDocument::currentScenarioChanged, this, &PriceField::refresh);
    connect(&Theme::current(), &Theme::changed, this, &PriceField::refresh);
    refresh();
}

void PriceField::refresh()
{
    const Format format;
    const RunResult* result = m_session.result();
    const LiveEstimate& estimate = m_session.estimate();
    const Bill* ran = result && result->bill && !m_session.isStale() ? &*result->bill : nullptr;
    const Bill* estimated = estimate.bill ? &*estimate.bill : nullptr;
    const Bill* shown = ran ? ran : estimated;
    const ComparedDesigns* compared = m_session.compared();
    QString tip;
    if (shown && compared && compared->alternatives) {
        showSides(*compared);
        return;
    }
    if (!shown) {
        setText(Format::none({}));
        tip = estimate.error.isEmpty() ? tr("No price yet") : tr("No price: %1").arg(estimate.error);
    } else {
        setText((ran ? tr("run %1/month") : tr("est. %1/month")).arg(format.money(shown->total)));
        tip = (ran ? tr("Per month, from what the last run metered")
                   : tr("Per month, estimated from average rates"))
              + u'\n' + basis(*shown, format);
        const Scenario* scenario = findScenario(m_document.design(), m_document.currentScenario());
        const bool over =
            scenario && scenario->monthlyBudgetUsd && shown->total.dollars() > *scenario->monthlyBudgetUsd;
        setStyleSheet(over ? QStringLiteral("QToolButton { font-weight: 600; color: %1; }")
                                 .arg(style::colour("danger").name())
                           : QStringLiteral("QToolButton { font-weight: 600; }"));
        if (over)
            tip += u'\n'
                   + tr("over the budget of %1")
                         .arg(format.money(Money::nanodollars(
                             static_cast<std::int64_t>(*scenario->monthlyBudgetUsd * 1e9))));
    }
    setToolTip(tip);
    setAccessibleDescription(text() + u' ' + tip);
    updateGeometry();
}

void PriceField::showSides(const ComparedDesigns& compared)
{
    // Of designs that stand for each other one is built: their sum is nobody's price.
    const Format format;
    QStringList prices, lines;
    const Scenario* scenario = findScenario(m_document.design(), m_document.currentScenario());
    bool over = false;
    for (const ComparedSide& side : compared.comparison.sides) {
        const QString price = format.money(side.bill.total);
        prices << price;
        lines << tr("%1: %2 a month").arg(QString::fromStdString(side.name), price);
        over = over
               || (scenario && scenario->monthlyBudgetUsd
                   && side.bill.total.dollars() > *scenario->monthlyBudgetUsd);
    }
    setText(tr("%1/month").arg(prices.join(tr(" or ", "between two prices"))));
    setStyleSheet(over ? QStringLiteral("QToolButton { font-weight: 600; color: %1; }")
                             .arg(style::colour("danger").name())
                       : QStringLiteral("QToolButton { font-weight: 600; }"));
    lines << (compared.simulated ? tr("From what runs of the sides metered")
                                 : tr("Estimated from average rates"));
    setToolTip(lines.join(u'\n'));
    setAccessibleDescription(text() + u' ' + toolTip());
    updateGeometry();
}

QSize PriceField::sizeHint() const
{
    // Wide enough for most prices, so that the toolbar does not jump with each edit.
    QSize size = QToolButton::sizeHint();
    size.setWidth(
        std::max(size.width(), fontMetrics().horizontalAdvance(QStringLiteral("est. $0,000/month")) + 30));
    return size;
}

}  // namespace plimsoll
