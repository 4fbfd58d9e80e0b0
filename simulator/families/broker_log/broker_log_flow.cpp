// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "model/support/number_text.h"
#include "simulator/families/broker_log/broker_log.h"
#include "simulator/families/shared/lane_shares.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plimsoll {

namespace {

/// Shares of the bytes by broker: what it takes in, and what it leads.
struct BrokerShares {
    std::vector<double> in, led;
};

BrokerShares brokerShares(const BrokerLogConfig& config, const std::vector<double>& lanes)
{
    const auto brokers = static_cast<std::size_t>(config.brokers);
    BrokerShares shares{std::vector<double>(brokers, 0), std::vector<double>(brokers, 0)};
    const auto seen = static_cast<std::size_t>(config.copiesCount ? config.copies() : 1);
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        shares.led[lane % brokers] += lanes[lane];
        for (std::size_t copy = 0; copy < seen; ++copy)
            shares.in[(lane + copy) % brokers] += lanes[lane];
    }
    return shares;
}

/// What passes of what is offered, and which limit keeps back the rest.
struct Passing {
    double passes = 1;
    double byIn = 0, byOut = 0, byDisk = 0, byPartition = 0;  ///< kept back, of all that is offered
};

/// `streams`: of a partition's bytes that leave its leader, the followers' included.
Passing passing(const BrokerLogConfig& config, double bytes, const std::vector<double>& lanes,
                const BrokerShares& shares, double streams)
{
    Passing all;
    if (bytes <= 0)
        return all;
    all.passes = 0;
    const auto brokers = static_cast<std::size_t>(config.brokers);
    const auto seen = static_cast<std::size_t>(config.copiesCount ? config.copies() : 1);
    const auto part = [](double capacity, double asked) {
        return capacity > 0 && asked > capacity ? capacity / asked : 1;
    };
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        double passes = part(config.partitionIn.perUnit, bytes * lanes[lane]);
        double* by = &all.byPartition;
        const auto see = [&](double share, double& limit) {
            if (share < passes) {
                passes = share;
                by = &limit;
            }
        };
        for (std::size_t copy = 0; copy < seen; ++copy) {
            const double asked = bytes * shares.in[(lane + copy) % brokers];
            see(part(config.in.perUnit, asked), all.byIn);
            see(part(config.disk.perUnit, asked), all.byDisk);
        }
        if (config.copiesSent() > 0)
            see(part(config.out.perUnit, bytes * shares.led[lane % brokers] * streams), all.byOut);
        all.passes += lanes[lane] * passes;
        *by += lanes[lane] * (1 - passes);
    }
    return all;
}

/// What a slice offers beyond what passes waits as long as producers do. It is taken in once there is room again, which in
/// a scenario of one even rate there never is.
struct Slowed {
    double waits = 0, refused = 0;  ///< of all that is offered
    double seconds = 0;             ///< mean wait of what is taken in
    bool drains = false;
};
Slowed slowedBy(const BrokerLogConfig& config, const Passing& passed, const FlowContext& context)
{
    Slowed slowed;
    const double over = 1 - passed.passes, patience = seconds(config.patience), lasts = context.sliceSeconds;
    if (over < 1e-9)
        return slowed;
    slowed.drains = lasts < 0.999 * context.scenario->durationSeconds;
    const double kept = lasts > 0 ? std::min(over, passed.passes * patience / lasts) : 0;
    slowed.waits = kept;
    slowed.refused = over - kept;
    // It grows by (1 - p) / p a second until it is as long as the producers' patience.
    const double growing = lasts > 0 ? std::min(1.0, patience * passed.passes / over / lasts) : 0;
    const double most = lasts > 0 ? growing * lasts * over / std::max(passed.passes, 1e-9) : patience;
    slowed.seconds = growing * most / 2 + (1 - growing) * patience;
    return slowed;
}

