// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/inspector/inspector_page.h"
#include "app/desktop/inspector/parameter_form.h"

#include <QtCore/QStringList>
#include <QtWidgets/QLabel>

namespace plimsoll {

/// Several items at once, or one that has no parameters: how many, and what they cost together.
class SummaryPage final : public InspectorPage {
    Q_OBJECT
public:
    SummaryPage(const InspectorContext& context, QStringList ids, QWidget* parent = nullptr);
    void refresh() override;
    bool isCurrent() const override;

private:
    /// The spec of the one service that all selected components are of; null when they differ.
    const ServiceSpec* commonSpec() const;
    void refreshForm();

    QStringList m_ids;
    std::vector<Id> m_edited;  ///< the components that the form is about
    ParameterForm* m_form = nullptr;
    QLabel* m_differences = nullptr;
    QLabel* m_title;
    QLabel* m_text;
};

}  // namespace plimsoll
