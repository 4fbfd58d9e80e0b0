// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/flow/flow_rate.h"

#include "simulator/draws/elementary.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

void FollowedSlice::add(const FollowedSlice& slice, double weight)
{
    for (double FollowedSlice::*const each :
         {&FollowedSlice::seconds, &FollowedSlice::perSecond, &FollowedSlice::heldSeconds,
          &FollowedSlice::units, &FollowedSlice::hosts, &FollowedSlice::workers, &FollowedSlice::taken,
          &FollowedSlice::takenOutOfLine, &FollowedSlice::waitSeconds, &FollowedSlice::refusedShare,
          &FollowedSlice::lateShare})
        this->*each += slice.*each * weight;
}

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
    sum.mostRecords = a.messagesPerSecond <= 0   ? b.mostRecords
                      : b.messagesPerSecond <= 0 ? a.mostRecords
                                                 : std::max(a.mostRecords, b.mostRecords);
    if (sum.messagesPerSecond > 0)
        sum.shutOutShare = (a.shutOutShare * a.messagesPerSecond + b.shutOutShare * b.messagesPerSecond)
                           / sum.messagesPerSecond;
    if (sum.recordsPerSecond > 0 && a.burstRecords + b.burstRecords > 0) {
        const double ofA = a.recordsPerSecond / sum.recordsPerSecond;
        sum.burstRecords = ofA * a.burstRecords + (1 - ofA) * b.burstRecords;
        sum.burstSeconds = std::max(a.burstSeconds, b.burstSeconds);
    }
    if (sum.recordsPerSecond > 0)  // so many records a clump, of all clumps
        sum.recordsAtOnce = sum.recordsPerSecond
                            / (a.recordsPerSecond / a.recordsAtOnce + b.recordsPerSecond / b.recordsAtOnce);
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
            rate.metShare,
            0,
            0,
            rate.mostRecords,
            rate.shutOutShare,
            rate.burstRecords * std::min(1.0, share),
            rate.burstSeconds,
            std::max(1.0, rate.recordsAtOnce * std::min(1.0, share)),
            rate.firstShare};
}

RecordCounts::RecordCounts(const FlowRate& rate)
{
    constexpr double kMostDrawn = 64;  // with more of them the mean says enough
    const double mean = std::max(1.0, rate.recordsPerMessage()), low = std::floor(mean + 1e-9);
    const double part = std::max(0.0, mean - low);
    if (part <= 1e-9 || mean > kMostDrawn || mean >= rate.mostRecords) {
        m_law.push_back({low, 1 - part});
        if (part > 0)
            m_law.push_back({low + 1, part});
        return;
    }
    const auto draw = [&](double others) {
        m_law.clear();
        double probability = deterministicExp(-others), rest = 1, sum = 0;
        for (double n = 1; n < rate.mostRecords && rest > 1e-9; ++n) {
            m_law.push_back({n, probability});
            sum += n * probability;
            rest -= probability;
            probability *= others / n;
        }
        const double last = m_law.empty() ? 1 : m_law.back().first + 1;
        m_law.push_back({last, std::max(0.0, rest)});
        return sum + last * std::max(0.0, rest);
    };
    // What the most cuts off, more on average make up for.
    double others = mean - 1;
    double got = draw(others);
    for (int round = 0; round < 20 && mean - got > 1e-6; ++round) {
        others += (mean - got) * (1 + round);
        got = draw(others);
    }
}

double FlowRate::stepsPerRecord(double stepBytes) const
{
    if (!sizes.empty())
        return sizes.steps(stepBytes);
    return std::max(1.0, std::ceil(bytesPerRecord() / stepBytes - 1e-9));
}

double FlowRate::stepsPerMessage(double stepBytes) const
{
    const auto stepsOf = [&](double count) {
        if (count <= 1)
            return stepsPerRecord(stepBytes);
        // A sum that spreads over a step or more ends anywhere in its last one: half a step is rounded up on average.
        const double steps = count * bytesPerRecord() / stepBytes;
        if (std::sqrt(count * sizes.variance()) > stepBytes / 2)
            return std::max(1.0, steps + 0.5);
        return std::max(1.0, std::ceil(steps - 1e-9));
    };
    return RecordCounts{*this}.mean(stepsOf);
}

}  // namespace plimsoll
