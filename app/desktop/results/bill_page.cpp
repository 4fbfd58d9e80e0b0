// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/bill_page.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/ink_delegate.h"
#include "app/desktop/widgets/scroll_column.h"

#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

namespace plimsoll {

namespace {

enum LineColumn { Item, Quantity, Unit, Amount, Source, ColumnCount };
constexpr int kBetween = 6;  // columns
enum Role { IdRole = Qt::UserRole, UrlRole, FieldRole };

void setSource(QTreeWidgetItem& row, const std::string& source, Evidence evidence)
{
    if (source.empty())
        return;
    // The name of a host says nothing, and its words would take the room of what is billed.
    row.setText(Source, isUrl(source) ? BillPage::tr("web page") : sourceName(source));
    row.setToolTip(Source, coreText(source));
    if (evidence == Evidence::Assumption)
        row.setForeground(Source, style::colour("warn"));
    else if (isUrl(source)) {
        row.setForeground(Source, style::colour("info"));
        row.setData(Source, UrlRole, urlOf(source));
    } else {
        row.setForeground(Source, style::colour("textMuted"));
    }
}

/// The arithmetic of a line, as rows of the same table.
QTreeWidgetItem* derivationRow(const Derivation& derivation, const Format& format, const FieldFinder& fields)
{
    auto* row = new QTreeWidgetItem;
    row->setText(Item,
                 coreText(derivation.name)
                     + (derivation.formula.empty() ? QString{}
                                                   : QStringLiteral("  =  ") + coreText(derivation.formula)));
    row->setToolTip(Item, row->text(Item));
    const QString unit = QString::fromStdString(derivation.unit);
    if (unit == QLatin1String{"USD"}) {
        row->setText(Amount, format.value(derivation.value, unit));
    } else if (unit.startsWith(QLatin1String{"USD"})) {
        row->setText(Quantity, format.unitPrice(derivation.value));
        row->setText(Unit, unit.mid(3));
    } else {
        row->setText(Quantity, format.quantity(derivation.value));
        row->setText(Unit, coreText(derivation.unit));
    }
    for (const int column : {static_cast<int>(Item), static_cast<int>(Quantity), static_cast<int>(Unit),
                             static_cast<int>(Amount)})
        row->setForeground(column, style::colour("textMuted"));
    row->setTextAlignment(Quantity, Qt::AlignRight | Qt::AlignVCenter);
    row->setTextAlignment(Amount, Qt::AlignRight | Qt::AlignVCenter);
    if (derivation.evidence == Evidence::Assumption && derivation.source.empty()) {
        row->setText(Source, BillPage::tr("assumption"));
        row->setForeground(Source, style::colour("warn"));
    }
    setSource(*row, derivation.source, derivation.evidence);
    if (const QString field = fields ? fields(derivation) : QString{}; !field.isEmpty()) {
        row->setData(Quantity, FieldRole, field);
        row->setForeground(Quantity, style::colour("info"));
        QFont font = row->font(Quantity);
        font.setUnderline(true);
        row->setFont(Quantity, font);
        row->setToolTip(Quantity, BillPage::tr("Click to change it"));
    }
    for (const Derivation& input : derivation.inputs)
        row->addChild(derivationRow(input, format, fields));
    return row;
}

std::string priceSource(const Derivation& derivation)
{
    if (isUrl(derivation.source))
        return derivation.source;
    // Quantities come before prices, and their sources are about quotas and sizes.
    for (auto input = derivation.inputs.rbegin(); input != derivation.inputs.rend(); ++input)
        if (std::string source = priceSource(*input); !source.empty())
            return source;
    return {};
}

QTreeWidgetItem* lineRow(const BillLine& line, const Format& format, const FieldFinder& fields)
{
    auto* row = new QTreeWidgetItem;
    row->setText(Item, coreText(line.name.empty() ? line.meter : line.name));
    row->setToolTip(Item, row->text(Item));
    row->setText(Quantity, format.quantity(line.quantity));
    row->setText(Unit, coreText(line.unit));
    if (!line.place.empty())
        row->setToolTip(Item, row->text(Item) + u'\n'
                                  + BillPage::tr("Metered in %1").arg(QString::fromStdString(line.place)));
    row->setTextAlignment(Quantity, Qt::AlignRight | Qt::AlignVCenter);
    row->setTextAlignment(Amount, Qt::AlignRight | Qt::AlignVCenter);
    switch (line.state) {
    case LineState::Priced:
        row->setText(Amount, format.exactMoney(line.amount));
        break;
    case LineState::Unpriced:
        row->setText(Amount, BillPage::tr("no price"));
        break;
    case LineState::LeftOutByNote:
        row->setText(Amount, BillPage::tr("left out by the note"));
        break;
    }
    if (line.state != LineState::Priced) {
        for (int column = 0; column < ColumnCount; ++column)
            row->setForeground(column, style::colour("textMuted"));
        row->setForeground(Amount, style::colour("warn"));
        row->setToolTip(Amount,
                        line.state == LineState::Unpriced
                            ? BillPage::tr("This price book has no price for it, so it is not in the total.")
                            : BillPage::tr("The study note does not count it, so it is not in the total."));
    }
    if (line.isUncertain) {
        row->setForeground(Amount, style::colour("warn"));
        row->setToolTip(Amount,
                        BillPage::tr("Only third parties quote this price: check it before relying on it."));
    }
    setSource(*row, priceSource(line.derivation),
              line.isUncertain ? Evidence::Assumption : Evidence::Documented);
    if (line.growthPerMonth.nanodollars() > 0) {
        auto* growth = new QTreeWidgetItem{row};
        growth->setText(Item, BillPage::tr("grows each month"));
        growth->setText(Amount, QStringLiteral("+") + format.exactMoney(line.growthPerMonth));
        growth->setTextAlignment(Amount, Qt::AlignRight | Qt::AlignVCenter);
        growth->setForeground(Amount, style::colour("warn"));
        if (line.monthEndQuantity) {
            growth->setText(Quantity,
                            BillPage::tr("%1 at month end").arg(format.quantity(*line.monthEndQuantity)));
            growth->setTextAlignment(Quantity, Qt::AlignRight | Qt::AlignVCenter);
            growth->setText(Unit, coreText(line.unit));
        }
    }
    for (const Derivation& part : line.ofWhich) {
        QTreeWidgetItem* child = derivationRow(part, format, fields);
        child->setText(Item, BillPage::tr("of which %1").arg(child->text(Item)));
        row->addChild(child);
    }
    if (!line.derivation.name.empty())
        row->addChild(derivationRow(line.derivation, format, fields));
    return row;
}

}  // namespace

BillPage::BillPage(QWidget* parent)
    : QWidget{parent},
      m_heading{new QLabel{this}},
      m_total{new QLabel{this}},
      m_growth{new QLabel{this}},
      m_tree{new QTreeWidget{this}},
      m_bars{new CostBars}
{
    m_tree->setColumnCount(ColumnCount);
    m_tree->setHeaderLabels({tr("Item"), tr("Quantity"), tr("Unit"), tr("Amount"), tr("Source")});
    m_tree->headerItem()->setToolTip(Quantity, tr("How much of it a month has"));
    m_tree->headerItem()->setToolTip(Source, tr("Where the price stands"));
    m_tree->headerItem()->setTextAlignment(Quantity, Qt::AlignRight | Qt::AlignVCenter);
    m_tree->headerItem()->setTextAlignment(Amount, Qt::AlignRight | Qt::AlignVCenter);
    m_tree->setRootIsDecorated(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setIndentation(16);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setAccessibleName(tr("Bill lines"));
    m_tree->setStyleSheet(QStringLiteral("QTreeView { border: none; }"));
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->moveSection(Amount, Quantity);  // what it costs comes first
    m_tree->setItemDelegate(new InkDelegate{m_tree});
    m_total->setProperty("role", "title");
    m_heading->setProperty("role", "muted");
    m_heading->setWordWrap(true);
    // In a column that scrolls a label that wraps is not asked how high it is at its width.
    constexpr int kMostHeadingLines = 4;
    m_heading->setMinimumHeight(kMostHeadingLines * m_heading->fontMetrics().lineSpacing());
    m_heading->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_growth->setWordWrap(true);

    // All of it scrolls: what the bill is of may take more lines than a small window has.
    auto* side = new ScrollColumn;
    auto* content = new QWidget;
    auto* sideLayout = new QVBoxLayout{content};
    sideLayout->setContentsMargins(14, 10, 14, 8);
    sideLayout->setSpacing(4);
    sideLayout->addWidget(m_total);
    sideLayout->addWidget(m_heading);
    sideLayout->addWidget(m_growth);
    sideLayout->addSpacing(8);
    sideLayout->addWidget(m_bars, 1);
    side->setWidget(content);
    side->setMinimumWidth(220);
    side->setMaximumWidth(320);

    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(side, 1);
    layout->addWidget(m_tree, 3);

    m_tree->viewport()->installEventFilter(this);
    connect(m_bars, &CostBars::linkActivated, this, &BillPage::linkActivated);
    connect(m_tree, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* row, int column) {
        if (const QString field = row->data(column, FieldRole).toString(); !field.isEmpty())
            emit linkActivated(field);
        if (const QString url = row->data(column, UrlRole).toString(); column == Source && !url.isEmpty())
            QDesktopServices::openUrl(QUrl{url});
    });
    connect(m_tree, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* row) {
        if (const QString id = row->data(Item, IdRole).toString(); !id.isEmpty())
            emit linkActivated(QStringLiteral("component:") + id);
    });
}

