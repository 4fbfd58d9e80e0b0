// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/components_page.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/results/number_trees.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/ink_delegate.h"
#include "app/desktop/widgets/why_bubble.h"
#include "simulator/metrics/interval_notes.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

constexpr int kName = 0;  // the figures follow, the nearest limit is last
enum CellRole { SortRole = Qt::UserRole, ComponentRole, ShareRole };

QStandardItem* cell(const QString& text, double order)
{
    auto* item = new QStandardItem{text};
    item->setEditable(false);
    item->setData(order, SortRole);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QStandardItem* countCell(std::uint64_t value, const Format& format, const char* ink = nullptr)
{
    QStandardItem* item = cell(format.count(value), static_cast<double>(value));
    if (value == 0)
        item->setForeground(style::colour("textMuted"));
    else if (ink)
        item->setForeground(style::colour(ink));
    return item;
}

/// Says in its tip how far off the figure may be, or why that is not known.
QStandardItem* within(QStandardItem* item, const StatedInterval& stated, const Format& format)
{
    if (stated.halfWidth)
        item->setToolTip(
            ComponentsPage::tr("\u00b1 %1 (95 times in 100)").arg(format.quantity(*stated.halfWidth)));
    else if (!stated.reason.empty())
        item->setToolTip(ComponentsPage::tr("No \u00b1: %1").arg(coreText(stated.reason)));
    return item;
}

QStandardItem* percentileCell(const LatencySummary& summary, Percentile which, const Format& format)
{
    const auto value = valueOf(summary, which);
    // Components without the figure sort below all that have one.
    QStandardItem* item = cell(format.shortPercentile(summary, which), value.value_or(-1));
    if (!value) {
        item->setToolTip(summary.samples == 0 ? Format::noCompletions() : Format::tooFewSamples());
        item->setForeground(style::colour("textMuted"));
    } else if (const std::optional<double> halfWidth = halfWidthOf(summary, which)) {
        item->setToolTip(ComponentsPage::tr("\u00b1 %1 (95 times in 100)").arg(format.millis(*halfWidth)));
    } else {
        item->setToolTip(Format::precisionNote(summary));
    }
    return item;
}

const LimitUse* nearestLimit(const ComponentReport& component)
{
    const auto at =
        std::max_element(component.limits.begin(), component.limits.end(),
                         [](const LimitUse& a, const LimitUse& b) { return a.utilisation < b.utilisation; });
    return at == component.limits.end() ? nullptr : &*at;
}

/// A bar under the figure of the nearest limit.
class LimitDelegate final : public InkDelegate {
public:
    using InkDelegate::InkDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        InkDelegate::paint(painter, option, index);
        const QVariant share = index.data(ShareRole);
        if (!share.isValid())
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        QRectF track{option.rect.left() + 8.0, option.rect.bottom() - 5.0, option.rect.width() - 16.0, 3};
        painter->setBrush(style::colour("surfaceSunken"));
        painter->drawRoundedRect(track, 1.5, 1.5);
        track.setWidth(track.width() * std::clamp(share.toDouble(), 0.0, 1.0));
        painter->setBrush(style::utilisation(share.toDouble()));
        painter->drawRoundedRect(track, 1.5, 1.5);
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        return InkDelegate::sizeHint(option, index) + QSize{0, 6};
    }
};

}  // namespace

