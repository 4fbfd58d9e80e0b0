// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/delivery_stream/delivery_stream.h"
#include "simulator/families/shared/key_parts.h"

#include "model/catalog/delivery_quotas.h"
#include "simulator/queueing/extremes.h"
#include "simulator/traffic/key_popularity.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// Direct puts that the three limits let pass, and the limits' use; the tightest one refuses.
double passingDirect(const DeliveryConfig& config, const FlowRate& direct, FlowContext& context)
{
    if (direct.recordsPerSecond <= 0)
        return 1;
    struct Use {
        const LimitSpec& spec;
        double demand, capacity;
    };
    const Use uses[] = {{config.directBytes, direct.bytesPerSecond, config.directBytesPerSecond},
                        {config.directRecords, direct.recordsPerSecond, config.directRecordsPerSecond},
                        {config.directCalls, direct.messagesPerSecond, config.directCallsPerSecond}};
    double passes = 1;
    const Use* tightest = nullptr;
    for (const Use& use : uses) {
        if (use.demand > use.capacity && use.capacity / use.demand < passes) {
            passes = use.capacity / use.demand;
            tightest = &use;
        }
    }
    for (const Use& use : uses)
        context.result.limits.push_back(rateLimit(
            use.spec, use.demand, use.demand, &use == tightest ? direct.recordsPerSecond * (1 - passes) : 0));
    return passes;
}

/// How records gather: batches a second, the seconds from the first record of one to its end, and how long a record waits
/// for that on average.
struct Gathered {
    double perSecond = 0, seconds = 0, waits = 0;
};

/// Bytes that come together, within so long.
struct Burst {
    double bytes = 0, seconds = 0;
    double spread = 0;  ///< standard deviation of the distance between two of them
};

/// How many bursts, so far apart, a buffer gets that is open for so long, the first included. The one due about as it closes
/// comes before that or after it, as answers take longer or shorter.
double burstsWithin(const Burst& burst, double every, double waits)
{
    const double last = std::max(1.0, std::round(waits / every)), early = waits - last * every;
    if (burst.spread > 0)
        return last + normalShare(early / burst.spread);
    return last + (std::abs(early) < 1e-9 * waits ? 0.5 : early > 0 ? 1 : 0);
}

/// Records that come at random, `perSecond` of them, into buffers that close with the `most`-th, or `waits` seconds after the
/// first. With N others by then, Poisson: a buffer has 1 + sum over j < most of P(N >= j) records, is open for
/// 1 / perSecond of sum over j of P(N >= j), and all its records wait for 1 / perSecond of sum over j of j P(N >= j).
Gathered gatheredAtRandom(double perSecond, int most, double waits)
{
    const double expected = perSecond * waits;
    double exactly = decay(expected), atLeast = 1, others = 0, waited = 0;
    for (int j = 1; j < most; ++j) {
        atLeast = std::max(0.0, atLeast - exactly);
        exactly *= expected / j;
        others += atLeast;
        waited += j * atLeast;
    }
    return {perSecond / (1 + others), others / perSecond, waited / perSecond / (1 + others)};
}

/// A buffer closes at the first record that reaches the size, so it holds whole records; without jitter of size exactly
/// so many, else half a record more than the size on average.
Gathered gathered(const FlowRate& rate, double bytes, double waits, const Burst& burst)
{
    if (rate.bytesPerSecond <= 0)
        return {};
    const double record = std::max(1.0, rate.bytesPerRecord());
    const double overshoot = rate.sizes.variance() > 0 ? (record + rate.sizes.variance() / record) / 2
                                                       : std::ceil(bytes / record - 1e-9) * record - bytes;
    const double full = bytes + overshoot;
    if (burst.bytes > record) {
        // Bursts come at nearly even distances, the last of them before the buffer's time is over.
        const double every = burst.bytes / rate.bytesPerSecond;
        const double bursts = burstsWithin(burst, every, waits);
        if (bursts * burst.bytes <= full)
            return {1 / (bursts * every), waits,
                    std::max(0.0, waits - ((bursts - 1) * every + std::min(burst.seconds, every)) / 2)};
        return {rate.bytesPerSecond / full, full / rate.bytesPerSecond, full / rate.bytesPerSecond / 2};
    }
    const double most = full / record;
    constexpr double kManyRecords = 64;  // of them, how many there are says enough
    if (most <= kManyRecords) {
        const double perSecond = rate.bytesPerSecond / record, whole = std::floor(most + 1e-9);
        const double part = std::max(0.0, most - whole);
        const Gathered fewer = gatheredAtRandom(perSecond, static_cast<int>(whole), waits);
        const Gathered more = gatheredAtRandom(perSecond, static_cast<int>(whole) + 1, waits);
        return {fewer.perSecond * (1 - part) + more.perSecond * part,
                fewer.seconds * (1 - part) + more.seconds * part,
                fewer.waits * (1 - part) + more.waits * part};
    }
    const double inTime = rate.bytesPerSecond * waits + record, each = std::min(full, inTime);
    const double lasts = std::min(waits, full / rate.bytesPerSecond);
    // The first record waits all of it, the others half; the last that fills it, not at all.
    return {rate.bytesPerSecond / each, lasts, full < inTime ? lasts / 2 : lasts * (1 + record / each) / 2};
}

