// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace plimsoll {

/// Ids are unique within one design, match `[a-z0-9][a-z0-9-]{0,63}` and never change.
using Id = std::string;
using ComponentId = Id;
using ConnectionId = Id;
using ScenarioId = Id;

bool isValidId(std::string_view text);

}  // namespace plimsoll
