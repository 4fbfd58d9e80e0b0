// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/gate/stages.h"

#include "model/serialization/design_file.h"

#include "simulator/estimate/flow.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/simulator/transcript.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace plimsoll::tests {

namespace {

const ServiceCatalog& catalog()
{
    return library().catalog();
}

bool runs(const ServiceSpec& spec)
{
    const Service* service = library().find(spec.id);
    return service && service->makeNode;
}

/// The kinds a drawn connection between the two may have; none when the pair is refused or the other way round.
std::vector<ConnectionKind> kindsBetween(const ServiceSpec& from, const ServiceSpec& to)
{
    const Legality legality = IntegrationTable::builtin().judge(from, to);
    if (legality.verdict == Legality::Verdict::Refused || legality.verdict == Legality::Verdict::Reversed
        || legality.verdict == Legality::Verdict::DrawnOnly || !to.accepts)
        return {};
    return legality.kinds;
}

bool passes(const Design& design)
{
    const std::vector<Issue> issues = validate(design, catalog(), IntegrationTable::builtin());
    return std::none_of(issues.begin(), issues.end(),
                        [](const Issue& issue) { return issue.severity == Severity::Error; });
}

/// Adds a component with its feed on, so that it can be read.
void place(Drawing& drawing, const ServiceSpec& spec, const std::string& id)
{
    ParameterMap parameters;
    if (!spec.feedParameter.empty()) {
        if (const ParameterSpec* feed = findParameter(spec, spec.feedParameter)) {
            for (const ParameterChoice& choice : feed->choices) {
                if (choice.value != "off")
                    parameters[feed->id] = choice.value;
            }
        }
    }
    drawing.place(spec.id, id, std::move(parameters));
}

void loadIt(Drawing& drawing, const ServiceSpec& spec, const std::string& id, const Drive& drive)
{
    Scenario& scenario = drawing.scenario();
    if (spec.isSource) {
        TrafficProfile profile;
        profile.ratePerSecond = drive.perSecond;
        profile.arrivals = Arrivals::Poisson;
        scenario.traffic[id] = profile;
    }
    if (spec.runsQueries) {
        QueryLoad query;
        query.id = "q-" + id;
        query.target = id;
        query.perHour = drive.perSecond;
        query.gigabytesScanned = 0.5;
        scenario.queries.push_back(query);
    }
    if (spec.runsJobs) {
        JobLoad job;
        job.id = "j-" + id;
        job.component = id;
        job.everySeconds = 20;
        job.gigabytes = 2;
        scenario.jobs.push_back(job);
    }
}

/// Services that send into `spec`, the traffic source first: one hop, or through a store that it reads.
std::vector<std::vector<const ServiceSpec*>> waysInto(const ServiceSpec& spec)
{
    std::vector<std::vector<const ServiceSpec*>> ways;
    const ServiceSpec* source = nullptr;
    for (const ServiceSpec& each : catalog().all()) {
        if (each.isSource && !each.sendsUnasked && runs(each))
            source = source ? source : &each;
    }
    if (spec.isSource || !spec.accepts)
        return {{}};
    if (!kindsBetween(*source, spec).empty())
        ways.push_back({source});
    for (const ServiceSpec& each : catalog().all()) {
        if (!runs(each) || each.isSource || each.id == spec.id || kindsBetween(*source, each).empty()
            || kindsBetween(each, spec).empty())
            continue;
        ways.push_back({source, &each});
    }
    // Whoever uses it asks by what it takes in, and nothing else: a few of them tell.
    constexpr std::size_t kFewUsers = 4;
    if (spec.use && ways.size() > kFewUsers)
        ways.resize(kFewUsers);
    return ways;
}

void build(Drawing& drawing, const std::vector<const ServiceSpec*>& way, const ServiceSpec& spec,
           const std::vector<const ServiceSpec*>& after, const Drive& drive)
{
    std::string before;
    for (std::size_t at = 0; at < way.size(); ++at) {
        const std::string id = "in" + std::to_string(at);
        place(drawing, *way[at], id);
        loadIt(drawing, *way[at], id, drive);
        if (!before.empty())
            drawing.connect(before, id);
        before = id;
    }
    place(drawing, spec, "x");
    loadIt(drawing, spec, "x", drive);
    if (!before.empty())
        drawing.connect(before, "x");
    for (std::size_t at = 0; at < after.size(); ++at) {
        const std::string id = "out" + std::to_string(at);
        place(drawing, *after[at], id);
        loadIt(drawing, *after[at], id, drive);
        drawing.connect("x", id);
    }
    for (Component& component : drawing.design.components) {
        if (!catalog().find(component.service)->isSource)
            continue;
        component.parameters["recordSizeBytes"] = drive.recordBytes;
        component.parameters["hotKeyShare"] = drive.hotKeyShare;
        component.parameters["keys"] = std::int64_t{500};
    }
}

}  // namespace

