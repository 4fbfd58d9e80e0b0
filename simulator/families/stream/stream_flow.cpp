// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "model/support/number_text.h"
#include "simulator/draws/elementary.h"
#include "simulator/families/shared/lane_shares.h"
#include "simulator/families/stream/stream.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace plimsoll {

namespace {

LimitSpec times(LimitSpec spec, double count)
{
    spec.count = count;
    return spec;
}

/// What passes the two write quotas of the shards, and which of them refuses the rest.
struct Passing {
    double accepted = 1;
    double byRecords = 0, byBytes = 0;  ///< refused, of all that is offered
};

/// What the records of the offered puts make together in one shard, for each record put there.
struct Packed {
    double records = 1, steps = 1;
};

/// Records of `each` bytes, so many in one shard: they make ceil(k / most) records of `most` each.
Packed packedOf(const StreamConfig& config, double each, double most, double k)
{
    const auto stepsOf = [&](double records) {
        return records > 0 ? std::max(1.0, std::ceil(records * each / config.stepBytes - 1e-9)) : 0;
    };
    return {std::ceil(k / most - 1e-9), std::floor(k / most) * stepsOf(most) + stepsOf(std::fmod(k, most))};
}

/// Of n records of a put each goes to the shard with its share p: k of them do with a binomial chance.
Packed packedOfPut(const StreamConfig& config, double each, double most, double n, double share)
{
    const double none = share < 1 - 1e-12 ? n * deterministicLog(1 - share) : -1e9;
    if (none < -600)  // nearly all of them, or so many that their number hardly varies
        return packedOf(config, each, most, std::round(n * share));
    Packed sum{0, 0};
    double chance = deterministicExp(none);
    for (double k = 1; k <= n; ++k) {
        chance *= share / (1 - share) * (n - k + 1) / k;
        const Packed packed = packedOf(config, each, most, k);
        sum.records += chance * packed.records;
        sum.steps += chance * packed.steps;
    }
    return sum;
}

/// Puts that are full are alike; others close with time, and hold what came within it, at random beside the first.
Packed packedIn(const StreamConfig& config, const FlowRate& offered, double mostPerPut, double share)
{
    constexpr double kHardlyVaries = 60;
    const double each = offered.bytesPerRecord(), n = offered.recordsPerMessage();
    if (config.packedBytes <= 0 || n <= 1 || each <= 0)
        return {1, offered.stepsPerRecord(config.stepBytes)};
    const double most = std::max(1.0, std::floor(config.packedBytes / each + 1e-9));
    Packed sum{0, 0};
    double records = 0, left = 1, chance = deterministicExp(std::max(-700.0, 1 - n));
    const auto add = [&](double weight, double whole) {
        const Packed packed = packedOfPut(config, each, most, whole, share);
        sum.records += weight * packed.records;
        sum.steps += weight * packed.steps;
        records += weight * whole;
    };
    if (n > kHardlyVaries || n > mostPerPut - 1e-6) {
        add(1, std::round(n));
    } else {
        const double end = std::min(mostPerPut - 1, std::ceil(n + 8 * std::sqrt(n)));
        for (double others = 0; others < end; chance *= (n - 1) / ++others) {
            add(chance, 1 + others);
            left -= chance;
        }
        add(std::max(0.0, left), 1 + end);
    }
    return {sum.records / (records * share), sum.steps / (records * share)};
}

/// The same of each shard; those with equal shares are alike.
std::vector<Packed> packedInAll(const StreamConfig& config, const FlowRate& offered, double mostPerPut,
                                const std::vector<double>& shares)
{
    std::map<double, Packed> known;
    std::vector<Packed> all;
    for (const double share : shares) {
        auto found = known.find(share);
        if (found == known.end())
            found = known.emplace(share, packedIn(config, offered, mostPerPut, std::max(share, 1e-12))).first;
        all.push_back(found->second);
    }
    return all;
}

Passing passing(const StreamConfig& config, const FlowRate& offered, const std::vector<double>& shares,
                const std::vector<Packed>& packed)
{
    Passing passing;
    if (offered.recordsPerSecond <= 0)
        return passing;
    passing.accepted = 0;
    for (std::size_t shard = 0; shard < shares.size(); ++shard) {
        const double share = shares[shard];
        const double byRecords = config.records.perUnit
                                 / std::max(offered.recordsPerSecond * share * packed[shard].records, 1e-12);
        const double byBytes = config.bytes.perUnit / std::max(offered.bytesPerSecond * share, 1e-12);
        const double passes = std::min({1.0, byRecords, byBytes});
        passing.accepted += share * passes;
        (byRecords <= byBytes ? passing.byRecords : passing.byBytes) += share * (1 - passes);
    }
    return passing;
}

/// What each shared consumer gets of what is stored: 1 as long as all together stay within the shards' read limit.
double sharedPart(const StreamConfig& config, double stored, double readers, double busiest)
{
    const double asked = stored * busiest * readers;
    return asked > config.readBytes.perUnit ? config.readBytes.perUnit / asked : 1;
}

void findHotKey(const StreamConfig& config, const FlowRate& offered, double packed, FlowContext& context)
{
    const double hot = offered.hottestKeyShare;
    const double records = offered.recordsPerSecond * packed * hot, bytes = offered.bytesPerSecond * hot;
    if (hot <= 0 || (records <= config.records.perUnit && bytes <= config.bytes.perUnit))
        return;
    const bool byRecords = records / config.records.perUnit >= bytes / config.bytes.perUnit;
    const LimitSpec& limit = byRecords ? config.records : config.bytes;
    const double asked = byRecords ? records : bytes;
    const std::string one = limit.countName.substr(0, limit.countName.size() - 1);
    context.findings.push_back(
        {"hot-key",
         FindingLevel::Problem,
         context.self.component->id,
         {"One key sends {asked} {unit} to one {part}, which takes {takes}: more {parts} cannot carry it",
          {inFigures("asked", std::round(asked)), inWords("unit", limit.unit), inWords("part", one),
           inFigures("takes", limit.perUnit), inWords("parts", limit.countName)}},
         Phrase::verbatim(config.hotKeyRemedy),
         computed(limit.unit + " on the hottest key", asked, limit.unit, "offered x share of the hottest key",
                  {given("offered", byRecords ? offered.recordsPerSecond * packed : offered.bytesPerSecond,
                         limit.unit),
                   given("share of the hottest key", hot, ""),
                   quoted("one " + one + " takes", limit.perUnit, limit.unit, limit.source)})});
}

Sizing sizingOf(const StreamConfig& config, const FlowRate& offered, double packed, double sharedReaders,
                double target)
{
    const double each = config.sizing.shardsEach;
    std::vector<SizingNeed> needs{{"records", "records/s", offered.recordsPerSecond * packed,
                                   each * config.records.perUnit, config.records.source},
                                  {"bytes", "KiB/s", offered.bytesPerSecond / kKib,
                                   each * config.bytes.perUnit / kKib, config.bytes.source}};
    if (sharedReaders > 0)
        needs.push_back({"shared reads", "KiB/s", sharedReaders * offered.bytesPerSecond / kKib,
                         each * config.readBytes.perUnit / kKib, config.sizingSource});
    Sizing sizing = sizeFor(config.sizing.parameter, config.sizing.unit, config.sizing.now, target, needs);
    // Calls to each of them stay as many, however many there are.
    sizing.relieves = {config.records.limit, config.bytes.limit, config.readBytes.limit};
    return sizing;
}

}  // namespace

