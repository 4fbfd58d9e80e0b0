// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/support_service/support_service.h"

#include <cmath>

namespace plimsoll {

namespace {

/// Both faces say the same of the same use. What exceeds the quota is throttled by AWS, and not here: the share says so.
template <class Component>
void describe(const SupportConfig& config, const SupportUse& use, Component& component)
{
    if (config.quota.perUnit > 0)
        component.limits.push_back(rateLimit(config.quota, use.calls, use.calls, 0));
    if (use.calls <= 0 && use.bytes <= 0)
        component.idle = "idle: nothing uses it";
}

struct SupportNode : NodeBase {
    template <class Emit>
    void start(Emit&)
    {}
    template <class Emit>
    void accept(SimTime, const Message&, Emit&)
    {}
    template <class Emit>
    void reply(SimTime, const Reply&, Emit&)
    {}
    template <class Emit>
    void timer(SimTime, std::uint64_t, Emit&)
    {}
    template <class Emit>
    void control(SimTime, const Control& c, Emit&)
    {
        faults.apply(c);
    }
    void sample(SimTime) {}
    std::uint64_t resident() const { return 0; }
    std::uint64_t unitsInFlight() const { return 0; }
    void report(NodeReport& out) const
    {
        const auto calls = static_cast<std::uint64_t>(std::llround(out.use.calls * out.seconds));
        Counts& counts = out.component.counts;
        counts.offered = counts.accepted = counts.completed = calls;
        describe(config, out.use, out.component);
        bill(out.use, out);
    }

    SupportConfig config;
    BillOf<SupportLoad> bill;
};

}  // namespace

NodeHandle SupportServiceFamily::makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill)
{
    auto node = std::make_unique<SupportNode>();
    node->config = config;
    node->bill = std::move(bill);
    node->meter = context.meter();
    return plimsoll::makeNode(std::move(node));
}

SupportLoad SupportServiceFamily::flow(const Config& config, FlowContext& context)
{
    FlowComponent& result = context.result;
    result.offered.messagesPerSecond = result.offered.recordsPerSecond = context.use.calls;
    result.offered.bytesPerSecond = context.use.bytes;
    result.accepted = result.offered;
    describe(config, context.use, result);
    return context.use;
}

}  // namespace plimsoll