namespace {

using Services = std::vector<const ServiceSpec*>;

/// What a service can send to: nothing, each of its targets, two of them.
std::vector<Services> waysOutOf(const ServiceSpec& spec)
{
    Services targets;
    for (const ServiceSpec& each : catalog().all()) {
        // What only passes requests on is no end for them.
        if (runs(each) && !each.isSource && !each.balances && each.id != spec.id
            && !kindsBetween(spec, each).empty())
            targets.push_back(&each);
    }
    std::vector<Services> outs{{}};
    for (const ServiceSpec* target : targets)
        outs.push_back({target});
    if (targets.size() >= 2)
        outs.push_back({targets[0], targets[1]});
    return outs;
}

void addStage(std::vector<Stage>& stages, const Drive& drive, const Services& way, const ServiceSpec& spec,
              const Services& out)
{
    if (spec.balances && out.empty())
        return;
    // Users without time to think ask as fast as they are answered.
    Drawing drawing{spec.sendsUnasked && &drive != &kSteady ? 3 : drive.seconds};
    build(drawing, way, spec, out, drive);
    if (!passes(drawing.design))
        return;
    std::string name = drive.name;
    for (const ServiceSpec* each : way)
        name += " " + each->id;
    name += " x";
    for (const ServiceSpec* each : out)
        name += " " + each->id;
    stages.push_back({name, drawing.design});
}

}  // namespace

namespace {

/// Half as much again as the tightest limit of the estimate takes, for as long as can be played; false where that is too
/// little to settle.
bool overload(Design& design)
{
    constexpr double kAsked = 1.5, kMostMessages = 3e5, kLeastSeconds = 300, kMostSeconds = 6 * 3600;
    Scenario& scenario = design.scenarios.front();
    for (int round = 0; round < 4; ++round) {
        const Result<FlowReport> flow = estimateFlow(design, library(), scenario.id);
        if (!flow)
            return false;
        double most = 0, perSecond = 0;
        for (const FlowComponent& component : flow->components) {
            for (const LimitUse& limit : component.limits) {
                if (std::isfinite(limit.utilisation))
                    most = std::max(most, limit.utilisation);
            }
            perSecond += component.offered.messagesPerSecond;
        }
        if (most >= 0.9 * kAsked && most <= 1.1 * kAsked) {
            scenario.durationSeconds = std::min(kMostSeconds, std::floor(kMostMessages / perSecond));
            return scenario.durationSeconds >= kLeastSeconds;
        }
        if (!(most > 0))
            return false;
        for (auto& [source, profile] : scenario.traffic)
            profile.ratePerSecond *= kAsked / most;
        for (QueryLoad& query : scenario.queries)
            query.perHour *= kAsked / most;
    }
    return false;
}

}  // namespace

std::vector<const ServiceSpec*> runnable()
{
    std::vector<const ServiceSpec*> specs;
    for (const ServiceSpec& spec : library().catalog().all()) {
        if (library().find(spec.id)->makeNode)
            specs.push_back(&spec);
    }
    return specs;
}

std::vector<Stage> stagesOf(const ServiceSpec& spec)
{
    std::vector<Stage> stages;
    const std::vector<Services> outs = waysOutOf(spec);
    for (const Drive* drive : {&kCalm, &kBusy, &kLarge}) {
        for (const Services& way : waysInto(spec)) {
            for (const Services& out : outs)
                addStage(stages, *drive, way, spec, out);
        }
    }
    return stages;
}

