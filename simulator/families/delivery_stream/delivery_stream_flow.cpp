// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/delivery_stream/delivery_stream.h"
#include "simulator/families/shared/key_parts.h"

#include "model/catalog/delivery_quotas.h"

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

/// A buffer closes at the first record that reaches the size, so it holds whole records; without jitter of size exactly
/// so many, else half a record more than the size on average. `together`: bytes that come at once.
Gathered gathered(const FlowRate& rate, double bytes, double waits, double together)
{
    if (rate.bytesPerSecond <= 0)
        return {};
    const double record = std::max(1.0, rate.bytesPerRecord());
    const double overshoot = rate.sizes.variance() > 0 ? (record + rate.sizes.variance() / record) / 2
                                                       : std::ceil(bytes / record - 1e-9) * record - bytes;
    const double full = bytes + overshoot;
    // Batches come at even distances, the last of them before the buffer's time is over.
    const double inTime = together > record
                              ? together * (std::floor(rate.bytesPerSecond * waits / together) + 1)
                              : rate.bytesPerSecond * waits + record;
    const double each = std::min(full, std::max(record, inTime));
    const double lasts = std::min(waits, full / rate.bytesPerSecond);
    // The first that comes, a record or a batch of them, waits all of it, the others half; the last that fills it, not at all.
    const double first = std::min(1.0, std::max(record, together) / each);
    return {rate.bytesPerSecond / each, lasts, full < inTime ? lasts / 2 : lasts * (1 + first) / 2};
}

/// Objects of all prefixes, and how many of these have a buffer on average.
struct Objects {
    Gathered all;
    double active = 0;
};
Objects objectsOf(const DeliveryConfig& config, const FlowRate& taken, double together)
{
    Objects objects;
    const double waits = seconds(config.bufferTime), buffer = static_cast<double>(config.bufferBytes);
    for (const KeyParts& prefix : keyParts(taken, config.partitions.prefixes)) {
        const FlowRate own = taken * prefix.share;
        const Gathered one = gathered(own, buffer, waits, together);
        objects.all.perSecond += prefix.count * one.perSecond;
        objects.all.waits += prefix.count * prefix.share * one.waits;
        objects.active += prefix.count * std::min(1.0, one.perSecond * one.seconds);
    }
    return objects;
}

/// What comes back from the function that changes records, and what it takes.
struct Transformed {
    FlowRate rate;
    double seconds = 0;   ///< a record waits for its batch and for the answer
    double together = 0;  ///< bytes that come back at once
};
Transformed transformedBy(const TransformConfig& config, const FlowRate& taken, FlowPort& function)
{
    const Gathered calls = gathered(taken, static_cast<double>(config.bytes), seconds(config.time), 0);
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
    back.together = calls.perSecond > 0 ? back.rate.bytesPerSecond / calls.perSecond : 0;
    return back;
}

/// Objects of what lies beside the delivery, over one connection.
FlowRate asideOf(const BackupConfig& backup, const FlowRate& rate)
{
    FlowRate objects = rate;
    objects.messagesPerSecond =
        gathered(rate, static_cast<double>(backup.bytes), seconds(backup.time), 0).perSecond;
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
    Transformed delivered{taken};
    double failed = 0;
    for (FlowPort& output : context.outputs) {
        if (wayOf(output.port) != DeliveryWay::Transform)
            continue;
        delivered = transformedBy(config.transform, taken, output);
        failed =
            taken.recordsPerSecond > 0 ? 1 - delivered.rate.recordsPerSecond / taken.recordsPerSecond : 0;
    }
    const Objects made = objectsOf(config, delivered.rate, delivered.together);
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
