// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/command_ids.h"
#include "app/desktop/document/commands/exchange_items.h"

namespace plimsoll {

/// Sets or, with no value, resets a parameter of a component or connection. Consecutive edits of the same key merge,
/// so one drag of a slider or one typed number is one undo step.
class SetParameter final : public ExchangeItems {
public:
    SetParameter(DesignDocument& document, const Id& item, std::string key,
                 std::optional<ParameterValue> value);
    /// Of several items alike.
    SetParameter(DesignDocument& document, std::vector<Id> items, std::string key,
                 const std::optional<ParameterValue>& value);
    int id() const override { return SetParameterId; }
    bool mergeWith(const QUndoCommand* other) override;

private:
    std::vector<Id> m_items;
    std::string m_key;
};

}  // namespace plimsoll