std::vector<Stage> steadyStagesOf(const ServiceSpec& spec)
{
    // Each way in and each way out once: all pairs of them would be tried for hours.
    std::vector<Stage> stages;
    const std::vector<Services> ways = waysInto(spec), outs = waysOutOf(spec);
    for (std::size_t at = 0; at < std::max(ways.size(), outs.size()) && !ways.empty(); ++at)
        addStage(stages, kSteady, ways[at % ways.size()], spec, outs[(at + 1) % outs.size()]);
    // A few queries a day of their own are chance; those that are asked over connections are many.
    for (Stage& stage : stages) {
        stage.design.scenarios.front().queries.clear();
        // What is cut off in its tail alone has no mean that a mean could tell.
        for (Component& component : stage.design.components) {
            constexpr std::int64_t kLongEnough = 20;
            const std::string& limit = catalog().find(component.service)->runLimitParameter;
            if (!limit.empty())
                component.parameters[limit] = kLongEnough;
        }
    }
    return stages;
}

std::vector<Stage> overloadedStagesOf(const ServiceSpec& spec)
{
    std::vector<Stage> stages;
    for (const Services& way : waysInto(spec)) {
        addStage(stages, kOverload, way, spec, {});
        if (!stages.empty() && !overload(stages.back().design))
            stages.pop_back();
    }
    return stages;
}

std::vector<Pair> pairs()
{
    std::vector<Pair> all;
    for (const ServiceSpec* from : runnable()) {
        for (const ServiceSpec* to : runnable()) {
            if (from->id == to->id)
                continue;
            for (const ConnectionKind kind : kindsBetween(*from, *to))
                all.push_back({from, to, kind});
        }
    }
    return all;
}

