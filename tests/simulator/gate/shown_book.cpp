// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/gate/parameters_act.h"

#include <cstdlib>
#include <fstream>
#include <map>

namespace plimsoll::tests {
namespace {

const std::map<std::string, Shown>& book()
{
    static const std::map<std::string, Shown> known{
#include "tests/simulator/gate/shown.inc"
    };
    return known;
}

}  // namespace

const Shown* ShownBook::find(const std::string& row, const std::string& parameter)
{
    if (std::getenv("PLIMSOLL_SHOWN"))
        return nullptr;
    const auto entry = book().find(row + "/" + parameter);
    return entry == book().end() ? nullptr : &entry->second;
}

void ShownBook::note(const std::string& row, const std::string& parameter, const Shown& shown, int played)
{
    constexpr int kLong = 4;  // designs; the first stage and the first value take two
    const char* file = std::getenv("PLIMSOLL_SHOWN");
    if (file && played >= kLong)
        std::ofstream{file, std::ios::app} << "{\"" << row << "/" << parameter << "\", {\"" << shown.stage
                                           << "\", \"" << shown.value << "\"}},\n";
}

}  // namespace plimsoll::tests
