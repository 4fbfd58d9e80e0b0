// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/connection_parameters.h"
#include "model/validation/issue.h"
#include "simulator/services/service.h"
#include "tests/simulator/fixtures.h"

#include <string>
#include <utility>
#include <vector>

namespace plimsoll::tests {

/// A small design made for one service, the component "x", out of what the specs and the
/// table of integrations say: nothing here knows a service.
struct Stage {
    std::string name;
    Design design;
};

/// How hard a stage is driven.
struct Drive {
    const char* name;
    double perSecond;
    std::int64_t recordBytes;
    double seconds;
    double hotKeyShare;
};
inline constexpr Drive kCalm{"calm", 20, 900, 120, 0};
inline constexpr Drive kBusy{"busy", 4000, 3000, 12, 0.3};
/// Slow, and so long that what is still on its way at the end does not count.
inline constexpr Drive kSteady{"steady", 3, 900, 6 * 3600, 0};
/// So slow that what happens once a minute or an hour is seen.
inline constexpr Drive kSlow{"slow", 0.2, 900, 6 * 3600, 0};
/// Large records that come in volleys.
inline constexpr Drive kLarge{"large", 60, 90'000, 60, 0};

/// As hard as a limit makes it, see `overloadedStagesOf`.
inline constexpr Drive kOverload{"overloaded", 100, 900, 60, 0};

/// All services that a run can play.
std::vector<const ServiceSpec*> runnable();
/// Stages of a service, calm ones first; all pass validation.
std::vector<Stage> stagesOf(const ServiceSpec& spec);
/// Stages with a steady state, long enough for their means.
std::vector<Stage> steadyStagesOf(const ServiceSpec& spec);
/// Stages in which half as much again is asked as the tightest limit takes.
std::vector<Stage> overloadedStagesOf(const ServiceSpec& spec);
/// The same, of what a service does under special parameters, each named for what it shows.
std::vector<Stage> specialSteadyStagesOf(const std::string& service);
/// What the estimate and the run of a design say.
struct Both {
    FlowReport flow;
    RunReport run;
    double drawn = 1;     ///< traffic of the run over that of the estimate
    bool steady = false;  ///< there is a steady state that a mean rate can tell
};
Result<Both> both(const Design& design);
/// Where the estimate and the run of a design disagree: meters and limits by more than 2%, the time at a component
/// by more than 5%, counts once the traffic that was drawn is allowed for.
std::vector<std::string> differencesOf(const Design& design);
/// The largest of these, as shares: of meters, and of the times at components with samples enough.
struct Farthest {
    double meters = 0, times = 0;
};
Farthest farthestApart(const Design& design);
/// The same above saturation: meters and what is refused by more than 2% (of what is offered), what waits at the end by
/// more than 5%.
std::vector<std::string> overloadDifferencesOf(const Design& design);
/// A pair of services, "x" and "y", that a connection "c" of this kind may lead from and to.
struct Pair {
    const ServiceSpec* from;
    const ServiceSpec* to;
    ConnectionKind kind;
};
/// All pairs that a run can play.
std::vector<Pair> pairs();
/// Stages of a pair in which "y" fails, is down and is slow for a while, and "x" has another one like it beside.
std::vector<Stage> stagesOf(const Pair& pair);
/// The same with other words for what "x" and "y" are, and for what "x" is asked.
std::vector<Stage> variantsOf(const Stage& stage);
/// Scenarios in which parameters of this service act that do so only in a special case, each named for what it shows.
std::vector<Stage> specialStagesOf(const std::string& service);
/// Values of a parameter other than the one it has, far apart.
std::vector<ParameterValue> otherValues(const ParameterSpec& spec, const ParameterValue& now);

/// Everything a run and an estimate say of a design, numbers with all their digits; the error when it cannot run.
std::string saidOf(const Design& design);
/// The same, remembered for the next time it is asked for.
std::string saidAsItIs(const Design& design);
/// How many designs were played by these two so far.
int playedDesigns();

}  // namespace plimsoll::tests

Q_DECLARE_METATYPE(plimsoll::tests::Pair)
