// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/difference_page.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/ink_delegate.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace plimsoll {

namespace {

enum DifferenceColumn {
    ItemColumn,
    KindColumn,
    ThenColumn,
    NowColumn,
    MoreColumn,
    CapacityColumn,
    WhatColumn,
    DifferenceColumns
};
constexpr int kLinkRole = Qt::UserRole;

QString signedMoney(const Format& format, Money amount)
{
    if (amount.nanodollars() == 0)
        return format.money(amount);
    const Money size = amount.nanodollars() < 0 ? Money::nanodollars(-amount.nanodollars()) : amount;
    // A sign and its number stay on one line.
    return (amount.nanodollars() < 0 ? QStringLiteral("\u2212") : QStringLiteral("+")) + QChar{0x2060}
           + format.money(size);
}

QString whatChanged(const ItemDifference& item)
{
    const auto text = [](const std::optional<ParameterValue>& value) {
        return value ? QString::fromStdString(toString(*value)) : DifferencePage::tr("default");
    };
    QStringList parts;
    for (const ParameterDifference& each : item.parameters)
        if (each.parameter == kTrafficDifference)
            parts << (each.before && each.after ? DifferencePage::tr("%1 instead of %2 records/s")
                                                      .arg(Format{}.quantity(std::get<double>(*each.after)),
                                                           Format{}.quantity(std::get<double>(*each.before)))
                                                : DifferencePage::tr("traffic of another course"));
        else
            parts << DifferencePage::tr("%1 from %2 to %3")
                         .arg(QString::fromStdString(each.parameter), text(each.before), text(each.after));
    return parts.join(QStringLiteral("; "));
}

}  // namespace

DifferencePage::DifferencePage(DifferenceSession& session, QWidget* parent)
    : QWidget{parent},
      m_session{session},
      m_title{new QLabel},
      m_stop{new QPushButton{tr("Show no changes")}},
      m_table{new QTreeWidget}
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("difference-title"));
    auto* file = new QPushButton{tr("Against a file\u2026")};
    for (QPushButton* each : {file, m_stop})
        each->setStyleSheet(QStringLiteral("QPushButton { padding: 2px 10px; }"));
    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 10, 2);
    head->addWidget(m_title, 1);
    head->addWidget(file);
    head->addWidget(m_stop);
    m_table->setObjectName(QStringLiteral("differences"));
    m_table->setAccessibleName(tr("What is different"));
    m_table->setColumnCount(DifferenceColumns);
    m_table->setHeaderLabels(
        {tr("Item"), tr("Change"), tr("A month then"), tr("Now"), tr("More"), tr("Capacity"), tr("What")});
    for (const int column : {ThenColumn, NowColumn, MoreColumn})
        m_table->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setItemDelegate(new InkDelegate{m_table});
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    connect(file, &QPushButton::clicked, this, &DifferencePage::fileRequested);
    connect(m_stop, &QPushButton::clicked, this, [this] { m_session.setOther(nullptr, {}); });
    connect(m_table, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem* row) {
        if (const QString link = row->data(0, kLinkRole).toString(); !link.isEmpty())
            emit linkActivated(link);
    });
    connect(&m_session, &DifferenceSession::changed, this, &DifferencePage::refresh);
    refresh();
}

void DifferencePage::refresh()
{
    m_table->clear();
    m_stop->setVisible(m_session.other() != nullptr);
    m_table->setVisible(m_session.other() != nullptr);
    if (!m_session.other()) {
        m_title->setText(tr("Hold the open design against a file, or against an earlier run (Runs)."));
        return;
    }
    const Format format;
    QString title = m_session.rows().empty() ? tr("No difference from %1").arg(m_session.name())
                                             : tr("What is different from %1").arg(m_session.name());
    if (const std::optional<Money> then = m_session.totalThen(), now = m_session.totalNow(); then && now)
        title += tr(": %1/month then, %2/month now (%3), estimated")
                     .arg(format.money(*then), format.money(*now), signedMoney(format, *now - *then));
    m_title->setText(unbroken(title));
    using Kind = ItemDifference::Kind;
    for (const DifferenceRow& each : m_session.rows()) {
        auto* row = new QTreeWidgetItem{m_table};
        row->setText(ItemColumn, each.name);
        const Kind kind = each.item.kind;
        row->setText(KindColumn, kind == Kind::Added     ? tr("added")
                                 : kind == Kind::Removed ? tr("removed")
                                                         : tr("changed"));
        row->setForeground(KindColumn, style::colour(kind == Kind::Added     ? "ok"
                                                     : kind == Kind::Removed ? "danger"
                                                                             : "warn"));
        if (each.then.monthly)
            row->setText(ThenColumn, format.money(*each.then.monthly));
        if (each.now.monthly)
            row->setText(NowColumn, format.money(*each.now.monthly));
        if (each.then.monthly || each.now.monthly)
            row->setText(MoreColumn, signedMoney(format, each.now.monthly.value_or(Money{})
                                                             - each.then.monthly.value_or(Money{})));
        for (const int column : {ThenColumn, NowColumn, MoreColumn})
            row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        const auto capacity = [&](const std::optional<double>& value) {
            return value ? format.value(*value, each.unit) : Format::none({});
        };
        if (each.then.capacity != each.now.capacity)
            row->setText(CapacityColumn,
                         tr("%1: %2 \u2192 %3", "a limit, its capacity then and now")
                             .arg(each.limit, capacity(each.then.capacity), capacity(each.now.capacity)));
        row->setText(WhatColumn, whatChanged(each.item));
        row->setToolTip(WhatColumn, row->text(WhatColumn));
        // What is no longer there is shown where it was.
        row->setData(0, kLinkRole, QStringLiteral("component:") + QString::fromStdString(each.item.id));
    }
    for (int column = 0; column < DifferenceColumns; ++column) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, std::min(300, m_table->columnWidth(column) + 14));
    }
}

}  // namespace plimsoll
