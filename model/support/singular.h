// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace plimsoll {

/// "shard" of "shards", "query" of "queries", "batch" of "batches"; symbols ("s", "ms"), rates ("shards/s") and what has
/// no plural ("class") stay as they are.
inline std::string singularOf(std::string_view unit)
{
    const bool isPlural =
        unit.size() > 3 && unit.ends_with("s") && !unit.ends_with("ss") && unit.find('/') == unit.npos;
    if (!isPlural)
        return std::string{unit};
    if (unit.ends_with("ies"))
        return std::string{unit.substr(0, unit.size() - 3)} + "y";
    const bool isLonger = unit.ends_with("tches") || unit.ends_with("xes") || unit.ends_with("sses");
    return std::string{unit.substr(0, unit.size() - (isLonger ? 2 : 1))};
}

}  // namespace plimsoll