namespace {

/// Ways that bring what a reader of a feed hands on, batches of records.
std::vector<Services> batchesInto(const ServiceSpec& spec)
{
    std::vector<Services> batches;
    // Those first who hand on what they read as it is.
    Services readers = runnable();
    std::stable_sort(readers.begin(), readers.end(), [](const ServiceSpec* a, const ServiceSpec* b) {
        return a->sender.routes.size() < b->sender.routes.size();
    });
    for (const ServiceSpec* reader : readers) {
        if (reader->id == spec.id || kindsBetween(*reader, spec).empty())
            continue;
        for (Services& way : waysInto(*reader)) {
            if (way.size() < 2 || way.back()->feed.shape != FeedSpec::Shape::Lanes
                || way.back()->id == spec.id)
                continue;
            way.push_back(reader);
            batches.push_back(std::move(way));
            break;
        }
    }
    return batches;
}

/// Something for a target to send to: a store when it may, so that sizes and operations show.
void placeBehind(Drawing& drawing, const ServiceSpec& spec, const std::string& id)
{
    const ServiceSpec* behind = nullptr;
    for (const ServiceSpec* each : runnable()) {
        if (each->isSource || each->balances || each->id == spec.id || kindsBetween(spec, *each).empty())
            continue;
        if (!behind || (!behind->answersReads && each->answersReads))
            behind = each;
    }
    if (!behind)
        return;
    place(drawing, *behind, id + "-behind");
    drawing.connect(id, id + "-behind");
}

void addPairStage(std::vector<Stage>& stages, const Drive& drive, const Services& way, const Pair& pair,
                  bool besides)
{
    Drawing drawing{drive.seconds};
    build(drawing, way, *pair.from, {}, drive);
    // Where it is a share of its work that is done over connections, none is by default.
    for (Component& component : drawing.design.components)
        if (component.id == "x" && findParameter(*pair.from, "externalPercent"))
            component.parameters["externalPercent"] = 100.0;
    // All of the work, done once, would hide how it is shared and how much of it is done at once.
    const std::vector<ParameterSpec> specs = connectionParameters(pair.kind, *pair.from, *pair.to);
    ParameterMap values{{"kind", std::string{toString(pair.kind)}}};
    for (const ParameterSpec& spec : specs) {
        if (spec.id == "operations" && spec.type == ParameterType::Integer)
            values[spec.id] = std::int64_t{3};
        if (spec.id == "share")
            values[spec.id] = 30.0;
        if (spec.id == "breakerMinimumCalls")
            values[spec.id] = std::int64_t{5};
        if (spec.id == "breakerWindowSeconds")
            values[spec.id] = 60.0;
        if (spec.id == "breakerOpenSeconds")
            values[spec.id] = 1.0;
        if (spec.id == "breakerFailurePercent")
            values[spec.id] = 20.0;
    }
    for (const char* id : {"y", "y-beside"}) {
        if (!besides && id != std::string_view{"y"})
            continue;
        place(drawing, *pair.to, id);
        if (pair.to->runsJobs && !pair.to->stores) {  // what a request for a job starts
            loadIt(drawing, *pair.to, id, drive);
            drawing.scenario().jobs.back().everySeconds = 0;
        }
        drawing.connect("x", id, values);
        placeBehind(drawing, *pair.to, id);
    }
    std::find_if(drawing.design.connections.begin(), drawing.design.connections.end(),
                 [](const Connection& each) { return each.from == "x" && each.to == "y"; })
        ->id = "c";
    const double part = drive.seconds / 6;
    const auto during = [&](FaultKind what, double from, double factor) {
        drawing.scenario().faults.push_back(faultOn(pair.to->balances && !pair.to->caches ? "y-behind" : "y",
                                                    what, from * part, part, factor));
    };
    during(FaultKind::Errors, 1, 0.5);
    during(FaultKind::Down, 3, 1);
    during(FaultKind::Slow, 4, 200);
    // Down now and then, so that it matters how soon all is taken to be well again.
    for (const double at : {5.2, 5.4, 5.6}) {
        during(FaultKind::Down, at, 1);
        drawing.scenario().faults.back().durationSeconds = part / 20;
    }
    if (!passes(drawing.design))
        return;
    std::string name = drive.name;
    for (const ServiceSpec* each : way)
        name += " " + each->id;
    stages.push_back({name + (besides ? " x y y" : " x y"), drawing.design});
}

}  // namespace

std::vector<Stage> stagesOf(const Pair& pair)
{
    std::vector<Services> ways = waysInto(*pair.from);
    for (Services& way : batchesInto(*pair.from))
        ways.push_back(std::move(way));
    std::vector<Stage> stages;
    for (const Drive* drive : {&kCalm, &kBusy, &kSlow}) {
        if (pair.from->sendsUnasked && drive != &kCalm)
            continue;  // as hard as it likes, for as long
        for (const bool besides : {true, false}) {
            // One way in that brings batches, and one that brings what comes as it comes.
            int fed = 0, plain = 0;
            for (const Services& way : ways) {
                const bool isFed =
                    way.size() > 2 || (way.size() > 1 && way.back()->feed.shape != FeedSpec::Shape::None);
                int& seen = isFed ? fed : plain;
                const std::size_t before = stages.size();
                if (seen == 0)
                    addPairStage(stages, *drive, way, pair, besides);
                seen += stages.size() > before ? 1 : 0;
            }
        }
    }
    return stages;
}

std::vector<Stage> variantsOf(const Stage& stage)
{
    std::vector<Stage> variants;
    for (std::size_t at = 0; at < stage.design.connections.size(); ++at) {
        if (stage.design.connections[at].to != "x")
            continue;
        using Word = std::pair<const char*, const char*>;
        for (const auto& [parameter, value] :
             {Word{"operationsPer", "batch"}, Word{"operation", "read"}, Word{"operation", "write"}}) {
            Stage variant{stage.name + ", " + value, stage.design};
            variant.design.connections[at].parameters[parameter] = std::string{value};
            if (passes(variant.design))
                variants.push_back(std::move(variant));
        }
    }
    for (std::size_t at = 0; at < stage.design.components.size(); ++at) {
        const Component& component = stage.design.components[at];
        if (component.id != "x" && component.id != "y")
            continue;
        for (const ParameterSpec& spec : catalog().find(component.service)->parameters) {
            for (const ParameterChoice& choice : spec.choices) {
                Stage variant{stage.name + ", " + component.id + " " + spec.id + " " + choice.value,
                              stage.design};
                variant.design.components[at].parameters[spec.id] = choice.value;
                if (passes(variant.design))
                    variants.push_back(std::move(variant));
            }
        }
    }
    return variants;
}