/// As many brokers as the limits ask for, and no fewer than there are copies.
Sizing brokersFor(const BrokerLogConfig& config, double bytes, double groups, double target)
{
    const double copies = config.copiesCount ? config.replication : 1;
    const double in = config.sizedIn > 0 ? config.sizedIn : config.in.perUnit;
    const double out = config.sizedOut > 0 ? config.sizedOut : config.out.perUnit;
    std::vector<SizingNeed> needs{
        {"in", "MiB/s", bytes * copies / kMib, in / kMib, config.source},
        {"out", "MiB/s", bytes * (copies - 1 + groups) / kMib, out / kMib, config.source}};
    if (config.disk.perUnit > 0)
        needs.push_back(
            {"disk", "MiB/s", bytes * copies / kMib, config.disk.perUnit / kMib, config.disk.source});
    if (config.advisedReplicas > 0)
        needs.push_back({"partitions", "partitions",
                         static_cast<double>(config.partitions) * config.replication,
                         static_cast<double>(config.advisedReplicas), config.source});
    Sizing sizing = sizeFor(config.sizingParameter, "brokers", config.brokers, target, needs);
    if (const double least = config.replication; sizing.recommended < least || sizing.minimum < least) {
        sizing.minimum = std::max(sizing.minimum, least);
        sizing.recommended = std::max(sizing.recommended, least);
        sizing.binding = "copies";
        sizing.text = figure(sizing.minimum) + " minimum, one for each copy; " + sizing.text;
    }
    return sizing;
}

/// What stays on the disk of one broker once the oldest records go as fast as new ones come.
double keptOnDisk(const BrokerLogConfig& config, double bytes)
{
    const Duration kept = config.nearRetention > Duration{0}
                              ? std::min(config.nearRetention, config.read.retention)
                              : config.read.retention;
    return bytes * seconds(kept) * config.copies() / config.brokers;
}

void findWhatGrowsTooLarge(const BrokerLogConfig& config, double bytes, FlowContext& context)
{
    const ComponentId& id = context.self.component->id;
    const double kept = keptOnDisk(config, bytes);
    if (config.diskBytes > 0 && kept > config.diskBytes) {
        const double hours = config.diskBytes / (bytes * config.copies() / config.brokers) / 3600;
        context.findings.push_back(
            {"disk-full",
             FindingLevel::Problem,
             id,
             {"The disks of the brokers are full after {hours} h: a broker would keep {kept} GiB and has "
              "{has}",
              {inFigures("hours", hours), inFigures("kept", kept / kGib),
               inFigures("has", config.diskBytes / kGib)}},
             "Keep records for a shorter time, or give the brokers larger disks",
             computed("kept on one broker", kept / kGib, "GiB", "bytes stored x copies x retention / brokers",
                      {given("bytes stored", bytes, "B/s"), given("copies", config.copies(), ""),
                       given("retention", seconds(config.read.retention) / 3600, "h"),
                       given("brokers", config.brokers, "")})});
    }
    const double replicas = static_cast<double>(config.partitions) * config.copies() / config.brokers;
    if (config.advisedReplicas > 0 && replicas > config.advisedReplicas)
        context.findings.push_back(
            {"many-partitions",
             FindingLevel::Advice,
             id,
             {"A broker keeps {kept} partitions, copies included; {advised} are advised for its size",
              {inFigures("kept", replicas),
               inFigures("advised", static_cast<double>(config.advisedReplicas))}},
             "Use fewer partitions, or more or larger brokers",
             computed("partitions of a broker", replicas, "", "partitions x copies / brokers",
                      {given("partitions", config.partitions, ""), given("copies", config.copies(), ""),
                       given("brokers", config.brokers, ""),
                       quoted("advised", config.advisedReplicas, "", config.source)})});
}

}  // namespace

std::vector<LimitUse> limitsOf(const BrokerLogConfig& config, const BrokerLogUse& use)
{
    std::vector<LimitUse> limits;
    const auto add = [&](const LimitSpec& spec, const BrokerLogUse::Demand& demand) {
        limits.push_back(rateLimit(spec, demand.mean, demand.peak, demand.refused, demand.busiestShare));
    };
    add(config.in, use.in);
    add(config.out, use.out);
    if (config.disk.perUnit > 0)
        add(config.disk, use.disk);
    if (config.partitionIn.perUnit > 0)
        add(config.partitionIn, use.partitionIn);
    if (config.partitionOut.perUnit > 0)
        add(config.partitionOut, use.partitionOut);
    return limits;
}

