// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/document.h"
#include "app/study/search.h"
#include "app/study/sweep.h"

#include <string>

namespace plimsoll {

/// One row per point; those on the front of cost against metric are marked.
Document documentOf(const Sweep& sweep, const std::string& title);
/// `"schema": "plimsoll-sweep/1"`
std::string writeSweepJson(const Sweep& sweep);
/// One point per row, numbers as they are.
std::string writeSweepCsv(const Sweep& sweep);

/// The sizing that was found, its confirmation, and what was tried on the way.
Document documentOf(const SizeSearch& search, const std::string& title);
/// `"schema": "plimsoll-size-search/1"`
std::string writeSearchJson(const SizeSearch& search);
/// One trial per row.
std::string writeSearchCsv(const SizeSearch& search);

}  // namespace plimsoll