namespace {

constexpr double kNearlyFull = 0.85;
constexpr double kVolley = 10;  ///< records that come as one message
constexpr double kLeastCounted =
    60;  ///< below this much of a thing its own chance is more than the tolerance
constexpr std::uint64_t kFewSamples = 1000;  ///< have a mean of their own chance

struct Amount {
    double estimated = 0, metered = 0;
};

/// Amounts of both by component and meter.
std::map<std::string, Amount> amountsOf(const FlowReport& flow, const RunReport& run)
{
    std::map<std::string, Amount> amounts;
    for (const MeterReading& reading : flow.usage)
        amounts[reading.component + " " + reading.meter].estimated += reading.amount;
    for (const MeterReading& reading : run.usage)
        amounts[reading.component + " " + reading.meter].metered += reading.amount;
    return amounts;
}

bool agree(double estimated, double metered, double drawn, double tolerance)
{
    for (const double scale : {1.0, 1 / drawn}) {
        if (std::fabs(metered * scale - estimated) <= tolerance * std::max(estimated, kLeastCounted))
            return true;
    }
    return false;
}

/// Records that come in a volley wait for each other behind the one reader of their lane, and it asks again when it is
/// done with them. The estimate of readers without a mapping leaves that out.
bool standsAtLaneReader(const Design& design, const ComponentId& id)
{
    const auto specOf = [&](const ComponentId& other) -> const ServiceSpec& {
        return *catalog().find(findComponent(design, other)->service);
    };
    return std::any_of(design.connections.begin(), design.connections.end(),
                       [&](const Connection& connection) {
                           return (connection.to == id || connection.from == id)
                                  && specOf(connection.from).feed.shape == FeedSpec::Shape::Lanes
                                  && !specOf(connection.to).reader.mapping;
                       });
}

/// How far each limit is used, and the mean time of a piece of work.
void compare(const Design& design, const FlowComponent& flow, const ComponentReport& run, double drawn,
             std::vector<std::string>& differences)
{
    constexpr double kUseless = 0.002;  // of a limit: less than this is nothing
    const auto apart = [&](double estimated, double measured, double tolerance, double least) {
        return std::fabs(estimated - measured) > std::max(tolerance * estimated, least)
               && std::fabs(estimated - measured / drawn) > std::max(tolerance * estimated, least);
    };
    if (standsAtLaneReader(design, run.id))
        return;
    for (const LimitUse& limit : run.limits) {
        const auto same = std::find_if(flow.limits.begin(), flow.limits.end(),
                                       [&](const LimitUse& other) { return other.limit == limit.limit; });
        if (same == flow.limits.end())
            differences.push_back(run.id + ": the estimate has no limit " + limit.limit);
        else if (apart(same->utilisation, limit.utilisation, 0.02, kUseless))
            differences.push_back(run.id + " " + limit.limit + ": used " + std::to_string(same->utilisation)
                                  + " by estimate, " + std::to_string(limit.utilisation) + " in the run");
    }
    // What comes in bursts falls in step with the time for which it is gathered.
    if (flow.serviceMillis > 0 && flow.offered.recordsPerMessage() < kVolley && flow.offered.burstRecords == 0
        && run.latency.mean && run.latency.samples >= kFewSamples
        && std::fabs(flow.serviceMillis - *run.latency.mean) > 0.05 * flow.serviceMillis)
        differences.push_back(run.id + ": " + std::to_string(flow.serviceMillis) + " ms by estimate, "
                              + std::to_string(*run.latency.mean) + " ms in the run");
}

/// Whether all that lies behind a cache comes from so few misses that their number is chance, or from volleys, of which
/// each is one request to it.
bool hangsOnFewMisses(const Design& design, const FlowReport& flow)
{
    constexpr double kFewMisses = 5000;
    return std::any_of(
        design.connections.begin(), design.connections.end(), [&](const Connection& connection) {
            const Component* from = findComponent(design, connection.from);
            const auto rate = flow.connections.find(connection.id);
            return catalog().find(from->service)->caches && rate != flow.connections.end()
                   && (rate->second.messagesPerSecond * flow.durationSeconds < kFewMisses
                       || findComponent(flow, from->id)->offered.recordsPerMessage() > kVolley);
        });
}

/// Whether a design has a steady state that a mean rate can tell.
bool isSteady(const Design& design, const FlowReport& flow, const RunReport& run)
{
    // A line that only ever grows has none.
    for (const FlowComponent& component : flow.components) {
        if (component.backlogGrowthPerSecond > 0
            || std::any_of(component.limits.begin(), component.limits.end(),
                           [](const LimitUse& limit) { return limit.utilisation > kNearlyFull; }))
            return false;
    }
    // What takes nothing at all is asked again for as long as each sender likes.
    for (const ComponentReport& component : run.components) {
        if (component.counts.offered > 0 && component.counts.accepted == 0)
            return false;
    }
    // A volley fills a limit for an instant, of which a mean rate knows nothing.
    for (const ComponentReport& component : run.components) {
        if (component.counts.throttled > 0
            && findComponent(flow, component.id)->offered.recordsPerMessage() > kVolley)
            return false;
    }
    return !hangsOnFewMisses(design, flow);
}

}  // namespace

