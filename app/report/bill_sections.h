// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/document.h"
#include "app/report/run_documents.h"

#include <string>

// The sections of a report that are about money: bills, and the bills of several designs.

namespace plimsoll {

/// "730 h, prices of us-east-1 as of 2025-11-03"; a study note has hours of its own, per service.
/// What a bill is of: heading, hours, prices and their date.
std::string basisOf(const Bill& bill);
/// `run` is what the bill was metered from; null for an estimate.
Section billSection(const Bill& bill, const RunReport* run = nullptr);
/// Which part of the work a bill carries, where it does not carry all of it.
Section carriedSection(const CarriedWork& work);
/// What each meter costs on each side, their sums, and the difference of two.
/// What each meter costs on each side, their sums, and the difference of two.
Section comparedCost(const Comparison& comparison);
/// What the runs of the sides say about each other.
/// What the runs of the sides say about each other.
Section comparedFigures(const Comparison& comparison);

}  // namespace plimsoll
