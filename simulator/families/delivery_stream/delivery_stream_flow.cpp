// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/delivery_stream/delivery_stream.h"

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

/// How records gather: batches a second, and the seconds from the first record of one to its end, weighted by records.
struct Gathered {
    double perSecond = 0, seconds = 0;
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
    return {rate.bytesPerSecond / each, std::min(waits, full / rate.bytesPerSecond)};
}

/// The share of the records in each prefix; those with equal shares are counted together.
struct Prefixes {
    double count = 0, share = 0;
};
std::vector<Prefixes> prefixesOf(const PartitionedBuffers& partitions, const FlowRate& rate)
{
    if (partitions.prefixes <= 1)
        return {{1, 1}};
    if (!rate.keys)
        return {{static_cast<double>(partitions.prefixes), 1.0 / partitions.prefixes}};
    constexpr double kCounted = 20'000;
    std::vector<double> shares(partitions.prefixes);
    double counted = 0, rest = 0;
    for (const KeyLaw::Share& group : rate.keys->groups()) {
        const double keys = counted < kCounted ? std::min(group.keys, kCounted) : 0;
        for (std::uint32_t key = 0; key < keys; ++key)
            shares[prefixOf(group.first + key, partitions.prefixes)] += group.each;
        rest += (group.keys - keys) * group.each;
        counted += keys;
    }
    std::vector<Prefixes> all;
    for (const double share : shares) {
        if (const double own = share + rest / partitions.prefixes; own > 0)
            all.push_back({1, own});
    }
    return all;
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
    for (const Prefixes& prefix : prefixesOf(config.partitions, taken)) {
        const FlowRate own = taken * prefix.share;
        const Gathered one = gathered(own, buffer, waits, together);
        objects.all.perSecond += prefix.count * one.perSecond;
        objects.all.seconds += prefix.count * prefix.share * one.seconds;
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
    back.seconds = calls.seconds / 2 + function.answer.seconds * tries + (tries - 1) * seconds(config.pause);
    back.together = calls.perSecond > 0 ? back.rate.bytesPerSecond / calls.perSecond : 0;
    return back;
}

}  // namespace

DeliveryLoad DeliveryStreamFamily::flow(const DeliveryConfig& config, FlowContext& context)
{
    FlowRate polled, direct;
    for (const FlowPort& input : context.inputs) {
        FlowRate& way = input.port.kind == ConnectionKind::Poll ? polled : direct;
        way = way + input.rate;
    }
    const double fits = 1 - direct.sizes.shareAbove(static_cast<double>(config.largestRecord));
    const double passes = passingDirect(config, direct, context) * fits;
    const FlowRate taken = polled + direct * passes;
    context.result.offered = polled + direct;
    context.result.accepted = taken;
    context.result.refused = direct * (1 - passes);
    Transformed delivered{taken};
    for (FlowPort& output : context.outputs) {
        if (output.port.kind == ConnectionKind::Call)
            delivered = transformedBy(config.transform, taken, output);
    }
    const Objects made = objectsOf(config, delivered.rate, delivered.together);
    FlowRate objects = delivered.rate;
    objects.messagesPerSecond = made.all.perSecond;
    objects.bytesPerSecond *= config.sizeFactor;
    objects.sizes = delivered.rate.sizes.scaled(config.sizeFactor);
    // Half of the time a buffer takes to close, and the delivery.
    double delivering = 0;
    for (FlowPort& output : context.outputs) {
        if (output.port.kind == ConnectionKind::Call)
            continue;
        delivering = std::max(delivering, output.answer.seconds);
        // Buffers grow while the one before is loaded.
        if (output.port.kind == ConnectionKind::Load && output.answer.seconds > 0)
            objects.messagesPerSecond = std::min(objects.messagesPerSecond, 1 / output.answer.seconds);
        output.rate = objects;
    }
    context.result.serviceMillis = (made.all.seconds / 2 + delivered.seconds + delivering) * 1e3;
    if (config.partitions.prefixes > 0)
        context.result.limits.push_back(heldLimit(config.partitions.limit, made.active, made.active, 0));
    Answer answer{seconds(config.putLatency), direct.recordsPerSecond > 0 ? 1 - passes : 0};
    answer.variance = 0;
    context.answerAll(answer);
    const auto billed = [&](const FlowRate& rate) {
        const auto step = static_cast<double>(config.billedStep);
        return rate.recordsPerSecond * rate.stepsPerRecord(step) * step;
    };
    return {taken.recordsPerSecond,  taken.bytesPerSecond,      billed(polled),
            billed(direct * passes), objects.messagesPerSecond, objects.bytesPerSecond};
}

}  // namespace plimsoll