std::vector<LimitUse> limitsOf(const StreamConfig& config, const StreamUse& use)
{
    std::vector<LimitUse> limits{rateLimit(times(config.records, use.shards), use.records, use.recordPeak,
                                           use.recordsRefused, use.busiestRecordShare),
                                 rateLimit(times(config.bytes, use.shards), use.bytes, use.bytePeak,
                                           use.bytesRefused, use.busiestByteShare)};
    if (use.shared) {
        limits.push_back(rateLimit(times(config.readBytes, use.shards), use.readBytes, use.readBytePeak,
                                   use.readBytesRefused, use.busiestByteShare));
        limits.push_back(rateLimit(times(config.readCalls, use.shards), use.readCalls, use.readCallPeak,
                                   use.readCallsRefused));
    }
    if (use.enhanced)
        limits.push_back(rateLimit(times(config.pushedBytes, use.shards), use.pushedBytes, use.pushedBytePeak,
                                   use.pushesRefused, use.busiestByteShare));
    return limits;
}

StreamLoad StreamFamily::flow(const StreamConfig& config, FlowContext& context)
{
    const FlowRate offered = context.arriving();
    const double shards = static_cast<double>(config.shards);
    const std::vector<double> lanes =
        laneShares(offered, static_cast<std::uint32_t>(config.shards), *config.keyHashes);
    const double busiest = *std::max_element(lanes.begin(), lanes.end());
    const double tooLarge = offered.sizes.shareAbove(static_cast<double>(config.largestRecord));
    const FlowRate fitting = offered * (1 - tooLarge);
    double mostPerPut = 1;
    for (const FlowPort& input : context.inputs)
        mostPerPut = std::max(mostPerPut, input.port.number("batchSize", 1));
    const std::vector<Packed> packed = packedInAll(config, fitting, mostPerPut, lanes);
    const Passing passed = passing(config, fitting, lanes, packed);
    const FlowRate stored = fitting * passed.accepted;
    Packed mean{0, 0};
    double busiestPacked = 0;
    for (std::size_t shard = 0; shard < lanes.size(); ++shard) {
        mean.records += lanes[shard] * packed[shard].records;
        mean.steps += lanes[shard] * packed[shard].steps;
        busiestPacked = std::max(busiestPacked, lanes[shard] * packed[shard].records);
    }
    StreamLoad load{.shards = shards,
                    .records = stored.recordsPerSecond * mean.records,
                    .bytes = stored.bytesPerSecond,
                    .steps = stored.recordsPerSecond * mean.steps};
    double sharedReaders = 0, callsAsked = 0;
    for (const FlowPort& output : context.outputs) {
        if (LaneConsumers::reads(output.port) && !LaneConsumers::enhanced(output.port)) {
            ++sharedReaders;
            const double said = output.answer.pulls.perSecond;
            callsAsked += said > 0 ? said : shards / seconds(config.read.intervalOf(output.port));
        }
    }
    const double part = sharedPart(config, load.bytes, sharedReaders, busiest);
    double slowest = 1;
    for (FlowPort& output : context.outputs) {
        const bool enhanced = LaneConsumers::enhanced(output.port);
        // What the read limit leaves to it, and what it can keep up with.
        const double kept =
            output.answer.pulls.mostRecordsPerSecond / std::max(stored.recordsPerSecond, 1e-12);
        const double takes = std::min(enhanced ? 1 : part, kept);
        output.rate = stored * takes;
        output.rate.heldBack = stored.recordsPerSecond * std::max(0.0, (enhanced ? 1 : part) - kept);
        (enhanced ? load.enhancedBytesRead : load.sharedBytesRead) += output.rate.bytesPerSecond;
        load.enhancedConsumers += enhanced ? 1 : 0;
        slowest = std::min(slowest, takes);
    }
    const double calls = config.readCalls.perUnit * shards;
    const double pushed = load.enhancedConsumers > 0 ? load.bytes : 0;
    StreamUse use{.shards = shards,
                  .records = fitting.recordsPerSecond * mean.records,
                  .bytes = fitting.bytesPerSecond};
    use.recordPeak = use.records;
    use.bytePeak = use.bytes;
    use.busiestRecordShare = mean.records > 0 ? busiestPacked / mean.records : busiest;
    use.busiestByteShare = busiest;
    use.recordsRefused = fitting.recordsPerSecond * passed.byRecords;
    use.bytesRefused = fitting.recordsPerSecond * passed.byBytes;
    use.shared = sharedReaders > 0;
    use.enhanced = load.enhancedConsumers > 0;
    use.readBytes = use.readBytePeak = load.bytes * sharedReaders;
    use.readCalls = use.readCallPeak = callsAsked;
    use.readCallsRefused = std::max(0.0, callsAsked - calls);
    use.pushedBytes = use.pushedBytePeak = pushed;

    FlowComponent& result = context.result;
    result.accepted = stored;
    result.refused = offered * (1 - (1 - tooLarge) * passed.accepted);
    result.limits = limitsOf(config, use);
    result.backlogGrowthPerSecond = stored.recordsPerSecond * (1 - slowest);
    result.serviceMillis = config.putLatency.mean() * 1e-6;
    for (FlowPort& input : context.inputs)
        input.answer.variance = config.putLatency.variance() * 1e-18;
    if (!config.sizing.parameter.empty())
        result.sizing.push_back(
            sizingOf(config, offered, mean.records, sharedReaders, context.targetUtilisation));
    findHotKey(config, fitting, mean.records, context);
    return load;
}

}  // namespace plimsoll