/// Objects of all prefixes, and how many of these have a buffer on average.
struct Objects {
    Gathered all;
    double active = 0;
};
Objects objectsOf(const DeliveryConfig& config, const FlowRate& taken, const Burst& burst)
{
    Objects objects;
    const double waits = seconds(config.bufferTime), buffer = static_cast<double>(config.bufferBytes);
    for (const KeyParts& prefix : keyParts(taken, config.partitions.prefixes)) {
        const FlowRate own = taken * prefix.share;
        const Gathered one = gathered(own, buffer, waits, burst);
        objects.all.perSecond += prefix.count * one.perSecond;
        objects.all.waits += prefix.count * prefix.share * one.waits;
        objects.active += prefix.count * std::min(1.0, one.perSecond * one.seconds);
    }
    return objects;
}

/// What comes back from the function that changes records, and what it takes.
struct Transformed {
    FlowRate rate;
    double seconds = 0;  ///< a record waits for its batch and for the answer
    Burst burst;         ///< that comes back for one batch
};
Transformed transformedBy(const TransformConfig& config, const FlowRate& taken, FlowPort& function)
{
    const Gathered calls = gathered(taken, static_cast<double>(config.bytes), seconds(config.time), {});
    const double fails = std::clamp(function.answer.refusedShare, 0.0, 1.0);
    double tries = 0, power = 1;
    for (int attempt = 0; attempt <= config.retries; ++attempt, power *= fails)
        tries += power;
    function.rate = taken * tries;
    function.rate.messagesPerSecond = calls.perSecond * tries;
    Transformed back;
    back.rate = taken * (1 - power);
    back.rate.bytesPerSecond *= config.sizeFactor;
    back.rate.sizes = taken.sizes.scaled(config.sizeFactor);
    back.seconds = calls.waits + function.answer.seconds * tries + (tries - 1) * seconds(config.pause);
    back.burst.bytes = calls.perSecond > 0 ? back.rate.bytesPerSecond / calls.perSecond : 0;
    back.burst.spread = std::sqrt(2 * function.answer.spread());
    return back;
}

/// Objects of what lies beside the delivery, over one connection.
FlowRate asideOf(const BackupConfig& backup, const FlowRate& rate)
{
    FlowRate objects = rate;
    objects.messagesPerSecond =
        gathered(rate, static_cast<double>(backup.bytes), seconds(backup.time), {}).perSecond;
    return objects;
}

/// Files of a table so small that whoever reads it spends its time on opening them.
void findSmallFiles(const DeliveryConfig& config, const FlowRate& files, FlowContext& context)
{
    constexpr double kSmall = 32 * kMib, kManyADay = 1000;
    const double aDay = files.messagesPerSecond * 86'400;
    const double size = files.messagesPerSecond > 0 ? files.bytesPerSecond / files.messagesPerSecond : 0;
    if (config.commit <= Duration{} || size >= kSmall || aDay < kManyADay)
        return;
    context.findings.push_back(
        {"small-table-files",
         FindingLevel::Advice,
         context.self.component->id,
         {"{component} adds {files} files of {size} MB a day to the table: queries open each of them",
          {inWords("component", context.self.component->label), inFigures("files", aDay),
           inFigures("size", size / kMib)}},
         Phrase{"Gather for longer, into fewer partitions, or compact the table"},
         computed("files a day", aDay, "", "files a second x 86,400",
                  {given("files", files.messagesPerSecond, "1/s"),
                   given("bytes", files.bytesPerSecond, "B/s"),
                   given("gathered at most", seconds(config.bufferTime), "s")})});
}

}  // namespace

DeliveryWay wayOf(const ConnectionPort& port)
{
    if (port.text("role", "work") == "on-failure")
        return DeliveryWay::Aside;
    if (port.kind == ConnectionKind::Call)
        return DeliveryWay::Transform;
    if (port.kind == ConnectionKind::Load)
        return DeliveryWay::Copy;
    return port.other.spec->feed.shape == FeedSpec::Shape::Objects ? DeliveryWay::Bucket
                                                                   : DeliveryWay::Endpoint;
}

