// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/error.h"

#include <string>
#include <vector>

namespace plimsoll {

/// What a script wants of a document.
struct Selection {
    /// JSON: paths such as "components.counts.offered", through lists; CSV: column names. None = all.
    std::vector<std::string> fields;
    /// "name=value": of entries and rows that have the name only those with the value stay; all filters must hold.
    /// "component" is also the id of a component, "kind" the top member of JSON and the section of CSV.
    std::vector<std::string> filters;
    bool isEmpty() const { return fields.empty() && filters.empty(); }
};

/// Errors: a field or filter that meets nothing, with the nearest name.
Result<std::string> selectFromJson(const std::string& document, const Selection& selection);
Result<std::string> selectFromCsv(const std::string& table, const Selection& selection);

}  // namespace plimsoll
