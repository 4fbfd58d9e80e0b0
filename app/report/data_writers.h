// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/run_documents.h"

#include <string>
#include <vector>

namespace plimsoll {

/// The stable document `"schema": "plimsoll-run/1"`, described by docs/plimsoll-run.schema.json.
std::string writeRunJson(const Report& report);
/// One journey, as `explain` gives it.
std::string writeTraceJson(const RequestTrace& trace);
/// `"schema": "plimsoll-bill/1"`; `carried`: the work it is for, null when not known.
std::string writeBillJson(const Bill& bill, const std::vector<Finding>& findings,
                          const CarriedWork* carried = nullptr);
/// `"schema": "plimsoll-comparison/1"`
std::string writeComparisonJson(const Comparison& comparison);
/// `"schema": "plimsoll-sizing/1"`
std::string writeSizingJson(const FlowReport& flow);
/// `"schema": "plimsoll-derivation/1"`: the formula tree of one number.
std::string writeDerivationJson(const std::string& id, const Derivation& derivation);

/// One figure per row: section,item,measure,value,unit.
std::string writeRunCsv(const Report& report);
/// One tier of one bill line per row, then the totals. `total_usd` is the line's; `carried_share` the part of the work
/// meant for the component that the bill is for.
std::string writeBillCsv(const Bill& bill, const CarriedWork* carried = nullptr);
/// One meter per row, one column per side.
std::string writeComparisonCsv(const Comparison& comparison);
std::string writeSizingCsv(const FlowReport& flow);

}  // namespace plimsoll
