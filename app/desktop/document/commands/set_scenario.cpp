// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/set_scenario.h"

#include <QtCore/QCoreApplication>

namespace plimsoll {

SetScenario::SetScenario(DesignDocument& document, Scenario scenario, const QString& mergeKey)
    : SetScenario{document, ScenarioId{scenario.id}, std::optional<Scenario>{std::move(scenario)}, mergeKey}
{}

SetScenario::SetScenario(DesignDocument& document, const ScenarioId& scenario, std::optional<Scenario> value,
                         const QString& mergeKey)
    : ExchangeItems{document, QCoreApplication::translate("Commands", "Change scenario")},
      m_scenario{scenario},
      m_mergeKey{mergeKey}
{
    put<Scenario>(scenario, std::move(value));
}

bool SetScenario::mergeWith(const QUndoCommand* other)
{
    const auto* next = static_cast<const SetScenario*>(other);
    if (m_scenario != next->m_scenario || m_mergeKey != next->m_mergeKey)
        return false;
    setObsolete(changesNothing());
    return true;
}

}  // namespace plimsoll