Result<Both> both(const Design& design)
{
    RunOptions options;
    RunMonitor monitor;
    Result<RunReport> run = simulate(design, library(), options, monitor);
    if (!run)
        return run.error();
    Result<FlowReport> flow = estimateFlow(design, library(), design.scenarios.front().id);
    if (!flow)
        return flow.error();
    double offered = 0, expected = 0;
    for (const ComponentReport& component : run->components) {
        if (!catalog().find(component.service)->isSource)
            continue;
        offered += static_cast<double>(component.counts.offered);
        expected += findComponent(*flow, component.id)->offered.recordsPerSecond * flow->durationSeconds;
    }
    const bool steady = isSteady(design, *flow, *run);
    return Both{std::move(*flow), std::move(*run), expected > 0 ? offered / expected : 1, steady};
}

std::vector<std::string> differencesOf(const Design& design)
{
    const Result<Both> played = both(design);
    if (!played)
        return {played.error().toString()};
    const auto& [flow, run, drawn, steady] = *played;
    if (!steady)
        return {};
    std::vector<std::string> differences;
    for (const auto& [name, amount] : amountsOf(flow, run)) {
        if (!agree(amount.estimated, amount.metered, drawn, 0.02))
            differences.push_back(name + ": estimate " + std::to_string(amount.estimated) + ", run "
                                  + std::to_string(amount.metered / drawn));
    }
    for (const ComponentReport& component : run.components)
        compare(design, *findComponent(flow, component.id), component, drawn, differences);
    return differences;
}

Farthest farthestApart(const Design& design)
{
    Farthest farthest;
    const Result<Both> played = both(design);
    if (!played || !played->steady)
        return farthest;
    const auto& [flow, run, drawn, steady] = *played;
    for (const auto& [name, amount] : amountsOf(flow, run))
        farthest.meters = std::max(farthest.meters, std::fabs(amount.metered / drawn - amount.estimated)
                                                        / std::max(amount.estimated, kLeastCounted));
    for (const ComponentReport& component : run.components) {
        const FlowComponent& estimate = *findComponent(flow, component.id);
        if (estimate.serviceMillis > 0 && estimate.offered.recordsPerMessage() < kVolley
            && component.latency.mean && component.latency.samples >= kFewSamples
            && !standsAtLaneReader(design, component.id))
            farthest.times =
                std::max(farthest.times, std::fabs(*component.latency.mean / estimate.serviceMillis - 1));
    }
    return farthest;
}