DeliveryConfig boundedBy(DeliveryConfig config, const std::vector<ConnectionPort>& outputs)
{
    for (const ConnectionPort& port : outputs) {
        if (wayOf(port) != DeliveryWay::Endpoint)
            continue;
        const double mib = static_cast<double>(config.bufferBytes) / (1024 * 1024);
        config.bufferBytes = static_cast<std::uint64_t>(
            std::min(mib, mostGathered(*port.other.spec, "MiB", mib)) * 1024 * 1024);
        config.bufferTime = fromSeconds(std::min(
            seconds(config.bufferTime), mostGathered(*port.other.spec, "s", seconds(config.bufferTime))));
    }
    return config;
}

DeliveryLoad DeliveryStreamFamily::flow(const DeliveryConfig& asked, FlowContext& context)
{
    std::vector<ConnectionPort> outputs;
    for (const FlowPort& output : context.outputs)
        outputs.push_back(output.port);
    const DeliveryConfig config = boundedBy(asked, outputs);
    FlowRate polled, topics, direct;
    for (const FlowPort& input : context.inputs) {
        FlowRate& way = input.port.kind != ConnectionKind::Poll ? direct
                        : isTopic(*input.port.other.spec)       ? topics
                                                                : polled;
        way = way + input.rate;
    }
    const double fits = 1 - direct.sizes.shareAbove(static_cast<double>(config.largestRecord));
    const double passes = passingDirect(config, direct, context) * fits;
    const FlowRate taken = polled + topics + direct * passes;
    context.result.offered = polled + topics + direct;
    context.result.accepted = taken;
    context.result.refused = direct * (1 - passes);
    Transformed delivered{.rate = taken,
                          .burst = {taken.burstRecords * taken.bytesPerRecord(), taken.burstSeconds}};
    double failed = 0;
    for (FlowPort& output : context.outputs) {
        if (wayOf(output.port) != DeliveryWay::Transform)
            continue;
        delivered = transformedBy(config.transform, taken, output);
        failed =
            taken.recordsPerSecond > 0 ? 1 - delivered.rate.recordsPerSecond / taken.recordsPerSecond : 0;
    }
    const Objects made = objectsOf(config, delivered.rate, delivered.burst);
    FlowRate objects = delivered.rate;
    objects.messagesPerSecond = made.all.perSecond;
    objects.bytesPerSecond *= config.sizeFactor;
    objects.sizes = delivered.rate.sizes.scaled(config.sizeFactor);
    // What a buffer takes to close, and the delivery.
    double delivering = 0;
    bool delivers = false;
    FlowPort* bucket = nullptr;
    FlowPort* aside = nullptr;
    for (FlowPort& output : context.outputs) {
        const DeliveryWay way = wayOf(output.port);
        if (way == DeliveryWay::Aside)
            aside = &output;
        if (way == DeliveryWay::Transform || way == DeliveryWay::Aside)
            continue;
        if (way == DeliveryWay::Bucket)
            bucket = &output;
        const Duration commit = way == DeliveryWay::Bucket ? config.commit : Duration{};
        delivering = std::max(delivering, output.answer.seconds + seconds(commit));
        // Buffers grow while the one before is loaded.
        if (way == DeliveryWay::Copy && output.answer.seconds > 0)
            objects.messagesPerSecond = std::min(objects.messagesPerSecond, 1 / output.answer.seconds);
        output.rate = objects;
        delivers = true;
    }
    if (bucket)
        findSmallFiles(config, bucket->rate, context);
    if (FlowPort* errors = aside ? aside : bucket) {
        FlowRate beside;
        if (failed > 0)
            beside = asideOf(config.backup, taken * failed);
        if (aside && config.backup.all)
            beside = beside + asideOf(config.backup, taken);
        errors->rate = errors == aside ? beside : errors->rate + beside;
    }
    context.result.serviceMillis = (made.all.waits + delivered.seconds + delivering) * 1e3;
    if (config.partitions.prefixes > 0 && config.partitions.active > 0)
        context.result.limits.push_back(heldLimit(config.partitions.limit, made.active, made.active, 0));
    Answer answer{seconds(config.putLatency), direct.recordsPerSecond > 0 ? 1 - passes : 0};
    answer.variance = 0;
    context.answerAll(answer);
    const auto billed = [&](const FlowRate& rate) {
        const auto step = static_cast<double>(config.billedStep);
        return rate.recordsPerSecond * rate.stepsPerRecord(step) * step;
    };
    return {.records = taken.recordsPerSecond,
            .bytes = taken.bytesPerSecond,
            .polledBilled = billed(polled),
            .directBilled = billed(direct * passes),
            .objects = delivers ? objects.messagesPerSecond : 0,
            .deliveredBytes = delivers ? objects.bytesPerSecond : 0,
            .topicBytes = topics.bytesPerSecond};
}

}  // namespace plimsoll
