// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/run/month/month_plan.h"
#include "simulator/run/month/segment.h"
#include "simulator/run/replication/replication.h"
#include "simulator/run/replication/run_options.h"

#include <functional>

namespace plimsoll {

/// A scenario put together from levels and stretches, as if it had been run whole.
struct MonthRun {
    Replication whole;
    SamplingReport sampling;
};

/// Is sampling worth it? Otherwise the sentence that says why the scenario is run as it is.
struct SamplingChoice {
    bool samples = false;
    std::string text;
};
SamplingChoice chooseSampling(const MonthPlan& plan, const SamplingOptions& options);

/// Runs stretches as they are and levels until their figures are tight or the budget is spent. The result does not
/// depend on `threads` or on what the cache holds.
MonthRun runMonth(const MonthStage& stage, const MonthPlan& plan, const FlowReport& flow,
                  const RunOptions& options, int replication, const std::function<bool(double)>& keepGoing);

}  // namespace plimsoll