ComponentsPage::ComponentsPage(QWidget* parent)
    : QWidget{parent},
      m_model{new QStandardItemModel{0, static_cast<int>(runFigures().size()) + 2, this}},
      m_table{new QTableView{this}}
{
    auto* sorted = new QSortFilterProxyModel{this};
    sorted->setSourceModel(m_model);
    sorted->setSortRole(SortRole);
    m_model->setSortRole(SortRole);
    m_table->setModel(sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(kName, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setIconSize({20, 20});
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(34);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setItemDelegate(new InkDelegate{m_table});
    m_table->setItemDelegateForColumn(limitColumn(), new LimitDelegate{m_table});
    m_table->setAccessibleName(tr("Components of the run"));
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    connect(m_table, &QTableView::activated, this, &ComponentsPage::follow);
    connect(m_table, &QTableView::clicked, this, &ComponentsPage::follow);
}

std::optional<Derivation> ComponentsPage::whyOf(const QModelIndex& index) const
{
    const std::string id = index.siblingAtColumn(kName).data(ComponentRole).toString().toStdString();
    const ComponentReport* component = m_result ? findComponent(m_result->report, id) : nullptr;
    if (!component || index.column() == kName)
        return {};
    if (index.column() == limitColumn()) {
        const LimitUse* use = nearestLimit(*component);
        return use && !use->derivation.name.empty() ? std::optional{use->derivation} : std::nullopt;
    }
    const RunFigure figure = runFigures().at(static_cast<std::size_t>(index.column() - 1));
    if (figure.isTime() && !valueOf(component->latency, figure.percentile))
        return {};
    return figure.tree(*component);
}

int ComponentsPage::limitColumn() const
{
    return m_model->columnCount() - 1;
}

void ComponentsPage::follow(const QModelIndex& index)
{
    const QString id = index.siblingAtColumn(kName).data(ComponentRole).toString();
    if (id.isEmpty())
        return;
    const std::optional<Derivation> why = whyOf(index);
    if (!why) {
        emit linkActivated(QStringLiteral("component:") + id);
        return;
    }
    auto* bubble = new WhyBubble{*why,
                                 [fields = m_fields, component = id.toStdString()](const Derivation& input) {
                                     return fields ? fields(component, input) : QString{};
                                 },
                                 this};
    connect(bubble, &WhyBubble::linkActivated, this, &ComponentsPage::linkActivated);
    const QRect cell = m_table->visualRect(index);
    bubble->showAt(m_table->viewport()->mapToGlobal(cell.bottomLeft() + QPoint{0, 2}));
}

void ComponentsPage::setResult(const std::shared_ptr<const RunResult>& result)
{
    m_result = result;
    m_model->setRowCount(0);
    const std::vector<RunFigure> figures = runFigures();
    QStringList headers{tr("Component")};
    for (const RunFigure& figure : figures)
        headers.append(figure.name);
    m_model->setHorizontalHeaderLabels(headers << tr("Nearest limit"));
    for (const int left : {kName, limitColumn()})
        m_model->horizontalHeaderItem(left)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (!result)
        return;
    const Format format;
    for (const ComponentReport& each : result->report.components) {
        const QString label = QString::fromStdString(each.label.empty() ? each.id : each.label);
        auto* name =
            new QStandardItem{Theme::current().serviceIcon(QString::fromStdString(each.service)), label};
        name->setEditable(false);
        name->setData(label.toLower(), SortRole);
        name->setData(QString::fromStdString(each.id), ComponentRole);
        name->setToolTip(each.idle.empty() ? label : coreText(each.idle));
        QStandardItem* limit = nullptr;
        if (const LimitUse* use = nearestLimit(each)) {
            limit = cell(tr("%1 %2", "share of a limit")
                             .arg(format.percent(use->utilisation),
                                  coreText(use->label.empty() ? use->limit : use->label)),
                         use->utilisation);
            limit->setData(use->utilisation, ShareRole);
            limit->setToolTip(tr("%1 of %2")
                                  .arg(format.value(use->mean, QString::fromStdString(use->unit)),
                                       format.value(use->capacity, QString::fromStdString(use->unit))));
        } else {
            limit = cell(each.idle.empty() ? QString{QChar{0x2014}} : coreText(each.idle), -1);
            limit->setForeground(style::colour("textMuted"));
        }
        limit->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        QList<QStandardItem*> row{name};
        for (const RunFigure& figure : figures)
            row.append(figure.isTime() ? percentileCell(each.latency, figure.percentile, format)
                                       : within(countCell(each.counts.*figure.count, format,
                                                          figure.isTrouble ? "danger" : nullptr),
                                                intervalOf(result->report, figure.id, each.id), format));
        m_model->appendRow(row << limit);
    }
    for (std::size_t at = 0; at < figures.size(); ++at) {
        const auto& components = result->report.components;
        const bool shown =
            !figures[at].isRare || std::any_of(components.begin(), components.end(), [&](const auto& each) {
                return each.counts.*figures[at].count > 0;
            });
        m_table->setColumnHidden(static_cast<int>(at) + 1, !shown);
    }
    m_table->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, m_table->columnWidth(column) + 10);
    m_table->setColumnWidth(kName, std::clamp(m_table->columnWidth(kName), 160, 280));
    m_table->horizontalHeader()->setSectionResizeMode(limitColumn(), QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(48);
}

}  // namespace plimsoll
