// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll {

/// `line:column` of a byte of the text, both from 1; columns count bytes.
std::string lineAndColumn(std::string_view text, std::size_t offset);

/// Where JSON text first nests deeper than `most`. One pass without recursion, made before a parser sees the text.
std::optional<std::size_t> nestedDeeperThan(std::string_view text, int most);

/// A JSON pointer with one more step; `~` and `/` in names are escaped.
std::string pointer(std::string_view parent, std::string_view step);
std::string pointer(std::string_view parent, std::size_t index);

}  // namespace plimsoll
