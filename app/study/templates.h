// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// A design shipped with the program.
struct DesignTemplate {
    std::string id, title, summary;
    std::string_view text;  ///< the .plimsoll file
};
const std::vector<DesignTemplate>& designTemplates();

}  // namespace plimsoll
