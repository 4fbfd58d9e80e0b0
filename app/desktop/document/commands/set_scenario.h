// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/command_ids.h"
#include "app/desktop/document/commands/exchange_items.h"

namespace plimsoll {

/// Adds, changes or removes a scenario. Consecutive changes under the same `mergeKey` (the field being edited, e.g.
/// "traffic/producers/ratePerSecond") are one undo step; without a key each stands alone.
class SetScenario final : public ExchangeItems {
public:
    SetScenario(DesignDocument& document, Scenario scenario, const QString& mergeKey = {});
    /// Nothing removes the scenario.
    SetScenario(DesignDocument& document, const ScenarioId& scenario, std::optional<Scenario> value,
                const QString& mergeKey = {});
    int id() const override { return m_mergeKey.isEmpty() ? -1 : static_cast<int>(SetScenarioId); }
    bool mergeWith(const QUndoCommand* other) override;

private:
    ScenarioId m_scenario;
    QString m_mergeKey;
};

}  // namespace plimsoll
