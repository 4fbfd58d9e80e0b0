// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/inspector/inspector_page.h"

class QComboBox;
class QLineEdit;

namespace plimsoll {

class SummaryPage;

/// One group: what it is called and stands for, and its components with what they cost and have in common.
class GroupPage final : public InspectorPage {
    Q_OBJECT
public:
    GroupPage(const InspectorContext& context, Id id, QWidget* parent = nullptr);
    void refresh() override;
    bool isCurrent() const override;

private:
    const Group* group() const;
    QStringList members() const;

    Id m_id;
    QStringList m_members;  ///< that the page was made of
    QLineEdit* m_label = nullptr;
    QComboBox* m_kind = nullptr;
    SummaryPage* m_summary = nullptr;
};

}  // namespace plimsoll
