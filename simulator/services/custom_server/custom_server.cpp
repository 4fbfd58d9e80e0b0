// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/zones.h"
#include "simulator/families/server/server.h"
#include "simulator/metrics/limits.h"
#include "simulator/services/service.h"

#include <algorithm>

namespace plimsoll {

ServiceSpec customServerSpec();  // custom_server_spec.cpp

namespace {

Law serviceLaw(const ComponentView& self)
{
    const double mean = self.number("serviceTimeMicros") * 1e3;
    const std::string kind = self.text("serviceDistribution");
    if (kind == "deterministic")
        return Law::deterministic(mean);
    if (kind == "lognormal")
        return Law::logNormal(mean, self.number("serviceCv"));
    if (kind == "uniform")
        return Law::uniform(mean);
    return Law::exponential(mean);
}

LimitSpec serverLimit(const ComponentView& self)
{
    return {"servers", "Servers busy", "servers", self.number("servers"), 1, "", "set on the component"};
}

void meterServers(const ComponentView& self, const MeterSink& meters)
{
    if (self.number("pricePerHourUsd") > 0)
        meters.level("hours", self.number("servers"), {given("servers", self.number("servers"), "")});
}

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView self = context.self;
    ServerConfig config;
    config.servers = static_cast<int>(self.number("servers"));
    config.service = serviceLaw(self);
    if (const double queueLimit = self.number("queueLimit"); queueLimit >= 0)
        config.queueLimit = static_cast<std::uint64_t>(queueLimit);
    config.batchSize = static_cast<std::uint64_t>(self.number("batchSize"));
    config.batchWait = fromMillis(self.number("batchWaitMillis"));
    config.disturbed =
        std::any_of(context.scenario->faults.begin(), context.scenario->faults.end(),
                    [&](const Fault& fault) { return strikes(fault, *self.component, *self.spec); });
    config.finish = [self](const ServerFigures& f, NodeReport& out) {
        const double busy = out.seconds > 0 ? f.busyTime.seconds() / out.seconds : 0;
        out.component.limits.push_back(withHistory(
            heldLimit(serverLimit(self), busy, busy, static_cast<double>(out.component.counts.rejected)),
            f.busy, out.seconds));
        if (f.served > 0) {
            out.component.facts.emplace_back("share-that-waited", "share that waited", Aggregation::Share,
                                             static_cast<double>(f.waited) / static_cast<double>(f.served));
            out.component.facts.emplace_back("mean-wait-ms", "mean wait ms", Aggregation::Share,
                                             f.waitTime.seconds() / static_cast<double>(f.served) * 1e3);
        }
        if (f.taken > 0)
            out.component.facts.emplace_back("lost-with-spot-nodes", "lost with Spot nodes", Aggregation::Sum,
                                             static_cast<double>(f.taken));
        if (f.batches > 0)
            out.component.facts.emplace_back("mean-requests-in-a-batch", "mean requests in a batch",
                                             Aggregation::Share,
                                             static_cast<double>(f.served) / static_cast<double>(f.batches));
        meterServers(self, {out.usage, self.component->id, self.spec->id, out.seconds});
    };
    return config.batchSize > 1 ? makeBatchServer(std::move(config), context)
                                : makeRequestServer(std::move(config), context);
}

void flow(FlowContext& context, const MeterSink& meters)
{
    const ComponentView& self = context.self;
    const FlowRate offered = context.arriving();
    const double size = self.number("batchSize");
    const double wait = self.number("batchWaitMillis") * 1e-3;
    const double capacity = size * self.number("servers") / (self.number("serviceTimeMicros") * 1e-6);
    const double passes = offered.messagesPerSecond > capacity ? capacity / offered.messagesPerSecond : 1;
    // A batch holds what comes within its wait; without one, servers are only as busy as they must be.
    const double gathered = wait > 0 ? std::clamp(1 + offered.messagesPerSecond * wait, 1.0, size) : size;
    const double busy =
        std::min(1.0, offered.messagesPerSecond / capacity * size / gathered) * self.number("servers");
    context.result.accepted = self.number("queueLimit") >= 0 ? offered * passes : offered;
    context.result.refused = offered * (self.number("queueLimit") >= 0 ? 1 - passes : 0);
    context.result.backlogGrowthPerSecond =
        self.number("queueLimit") >= 0 ? 0 : std::max(0.0, offered.messagesPerSecond - capacity);
    LimitUse use = heldLimit(serverLimit(self), busy, busy, 0);
    use.utilisation = offered.messagesPerSecond / capacity;
    context.result.limits.push_back(use);
    // On average half the others of a batch are still to come: (n - 1) / (2 lambda).
    const double gathering =
        wait > 0 && offered.messagesPerSecond > 0 ? (gathered - 1) / 2 / offered.messagesPerSecond : 0;
    context.result.serviceMillis = self.number("serviceTimeMicros") * 1e-3 + gathering * 1e3;
    context.passOn(offered * passes);
    meterServers(self, meters);
}

}  // namespace

Service customServer()
{
    return {.spec = customServerSpec(),
            .makeNode = [](const NodeContext& context) { return makeNode(context); },
            .flowFace = [](const ComponentView&) { return FlowFace{flow}; }};
}

}  // namespace plimsoll
