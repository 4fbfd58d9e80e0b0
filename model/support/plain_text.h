// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace plimsoll {

/// Text from a file made safe for a line on a terminal: control characters, marks that turn the direction of writing and
/// bytes that are no UTF-8 are shown as `\n`, `\x1b` or `\u202e`, so none of them acts.
std::string printable(std::string_view text);

/// A message made fit for one line: printable, values within double quotes cut at 60 characters, all of it at `most`.
std::string oneLine(std::string_view text, std::size_t most = 600);

}  // namespace plimsoll
