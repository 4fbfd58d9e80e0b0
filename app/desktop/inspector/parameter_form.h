// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/widgets/value_editor.h"
#include "model/catalog/parameter_spec.h"
#include "model/validation/issue.h"

#include <QtWidgets/QWidget>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class QVBoxLayout;

namespace plimsoll {

class Disclosure;
class ParameterRow;

/// Fields for a list of parameter specs, whatever they belong to: a component, a connection, a traffic profile. It
/// shows values and reports edits; what an edit means is the owner's business. The few that matter most are in sight,
/// the others under "More".
class ParameterForm final : public QWidget {
    Q_OBJECT
public:
    explicit ParameterForm(std::vector<ParameterSpec> specs, QWidget* parent = nullptr);
    ~ParameterForm() override;
    /// Shows the values; nothing is reported back. Absent parameters show their default.
    void setValues(const ParameterMap& values);
    /// What `auto` comes to at present; nothing while there is no estimate.
    void setResolved(const std::string& id, std::optional<double> value);
    void setZeroText(const std::string& id, const QString& text);
    /// No range, default, evidence and reset: for what the user simply states, such as a rate.
    void setPlain(bool plain);
    /// What is wrong with the values, each at its field: the issues about this place and what lies right below it.
    void showIssues(const std::vector<Issue>& issues, const std::string& place);
    /// Parameters that a scenario may change while it runs offer that.
    void setOffersChanges(bool offers);
    /// The field of a parameter, for focus and for tests; null when there is none.
    QWidget* field(const std::string& id) const;
    /// The field, after unfolding what hides it.
    QWidget* reveal(const std::string& id);
    bool isShown(const std::string& id) const;

Q_SIGNALS:
    void edited(const QString& id, const plimsoll::ParameterEdit& edit);
    /// The parameter shall change at some time of the scenario.
    void changeRequested(const QString& id);

private:
    void updateVisibility();
    ParameterValue effective(const std::string& id) const;

    std::vector<ParameterSpec> m_specs;
    std::map<std::string, ParameterRow*> m_rows;
    ParameterMap m_values;
    QVBoxLayout *m_first, *m_folded;
    Disclosure* m_more = nullptr;
    std::vector<std::string> m_shownFirst;
    bool m_plain = false;
};

}  // namespace plimsoll
