// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/carried_work.h"

namespace plimsoll {

/// A design whose sizes have grown until average rates fit.
struct GrownSizes {
    Design design;
    std::vector<SizeChange> changes;
    std::vector<std::string> stuck;  ///< "Table: Writes of one partition (1,000%)": no size found that helps
    bool searched = true;            ///< false: the design is too large to look at all sizes
};

/// Raises sizes until the average rates of all these scenarios fit: sizing parameters to what is recommended, then whatever
/// relieves the limits left over. Nothing is left to `auto` in the design. The size of the design bounds how many estimates
/// are made.
Result<GrownSizes> growSizes(const Design& design, const ServiceLibrary& library,
                             const std::vector<ScenarioId>& scenarios, const PriceChoice& price);

}  // namespace plimsoll
