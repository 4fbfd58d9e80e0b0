// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/group_page.h"

#include "app/desktop/document/commands/rename_item.h"
#include "app/desktop/document/commands/set_group_kind.h"
#include "app/desktop/document/group_kinds.h"
#include "app/desktop/inspector/summary_page.h"
#include "app/desktop/widgets/combo_box.h"
#include "app/desktop/widgets/line_edit.h"
#include "app/desktop/widgets/value_editor.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

#include <algorithm>
#include <utility>

namespace plimsoll {

GroupPage::GroupPage(const InspectorContext& context, Id id, QWidget* parent)
    : InspectorPage{context, parent}, m_id{std::move(id)}, m_members{members()}
{
    m_label = new LineEdit;
    m_label->setObjectName(QStringLiteral("label"));
    m_label->setAccessibleName(tr("Label of the group"));
    m_label->setStyleSheet(QStringLiteral("QLineEdit { font-size: 12pt; font-weight: 600; }"));
    tameField(m_label);
    connect(m_label, &QLineEdit::textEdited, this, [this](const QString& text) {
        document().undoStack().push(new RenameItem{document(), m_id, text.toStdString()});
    });
    m_kind = new ComboBox;
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->setAccessibleName(tr("What the group stands for"));
    m_kind->setToolTip(
        tr("Accounts and Availability Zones decide what transfers cost; branches stand for each "
           "other and are compared"));
    tameField(m_kind);
    for (const GroupKind& each : groupKinds())
        m_kind->addItem(each.name, QString::fromStdString(each.id));
    connect(m_kind, &QComboBox::activated, this, [this](int at) {
        const std::string kind = m_kind->itemData(at).toString().toStdString();
        if (const Group* shown = group(); shown && shown->kind != kind)
            document().undoStack().push(new SetGroupKind{document(), m_id, kind});
    });
    auto* row = new QHBoxLayout;
    row->addWidget(new QLabel{tr("Stands for")});
    row->addWidget(m_kind, 1);
    column().addWidget(m_label);
    column().addLayout(row);
    if (m_members.isEmpty()) {
        auto* empty = new QLabel{tr("Drag components into the frame to make them part of the group.")};
        empty->setWordWrap(true);
        empty->setProperty("role", "muted");
        column().addWidget(empty);
    } else {
        m_summary = new SummaryPage{context, m_members};
        m_summary->layout()->setContentsMargins(0, 6, 0, 0);
        column().addWidget(m_summary);
    }
    column().addStretch();
    refresh();
}

const Group* GroupPage::group() const
{
    const std::vector<Group>& groups = design().groups;
    const auto at =
        std::find_if(groups.begin(), groups.end(), [&](const Group& each) { return each.id == m_id; });
    return at == groups.end() ? nullptr : &*at;
}

QStringList GroupPage::members() const
{
    QStringList ids;
    for (const Component& each : design().components)
        if (each.group == m_id)
            ids.append(QString::fromStdString(each.id));
    return ids;
}

bool GroupPage::isCurrent() const
{
    return group() && members() == m_members;
}

void GroupPage::refresh()
{
    const Group* shown = group();
    if (!shown)
        return;
    if (const QString label = QString::fromStdString(shown->label);
        !m_label->hasFocus() || m_label->text() != label)
        m_label->setText(label);
    const QString kind = QString::fromStdString(shown->kind);
    if (m_kind->findData(kind) < 0)
        m_kind->addItem(groupKindName(shown->kind), kind);
    m_kind->setCurrentIndex(m_kind->findData(kind));
    if (m_summary)
        m_summary->refresh();
}

}  // namespace plimsoll
