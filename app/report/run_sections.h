// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/document.h"
#include "app/report/run_documents.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The sections of a report that are about a run: what each part of it found.

namespace plimsoll {

std::string labelOf(const ComponentReport& component);
std::string labelOf(const RunReport& run, const ComponentId& id);
/// The source of a path; "Users -> Orders" where it asks several.
std::string labelOf(const Report& report, const PathReport& path);
/// Columns that say something in at least one row stay; a table of zeros tells nothing.
/// Takes out the columns that say nothing in any row, and those that say only these texts.
void dropEmptyColumns(Table& table, const std::vector<std::string>& emptyTexts);
/// The unit that the name of a fact ends in, with its blank, or nothing: readers look for it behind the number.
std::string_view unitAtEnd(std::string_view name);
/// A time, or why there is none.
std::string percentileText(const LatencySummary& summary, const std::optional<double>& value);
Section verdictSection(const Report& report);
Section objectivesSection(const RunReport& run);
Section componentsSection(const RunReport& run);
Section consumersSection(const RunReport& run);
Section limitsSection(const RunReport& run);
Section latencySection(const Report& report);
/// What the replications disagree about, apart from times: those stand in their own table.
Section replicationsSection(const RunReport& run);
Section timeSection(const Report& report);
std::vector<Column> sizingColumns();
void addSizingRows(Table& table, const std::string& label, const std::vector<Sizing>& sizing);
Section sizingSection(const RunReport& run);
Section findingsSection(const std::vector<Finding>& findings,
                        const std::optional<TrialWindow>& trials = std::nullopt);
Section waterfall(const RunReport& run, const RequestTrace& trace);
Section auditsSection(const RunReport& run);
Section samplingSection(const RunReport& run);
/// What the half-widths rest on, kind by kind, or why there are none; kinds of one answer share a row.
Section intervalsSection(const RunReport& run);

}  // namespace plimsoll