std::vector<std::string> overloadDifferencesOf(const Design& design)
{
    const Result<Both> played = both(design);
    if (!played)
        return {played.error().toString()};
    const auto& [flow, run, drawn, steady] = *played;
    std::vector<std::string> differences;
    for (const auto& [name, amount] : amountsOf(flow, run)) {
        if (!agree(amount.estimated, amount.metered, drawn, 0.02))
            differences.push_back(name + ": estimate " + std::to_string(amount.estimated) + ", run "
                                  + std::to_string(amount.metered / drawn));
    }
    const auto apart = [&](const std::string& id, const char* what, double estimated, double counted,
                           double tolerance) {
        if (std::fabs(counted / drawn - estimated) > tolerance && std::fabs(counted - estimated) > tolerance)
            differences.push_back(id + " " + what + ": estimate " + std::to_string(estimated) + ", run "
                                  + std::to_string(counted / drawn));
    };
    for (const ComponentReport& component : run.components) {
        const FlowComponent& estimate = *findComponent(flow, component.id);
        constexpr double kLeast = 100;
        const double offered = estimate.offered.recordsPerSecond * flow.durationSeconds;
        apart(component.id, "refused", estimate.refused.recordsPerSecond * flow.durationSeconds,
              static_cast<double>(component.counts.throttled + component.counts.rejected),
              std::max(0.02 * offered, kLeast));
        // What only passes through waits as well, but not more and more.
        if (estimate.backlogGrowthPerSecond > 0)
            apart(component.id, "waiting at the end", estimate.backlogFinal, component.backlogFinal,
                  std::max(0.05 * estimate.backlogFinal, kLeast));
    }
    return differences;
}

std::vector<ParameterValue> otherValues(const ParameterSpec& spec, const ParameterValue& now)
{
    std::vector<ParameterValue> values;
    const auto add = [&](ParameterValue value) {
        if (!(value == now))
            values.push_back(std::move(value));
    };
    if (spec.type == ParameterType::Choice) {
        for (const ParameterChoice& choice : spec.choices)
            add(choice.value);
    } else if (spec.type == ParameterType::Boolean) {
        add(true);
        add(false);
    } else if (spec.type == ParameterType::Integer || spec.type == ParameterType::Real) {
        const double from = asNumber(now, spec.minimum);
        // The smallest last: users who do not think at all ask without end where they are refused at once.
        for (const double number :
             {std::min(spec.maximum, std::max(1.0, from * 3)), std::max(spec.minimum, std::floor(from / 4)),
              std::min(spec.maximum, 20'000.0), spec.minimum}) {
            if (spec.type == ParameterType::Integer)
                add(static_cast<std::int64_t>(number));
            else
                add(number);
        }
        // The most there may be, as far as a run takes it.
        constexpr double kBearable = 2e7;
        if (spec.type == ParameterType::Integer && spec.maximum <= kBearable)
            add(static_cast<std::int64_t>(spec.maximum));
    }
    return values;
}

namespace {

int played = 0;

}  // namespace

int playedDesigns()
{
    return played;
}

std::string saidOf(const Design& design)
{
    ++played;
    RunOptions options;
    RunMonitor monitor;
    const Result<RunReport> report = simulate(design, library(), options, monitor);
    if (!report)
        return "error: " + report.error().toString();
    std::string said = Transcript{*report}.text;
    for (const MeterReading& reading : report->usage)
        said += reading.component + " " + reading.meter + " " + std::to_string(reading.amount) + " "
                + std::to_string(reading.inflowPerSecond) + " " + std::to_string(reading.startStock) + " "
                + std::to_string(reading.retentionSeconds) + "\n";
    return said;
}

std::string saidAsItIs(const Design& design)
{
    // Most parameters are shown in the same few designs.
    constexpr std::size_t kMostKept = 64;
    static std::map<std::string, std::string> said;
    if (said.size() >= kMostKept)
        said.clear();
    std::string& known = said[writeDesign(design)];
    if (known.empty())
        known = saidOf(design);
    return known;
}

}  // namespace plimsoll::tests
