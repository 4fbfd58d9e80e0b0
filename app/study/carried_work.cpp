// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/carried_work.h"

#include "app/study/carried_part.h"
#include "app/study/size_growth.h"
#include "app/study/wording.h"
#include "simulator/run/findings/binding.h"
#include "simulator/run/findings/cause_findings.h"
#include "simulator/services/service_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace plimsoll {

namespace {

/// The scenarios that a month's bill plays.
std::vector<ScenarioId> scenariosOf(const Design& design, const ScenarioId& scenario,
                                    const PriceChoice& choice)
{
    if (design.month.empty() || choice.wholeMonthIsTheScenario)
        return {scenario};
    std::vector<ScenarioId> ids;
    for (const MonthEntry& entry : design.month)
        if (std::find(ids.begin(), ids.end(), entry.scenario) == ids.end())
            ids.push_back(entry.scenario);
    return ids;
}

CarriedScenario carriedToday(const Design& design, const FlowReport& flow)
{
    CarriedScenario carried;
    carried.scenario = flow.scenario;
    const Scenario* scenario = findScenario(design, flow.scenario);
    carried.label = scenario && !scenario->label.empty() ? scenario->label : flow.scenario;
    for (const FlowComponent& component : flow.components) {
        CarriedPart part = partOf(component, flow.durationSeconds);
        if (!(part.offeredPerSecond > 0))
            continue;
        part.label = labelOf(design, component.id);
        carried.parts.push_back(std::move(part));
    }
    return carried;
}

/// What would arrive where, once everything is carried; and which components are the ends of the design.
void compareWith(CarriedScenario& carried, const Design& design, const FlowReport& grown)
{
    const std::set<ComponentId> senders = sendersIn(design, grown);
    double wanted = 0, done = 0;
    for (CarriedPart& part : carried.parts) {
        if (const FlowComponent* all = findComponent(grown, part.component))
            part.wantedPerSecond = std::max(part.offeredPerSecond, all->offered.recordsPerSecond);
        part.isEnd = !senders.contains(part.component);
        if (!part.isEnd)
            continue;
        wanted += part.wantedPerSecond;
        done += part.carriedPerSecond;
    }
    carried.share = wanted > 0 ? done / wanted : 1;
}

}  // namespace

bool CarriedWork::isWhole() const
{
    return worst() == nullptr;
}

const CarriedPart* CarriedWork::worst() const
{
    const CarriedPart* worst = nullptr;
    for (const CarriedScenario& scenario : scenarios)
        for (const CarriedPart& part : scenario.parts) {
            if (part.share() >= 1 - kUnnoticed)
                continue;
            // What reaches an end is what counts; what is short on the way there says why.
            const auto rank = [](const CarriedPart& each) { return std::pair{!each.isEnd, each.share()}; };
            if (!worst || rank(part) < rank(*worst))
                worst = &part;
        }
    return worst;
}

Result<CarriedWork> carriedWork(const Design& design, const ServiceLibrary& library,
                                const ScenarioId& scenario, const PriceChoice& choice,
                                const FlowReport* known)
{
    CarriedWork work;
    work.targetUtilisation = kTargetUse;
    const std::vector<ScenarioId> ids = scenariosOf(design, scenario, choice);
    std::vector<FlowReport> today;
    bool whole = true;
    for (const ScenarioId& id : ids) {
        Result<FlowReport> flow = known && known->scenario == id
                                      ? Result<FlowReport>{*known}
                                      : estimateFlow(design, library, id, kTargetUse);
        if (!flow)
            return flow.error();
        work.scenarios.push_back(carriedToday(design, *flow));
        for (const CarriedPart& part : work.scenarios.back().parts)
            whole = whole && !isShort(part);
        today.push_back(std::move(*flow));
    }
    if (whole) {
        for (std::size_t at = 0; at < ids.size(); ++at)
            compareWith(work.scenarios[at], design, today[at]);
        return work;
    }
    // Sizes left to the program are those of the first scenario, as in the bill.
    const Result<SizedDesign> sized = resolveAuto(design, library, ids.front(), kTargetUse);
    if (!sized)
        return sized.error();
    const Result<GrownSizes> grown = growSizes(sized->design, library, ids, choice);
    if (!grown)
        return grown.error();
    for (std::size_t at = 0; at < ids.size(); ++at) {
        const Result<FlowReport> flow = estimateFlow(grown->design, library, ids[at], kTargetUse);
        if (!flow)
            return flow.error();
        compareWith(work.scenarios[at], design, *flow);
    }
    work.changes = grown->changes;
    work.stuck = grown->stuck;
    work.searched = grown->searched;
    // What was not looked at to the end is neither known to carry all nor known to be stuck.
    const bool carriesAll = work.searched && work.stuck.empty();
    if (carriesAll && !work.changes.empty())
        if (const Result<Bill> bill = estimateBill(grown->design, library, scenario, choice); bill)
            work.monthly = bill->total;
    return work;
}

