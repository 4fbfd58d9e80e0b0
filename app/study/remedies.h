// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/evaluation.h"

#include <optional>
#include <vector>

namespace plimsoll {

/// A change of one number that a finding asks for, and what it adds to the month's bill.
struct Remedy {
    std::string finding;  ///< Finding::id
    ComponentId about;    ///< Finding::component
    ComponentId
        component;  ///< to change: what is too small, which may be what reads the one the finding is about
    std::string parameter;
    double from = 0, to = 0;
    std::optional<Money> perMonth;  ///< dearer; nothing: it could not be priced
};

/// For each finding about a component that is too small: the size that its remedy names, as the run recommends it. Prices are estimates from
/// mean rates, the changed design less the present one.
std::vector<Remedy> remediesOf(const Design& design, const RunReport& report,
                               const std::vector<Finding>& findings, const ServiceLibrary& library,
                               const PriceChoice& price);

}  // namespace plimsoll
