// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/flow/flow_rate.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

FlowRate recordsOf(const SizeLaw& bytes, const KeyLaw& keys)
{
    return {
        1, 1, bytes.mean(), keys.hottestShare(), SizeMix{bytes}, std::make_shared<const KeyPopularity>(keys)};
}

FlowRate operator+(const FlowRate& a, const FlowRate& b)
{
    FlowRate sum{a.messagesPerSecond + b.messagesPerSecond,
                 a.recordsPerSecond + b.recordsPerSecond,
                 a.bytesPerSecond + b.bytesPerSecond,
                 0,
                 SizeMix::merged(a.sizes, a.recordsPerSecond, b.sizes, b.recordsPerSecond),
                 a.recordsPerSecond >= b.recordsPerSecond && a.keys ? a.keys : b.keys};
    sum.clients = a.clients + b.clients;
    sum.heldBack = a.heldBack + b.heldBack;
    // The hottest keys of two flows are taken as different keys, unless one flow is empty.
    if (sum.messagesPerSecond > 0)
        sum.metShare =
            (a.metShare * a.messagesPerSecond + b.metShare * b.messagesPerSecond) / sum.messagesPerSecond;
    if (sum.recordsPerSecond > 0)
        sum.hottestKeyShare =
            std::max(a.hottestKeyShare * a.recordsPerSecond, b.hottestKeyShare * b.recordsPerSecond)
            / sum.recordsPerSecond;
    return sum;
}

FlowRate operator*(const FlowRate& rate, double share)
{
    // How many environments a share of it comes from, and what is held back, whoever sends it on has to say.
    return {rate.messagesPerSecond * share,
            rate.recordsPerSecond * share,
            rate.bytesPerSecond * share,
            rate.hottestKeyShare,
            rate.sizes,
            rate.keys,
            rate.metShare};
}

double FlowRate::stepsPerRecord(double stepBytes) const
{
    if (!sizes.empty())
        return sizes.steps(stepBytes);
    return std::max(1.0, std::ceil(bytesPerRecord() / stepBytes - 1e-9));
}

double FlowRate::stepsPerMessage(double stepBytes) const
{
    const double records = std::max(1.0, recordsPerMessage());
    const double few = std::floor(records + 1e-9), rest = std::max(0.0, records - few);
    const auto stepsOf = [&](double count) {
        if (count <= 1)
            return stepsPerRecord(stepBytes);
        // A sum that spreads over a step or more ends anywhere in its last one: half a step is rounded up on average.
        const double steps = count * bytesPerRecord() / stepBytes;
        if (std::sqrt(count * sizes.variance()) > stepBytes / 2)
            return std::max(1.0, steps + 0.5);
        return std::max(1.0, std::ceil(steps - 1e-9));
    };
    // A message has a whole number of records: 1.1 on average is mostly one and sometimes two.
    const double steps = stepsOf(few);
    return rest > 0 ? steps + rest * (stepsOf(few + 1) - steps) : steps;
}

}  // namespace plimsoll