namespace {

/// "wcu of Table 10 -> 1,250 WCU"
std::string changeText(const SizeChange& change)
{
    if (!change.toChoice.empty())
        return fmt::format("{} of {} {} -> {}", change.name, change.where, change.fromChoice,
                           change.toChoice);
    return fmt::format("{} of {} {} -> {}{}", change.name, change.where, figure(change.from),
                       figure(change.to), change.unit.empty() ? "" : " " + change.unit);
}

Phrase takesText(const CarriedWork& work)
{
    constexpr std::size_t kMostNamed = 6;
    std::string named;
    for (std::size_t at = 0; at < std::min(work.changes.size(), kMostNamed); ++at)
        named += (at > 0 ? ", " : "") + changeText(work.changes[at]);
    Phrase text = Phrase::verbatim(std::move(named));
    if (work.changes.size() > kMostNamed)
        text += Phrase{" and {more} more",
                       {inFigures("more", static_cast<std::uint64_t>(work.changes.size() - kMostNamed))}};
    return text;
}

/// What all of it takes, in sentences; empty when nothing was found missing.
Phrase remedyText(const CarriedWork& work)
{
    if (!work.searched)
        return "Sizes that carry all of it were not looked for to the end, as the design is so large.";
    if (!work.stuck.empty()) {
        std::string stuck;
        for (std::size_t at = 0; at < work.stuck.size(); ++at)
            stuck += (at > 0 ? ", " : "") + work.stuck[at];
        return {"No size was found that carries all of it; in the way: {stuck}.", {inWords("stuck", stuck)}};
    }
    if (work.changes.empty())
        return {};
    return (work.monthly ? Phrase{"Carrying all of it costs {cost} a month and takes ",
                                  {inDollars("cost", *work.monthly)}}
                         : Phrase{"Carrying all of it takes "})
           + takesText(work)
           + Phrase{" (from average rates, sized for {use} use).",
                    {inPercent("use", work.targetUtilisation)}};
}

}  // namespace

std::optional<Finding> refusedInRun(const RunReport& run, const CarriedWork* work)
{
    constexpr double kWaits = 0.01;  // of what was offered: less is on its way when a run ends
    const ComponentReport* worst = nullptr;
    double most = 0, mostRefused = 0;
    Phrase parts;
    for (const ComponentReport& component : run.components) {
        if (component.counts.offered == 0)
            continue;
        const auto offered = static_cast<double>(component.counts.offered);
        const double refused =
            static_cast<double>(component.counts.throttled + component.counts.rejected) / offered;
        const double waiting = component.backlogFinal / offered;
        mostRefused = std::max(mostRefused, refused);
        const std::string label = component.label.empty() ? component.id : component.label;
        const auto add = [&](double share, const Phrase& what) {
            parts +=
                (parts.empty() ? Phrase{} : Phrase{", "})
                + Phrase{"{share} of {component} ", {inPercent("share", share), inWords("component", label)}}
                + what;
            if (share > most) {
                most = share;
                worst = &component;
            }
        };
        if (refused > kUnnoticed)
            add(refused, {"was refused ({refused} of {offered} {offered|attempt|attempts})",
                          {inFigures("refused", component.counts.throttled + component.counts.rejected),
                           inFigures("offered", component.counts.offered)}});
        if (waiting > kWaits && !isUnread(component))
            add(waiting,
                {"still waits ({waiting})", {inFigures("waiting", std::round(component.backlogFinal))}});
    }
    if (!worst)
        return std::nullopt;
    Finding finding;
    finding.id = "not-carried";
    finding.level = FindingLevel::Note;
    finding.component = worst->id;
    finding.text = Phrase{"This bill leaves out work that was not done: "} + parts + ".";
    if (work && !work->isWhole())
        finding.remedy = remedyText(*work);
    else if (work && mostRefused > kUnnoticed && downSeconds(*worst) + failingSeconds(*worst) > 0)
        finding.remedy = "At average rates nothing is refused: it came with a fault of the scenario.";
    else if (work && mostRefused > kUnnoticed)
        finding.remedy =
            "At average rates nothing is refused: it came with a change of the load, or with its swings.";
    finding.derivation = computed("share not done", most, "", "refused or waiting / offered", {});
    return finding;
}

std::optional<Finding> carriedFinding(const CarriedWork& work)
{
    const CarriedPart* worst = work.worst();
    if (!worst)
        return std::nullopt;
    Phrase text{
        "This bill carries {share} of the work meant for {component} ({carried} of {wanted} records/s)",
        {inPercent("share", worst->share()), inWords("component", worst->label),
         inFigures("carried", worst->carriedPerSecond), inFigures("wanted", worst->wantedPerSecond)}};
    Phrase reasons;
    const auto add = [&](const CarriedPart& part, double perSecond, const char* pattern) {
        if (perSecond > kUnnoticed * part.wantedPerSecond)
            reasons +=
                (reasons.empty() ? Phrase{} : Phrase{", "})
                + Phrase{pattern,
                         {inPercent("share", perSecond / part.offeredPerSecond),
                          inFigures("offered", part.offeredPerSecond), inWords("component", part.label)}};
    };
    for (const CarriedScenario& scenario : work.scenarios)
        for (const CarriedPart& part : scenario.parts)
            if (const bool here = &scenario == &work.scenarios.front() || &part == worst; here) {
                add(part, part.refusedPerSecond, "{share} of {offered}/s are refused at {component}");
                add(part, part.waitingPerSecond, "{share} of {offered}/s wait at {component}");
                add(part, part.failedPerSecond,
                    "{share} of {offered}/s fail at {component}, by what it calls or its time limit");
            }
    if (!reasons.empty())
        text += Phrase{": "} + reasons;
    text += ".";
    Finding finding;
    finding.id = "not-carried";
    finding.level = FindingLevel::Problem;
    finding.component = worst->component;
    finding.text = std::move(text);
    finding.remedy = remedyText(work);
    finding.derivation = computed("share of the work carried", worst->share(), "", "carried / meant for it",
                                  {given("carried", worst->carriedPerSecond, "records/s"),
                                   given("meant for it", worst->wantedPerSecond, "records/s")});
    return finding;
}

std::string carriedText(const CarriedWork& work)
{
    const CarriedPart* worst = work.worst();
    if (!worst)
        return "";
    std::string text = fmt::format("carries {} of the work of {}", percent(worst->share()), worst->label);
    if (work.monthly)
        text += fmt::format("; all of it costs {}/month", roundDollars(*work.monthly));
    return text;
}

}  // namespace plimsoll