BrokerLogLoad BrokerLogFamily::flow(const BrokerLogConfig& config, FlowContext& context)
{
    const FlowRate offered = context.arriving();
    const double tooLarge = offered.sizes.shareAbove(static_cast<double>(config.largestRecord));
    const FlowRate fitting = offered * (1 - tooLarge);
    const std::vector<double> lanes =
        laneShares(offered, static_cast<std::uint32_t>(config.partitions), *config.keyHashes);
    const BrokerShares shares = brokerShares(config, lanes);
    const auto groups = static_cast<double>(
        std::count_if(context.outputs.begin(), context.outputs.end(),
                      [](const FlowPort& output) { return LaneConsumers::reads(output.port); }));
    const double streams = config.copiesSent() + groups;
    const double bytes = fitting.bytesPerSecond;
    const Passing passed = passing(config, bytes, lanes, shares, streams);
    const Slowed slowed = slowedBy(config, passed, context);
    const FlowRate stored = fitting * (passed.passes + (slowed.drains ? slowed.waits : 0));
    BrokerLogLoad load{stored.recordsPerSecond, stored.bytesPerSecond, 0, 0};

    // What the copies between brokers leave of what a leader can send is the consumers'.
    const double busiestLed = *std::max_element(shares.led.begin(), shares.led.end());
    const double busiestLane = *std::max_element(lanes.begin(), lanes.end());
    const double led = stored.bytesPerSecond * busiestLed;
    double readPart = 1;
    if (groups > 0 && led > 0)
        readPart = std::clamp((config.out.perUnit - led * config.copiesSent()) / (led * groups), 0.0, 1.0);
    if (config.partitionOut.perUnit > 0 && groups > 0 && stored.bytesPerSecond > 0)
        readPart =
            std::min(readPart, config.partitionOut.perUnit / (stored.bytesPerSecond * busiestLane * groups));
    double slowest = 1, asked = 0;
    for (FlowPort& output : context.outputs) {
        if (!LaneConsumers::reads(output.port))
            continue;
        const double kept = output.answer.pulls.mostRecordsPerSecond / std::max(load.records, 1e-12);
        const double takes = std::min(readPart, kept);
        output.rate = stored * takes;
        output.rate.heldBack = stored.recordsPerSecond * std::max(0.0, std::min(1.0, readPart) - kept);
        load.bytesRead += output.rate.bytesPerSecond;
        asked += stored.bytesPerSecond * std::min(1.0, kept);
        slowest = std::min(slowest, takes);
    }

    const double refusedPart = passed.passes < 1 ? slowed.refused / (1 - passed.passes) : 0;
    const auto demand = [&](double mean, double busiest, double keptBack) {
        return BrokerLogUse::Demand{mean, mean, busiest, fitting.recordsPerSecond * keptBack * refusedPart};
    };
    const double copies = std::accumulate(shares.in.begin(), shares.in.end(), 0.0);
    const double busiestIn = *std::max_element(shares.in.begin(), shares.in.end()) / std::max(copies, 1e-12);
    BrokerLogUse use;
    use.in = demand(bytes * copies, busiestIn, passed.byIn);
    use.out = demand(bytes * config.copiesSent() + asked, busiestLed, passed.byOut);
    use.disk = demand(bytes * copies, busiestIn, passed.byDisk);
    use.partitionIn = demand(bytes, busiestLane, passed.byPartition);
    use.partitionOut = demand(asked, busiestLane, 0);

    FlowComponent& result = context.result;
    result.accepted = fitting * (passed.passes + slowed.waits);
    result.refused = offered * (1 - (1 - tooLarge) * (passed.passes + slowed.waits));
    result.limits = limitsOf(config, use);
    result.backlogGrowthPerSecond = stored.recordsPerSecond * (1 - slowest);
    if (!slowed.drains)
        result.backlogGrowthPerSecond += fitting.recordsPerSecond * slowed.waits;
    result.serviceMillis = config.putLatency.mean() * 1e-6 + slowed.seconds * 1e3;
    const double refusedShare =
        offered.recordsPerSecond > 0 ? result.refused.recordsPerSecond / offered.recordsPerSecond : 0;
    context.answerAll({result.serviceMillis * 1e-3, refusedShare});
    if (!config.sizingParameter.empty())
        result.sizing.push_back(brokersFor(config, bytes, groups, context.targetUtilisation));
    if (!config.diskParameter.empty()) {
        result.sizing.push_back(
            sizeFor(config.diskParameter, "GiB", config.diskBytes / kGib, context.targetUtilisation,
                    {{"kept", "GiB", keptOnDisk(config, bytes) / kGib, 1, config.source}}));
        result.sizing.back().relieves = {"kept"};  // room, which is no limit of a run
    }
    findWhatGrowsTooLarge(config, bytes, context);
    return load;
}

}  // namespace plimsoll
