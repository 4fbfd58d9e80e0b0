// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/audit_page.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/ink_delegate.h"
#include "app/desktop/widgets/scroll_column.h"

#include <QtCore/QRegularExpression>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>

#include <algorithm>

namespace plimsoll {

namespace {

/// "5 replications", what ended them, and how sure they made the least sure figure.
QString replicationsText(const Provenance& from, const Format& format)
{
    QString text = AuditPage::tr("%n replications", nullptr, from.replications);
    if (from.replications == 1)
        return AuditPage::tr("1 replication");
    const Stopping& stopping = from.stopping;
    if (stopping.ended == "precision")
        text += AuditPage::tr(", enough for ±%1").arg(format.percent(stopping.precision));
    else if (stopping.ended == "replications" || stopping.ended == "messages")
        text += AuditPage::tr(", stopped by the budget before ±%1").arg(format.percent(stopping.precision));
    else if (stopping.ended == "interrupted")
        text += AuditPage::tr(" of %1, stopped early").arg(from.replicationsAsked);
    if (!stopping.widest.empty())
        text += AuditPage::tr("; least sure: %1, ±%2")
                    .arg(coreText(stopping.widest), format.percent(stopping.widestShare));
    return text;
}

/// The core names components by id; people know them by label.
QString withLabel(const std::string& name, const RunReport& report)
{
    QString text = coreText(name);
    const qsizetype space = text.lastIndexOf(u' ');
    const ComponentReport* component = findComponent(report, text.mid(space + 1).toStdString());
    if (component && !component->label.empty())
        text = text.left(space + 1) + QString::fromStdString(component->label);
    return text;
}

/// The core's details count in plain digits, which nobody reads beyond a few.
QString withGroups(const QString& detail, const QLocale& locale)
{
    static const QRegularExpression digits{QStringLiteral("\\d{4,}")};
    QString text;
    qsizetype at = 0;
    for (auto found = digits.globalMatch(detail); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        text += detail.mid(at, match.capturedStart() - at) + locale.toString(match.captured().toULongLong());
        at = match.capturedEnd();
    }
    return text + detail.mid(at);
}

/// "Orders: shards = 4 (auto)" of "orders.shards".
QString sizedText(const std::string& parameter, const std::string& value, const RunReport& report)
{
    const std::size_t dot = parameter.find('.');
    const ComponentReport* component = findComponent(report, parameter.substr(0, dot));
    const QString shown = QString::fromStdString(value);
    if (!component || dot == std::string::npos)
        return QString::fromStdString(parameter) + QStringLiteral(" = ") + shown;
    return AuditPage::tr("%1: %2 = %3", "a component, its parameter and the value")
        .arg(QString::fromStdString(component->label.empty() ? component->id : component->label),
             QString::fromStdString(parameter.substr(dot + 1)), shown);
}

/// Rows as high as their text needs in the width that its column has.
class WrappedAudit final : public InkDelegate {
public:
    explicit WrappedAudit(QTreeWidget& tree) : InkDelegate{&tree}, m_tree{tree} {}
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize plain = InkDelegate::sizeHint(option, index);
        constexpr int kAround = 14;  // of the text, by the style
        const int icon = index.column() == 0 ? m_tree.iconSize().width() + kAround : 0;
        const int width = m_tree.columnWidth(index.column()) - icon - kAround;
        const QRect text = option.fontMetrics.boundingRect(QRect{0, 0, std::max(width, 1), 0},
                                                           Qt::TextWordWrap, index.data().toString());
        return {plain.width(), plain.height() + std::max(0, text.height() - option.fontMetrics.height())};
    }

private:
    QTreeWidget& m_tree;
};

}  // namespace

