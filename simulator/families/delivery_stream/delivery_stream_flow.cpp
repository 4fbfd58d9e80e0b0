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
    // A buffer closes at the first record that reaches the size, so it holds whole records; without jitter of size
    // exactly so many, else half a record more than the size on average.
    const double record = std::max(1.0, taken.bytesPerRecord()),
                 buffer = static_cast<double>(config.bufferBytes);
    const double overshoot = taken.sizes.variance() > 0 ? (record + taken.sizes.variance() / record) / 2
                                                        : std::ceil(buffer / record - 1e-9) * record - buffer;
    const double waits = seconds(config.bufferTime);
    const double full = buffer + overshoot;
    const double perObject = std::min(full, std::max(record, taken.bytesPerSecond * waits + record));
    const double fill = taken.bytesPerSecond > 0 ? std::min(waits, full / taken.bytesPerSecond) : 0;
    FlowRate objects = taken;
    objects.messagesPerSecond = taken.bytesPerSecond > 0 ? taken.bytesPerSecond / perObject : 0;
    objects.bytesPerSecond *= config.sizeFactor;
    objects.sizes = taken.sizes.scaled(config.sizeFactor);
    // Half of the time a buffer takes to close, and the delivery.
    double delivering = 0;
    for (const FlowPort& output : context.outputs)
        delivering = std::max(delivering, output.answer.seconds);
    context.result.serviceMillis = (fill / 2 + delivering) * 1e3;
    Answer answer{seconds(config.putLatency), direct.recordsPerSecond > 0 ? 1 - passes : 0};
    answer.variance = 0;
    context.answerAll(answer);
    context.passOn(objects);
    const auto billed = [&](const FlowRate& rate) {
        const auto step = static_cast<double>(config.billedStep);
        return rate.recordsPerSecond * rate.stepsPerRecord(step) * step;
    };
    return {taken.recordsPerSecond,  taken.bytesPerSecond,      billed(polled),
            billed(direct * passes), objects.messagesPerSecond, objects.bytesPerSecond};
}

}  // namespace plimsoll