void BillPage::setBill(const Bill* bill, const QString& error, const StatedInterval& total)
{
    m_tree->clear();
    m_bars->setBill(bill);
    const Format format;
    if (!bill) {
        m_total->setText(Format::none({}));
        m_heading->setText(error.isEmpty() ? tr("no bill") : error);
        m_growth->clear();
        m_total->setToolTip({});
        return;
    }
    m_total->setText(tr("%1 per month").arg(format.money(bill->total)));
    m_total->setToolTip(total.halfWidth        ? coreText(total.reason)
                        : total.reason.empty() ? QString{}
                                               : tr("No \u00b1: %1").arg(coreText(total.reason)));
    QString heading =
        tr("%1, %2 h, prices of %3 (%4)")
            .arg(coreText(bill->heading), format.number(bill->monthHours),
                 QString::fromStdString(bill->region), QString::fromStdString(bill->priceBookDate));
    for (const TermTotal& term : bill->byTerm)
        heading += '\n'
                   + (term.term == Term::OneYear ? tr("Committed for 1 year: %1 per month (-%2)")
                                                 : tr("Committed for 3 years: %1 per month (-%2)"))
                         .arg(format.money(term.total),
                              format.percent(term.saved.dollars() / bill->total.dollars()));
    // Less than a cent either way is no uncertainty worth its digits.
    const double halfWidth = total.halfWidth.value_or(0);
    m_heading->setText(
        halfWidth >= 0.005
            ? tr("\u00b1 %1 (95%)").arg(format.money(Money::nanodollars(std::llround(halfWidth * 1e9))))
                  + '\n' + heading
            : heading);
    m_growth->setVisible(bill->growthPerMonth.nanodollars() > 0);
    m_growth->setText(style::coloured(tr("grows by %1 each month").arg(format.money(bill->growthPerMonth)),
                                      style::colour("warn")));

    std::map<std::string, QTreeWidgetItem*> groups;
    for (const BillLine& line : bill->lines) {
        QTreeWidgetItem*& group = groups[line.component];
        if (!group) {
            group = new QTreeWidgetItem{m_tree};
            group->setText(Item, QString::fromStdString(line.componentLabel.empty() ? line.component
                                                                                    : line.componentLabel));
            group->setData(Item, IdRole, QString::fromStdString(line.component));
            const bool priced =
                std::any_of(bill->lines.begin(), bill->lines.end(), [&](const BillLine& each) {
                    return each.component == line.component && each.state == LineState::Priced;
                });
            group->setText(Amount,
                           priced ? format.exactMoney(bill->totalOf(line.component)) : Format::none({}));
            group->setTextAlignment(Amount, Qt::AlignRight | Qt::AlignVCenter);
            QFont font = style::bold(m_tree->font());
            group->setFont(Item, font);
            group->setFont(Amount, font);
            group->setExpanded(true);
        }
        group->addChild(lineRow(line, format, [this, &line](const Derivation& input) {
            return m_fields ? m_fields(line.component, input) : QString{};
        }));
    }
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        m_tree->topLevelItem(i)->setExpanded(true);
    for (const int column : {static_cast<int>(Quantity), static_cast<int>(Unit), static_cast<int>(Amount)}) {
        m_tree->resizeColumnToContents(column);
        m_tree->setColumnWidth(column, m_tree->columnWidth(column) + kBetween);
    }
    fitColumns();
}

void BillPage::fitColumns()
{
    // The amount stays in sight; the names have what the others leave, as much as they need.
    constexpr int kLeast = 150, kMost = 420;
    const QFontMetrics metrics{m_tree->header()->font()};
    const int source = 3 * kBetween
                       + std::max(metrics.horizontalAdvance(tr("web page")),
                                  QFontMetrics{style::bold(m_tree->font())}.horizontalAdvance(
                                      m_tree->headerItem()->text(Source)));
    const int others =
        m_tree->columnWidth(Quantity) + m_tree->columnWidth(Unit) + m_tree->columnWidth(Amount) + source;
    const int left = m_tree->viewport()->width() - others - 1;
    m_tree->setColumnWidth(Item, std::clamp(left, kLeast, kMost));
    // Where all columns have their room a bar below them would take a line for nothing.
    m_tree->setHorizontalScrollBarPolicy(left < kLeast ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

bool BillPage::eventFilter(QObject* watched, QEvent* event)
{
    // The page hears of a new size before the table has its own.
    if (watched == m_tree->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

}  // namespace plimsoll