AuditPage::AuditPage(QWidget* parent)
    : QWidget{parent},
      m_audits{new QTreeWidget{this}},
      m_facts{new QWidget},
      m_factsGrid{new QGridLayout{m_facts}}
{
    m_audits->setColumnCount(2);
    m_audits->setHeaderLabels({tr("Audit"), tr("Detail")});
    m_audits->setRootIsDecorated(false);
    m_audits->setFrameShape(QFrame::NoFrame);
    m_audits->setStyleSheet(QStringLiteral("QTreeView { border: none; }"));
    m_audits->setIconSize({16, 16});
    m_audits->setItemDelegate(new WrappedAudit{*m_audits});
    m_audits->setWordWrap(true);
    connect(m_audits->header(), &QHeaderView::sectionResized, m_audits, &QTreeWidget::doItemsLayout,
            Qt::QueuedConnection);
    m_audits->setAccessibleName(tr("Audits"));
    m_factsGrid->setContentsMargins(14, 10, 14, 10);
    m_factsGrid->setHorizontalSpacing(16);
    m_factsGrid->setVerticalSpacing(4);
    m_factsGrid->setColumnStretch(1, 1);
    auto* scroll = new ScrollColumn;
    scroll->setWidget(m_facts);
    scroll->setMinimumWidth(260);
    scroll->setMaximumWidth(400);
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_audits, 3);
    layout->addWidget(scroll, 2);
}

void AuditPage::setResult(const std::shared_ptr<const RunResult>& result, const QString& scenario)
{
    m_audits->clear();
    while (QLayoutItem* item = m_factsGrid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!result)
        return;
    const Theme& theme = Theme::current();
    const Format format;
    for (const Audit& audit : result->report.audits) {
        auto* row = new QTreeWidgetItem{m_audits};
        row->setIcon(0, audit.passed ? theme.icon(QStringLiteral("ok"), QStringLiteral("ok"))
                                     : theme.icon(QStringLiteral("error"), QStringLiteral("danger")));
        row->setText(0, withLabel(audit.name, result->report));
        row->setText(1, audit.detail.empty() && audit.passed
                            ? tr("holds")
                            : withGroups(coreText(audit.detail), format.locale()));
        row->setForeground(1, style::colour(audit.passed ? "textMuted" : "danger"));
    }
    m_audits->resizeColumnToContents(0);
    m_audits->setColumnWidth(0, std::min(420, m_audits->columnWidth(0) + 16));

    const Provenance& from = result->report.provenance;
    int row = 0;
    const auto add = [&](const QString& name, const QString& value) {
        if (value.isEmpty())
            return;
        auto* key = new QLabel{name};
        key->setProperty("role", "muted");
        auto* text = new QLabel{value};
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_factsGrid->addWidget(key, row, 0, Qt::AlignTop);
        m_factsGrid->addWidget(text, row, 1, Qt::AlignTop);
        ++row;
    };
    add(tr("Scenario"), scenario.isEmpty() ? QString::fromStdString(from.scenario) : scenario);
    add(tr("Simulated"), from.partial
                             ? tr("%1 of %2 (stopped early)")
                                   .arg(format.span(from.simulatedSeconds), format.span(from.durationSeconds))
                             : format.span(from.simulatedSeconds));
    add(tr("Events"), format.count(from.events));
    add(tr("Seed"), format.locale().toString(static_cast<qulonglong>(from.seed)));
    add(tr("Replications"), replicationsText(from, format));
    add(tr("Engine"), QString::fromStdString(from.engine));
    if (result->report.sampling.sampled)
        add(tr("Sampled"), coreText(result->report.sampling.text));
    add(tr("Start-up"), coreText(from.warmUpNote));
    add(tr("Version"), QString::fromStdString(from.version));
    add(tr("Region"), QString::fromStdString(from.region));
    add(tr("Prices of"), result->bill ? QString::fromStdString(result->bill->priceBookDate)
                                      : QString::fromStdString(from.priceBookDate));
    for (const IntervalNote& note : from.intervals)
        add(tr("\u00b1 of %1").arg(coreText(note.kind)), coreText(note.text));
    add(tr("Design"), QString::fromStdString(from.designHash));
    for (const auto& [parameter, value] : from.sizedParameters)
        add(tr("Sized"), sizedText(parameter, value, result->report));
    m_factsGrid->setRowStretch(row, 1);
}

}  // namespace plimsoll
