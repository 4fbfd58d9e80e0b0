// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/queue/queue.h"
#include "simulator/metrics/limits.h"
#include "simulator/services/service.h"
#include "simulator/services/specs.h"

#include <cmath>

namespace plimsoll {

namespace {

constexpr const char* kVisibility =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html";
constexpr double kKib = 1024;

/// Sends, receives and deletes cost alike, each 64 KB of a payload as one request.
void meterRequests(double sends, double receives, double deletes, const MeterSink& meters)
{
    meters.count("requests", sends + receives + deletes,
                 {computed("requests", sends + receives + deletes, "requests/s",
                           "sends + receives + deletes, by 64 KB chunk",
                           {given("sends", sends, "requests/s"), given("receives", receives, "requests/s"),
                            given("deletes", deletes, "requests/s")})});
}

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView self = context.self;
    QueueConfig config;
    config.sendLatency = fromMillis(self.number("sendLatencyMillis"));
    config.receiveLatency = fromMillis(self.number("receiveLatencyMillis"));
    config.visibility = fromSeconds(self.number("visibilitySeconds"));
    config.retention = fromSeconds(self.number("retentionSeconds"));
    config.delay = fromSeconds(self.number("delaySeconds"));
    config.largestMessage = static_cast<std::uint64_t>(self.number("maxMessageKib") * kKib);
    config.maxReceives = static_cast<int>(self.number("maxReceives"));
    config.redrivePerSecond = self.number("redrivePerSecond");
    config.inFlightQuota = static_cast<std::uint64_t>(self.number("inFlightQuota"));
    config.finish = [self](const QueueFigures& f, NodeReport& out) {
        const double s = std::max(out.seconds, 1e-9);
        out.component.limits.push_back(heldLimit(
            {"in-flight", "Messages in flight", "messages", self.number("inFlightQuota"), 1, "", kVisibility},
            f.inFlight.integralUntil(SimTime{fromSeconds(out.seconds)}) / s, f.inFlight.peak(),
            static_cast<double>(f.heldByQuota)));
        addCounts(out.component, {{"receives", "receives", f.receives},
                                  {"empty-receives", "empty receives", f.emptyReceives},
                                  {"messages-received", "messages received", f.received},
                                  {"messages-deleted", "messages deleted", f.deleted},
                                  {"messages-that-came-back", "messages that came back", f.cameBack},
                                  {"deleted-too-late", "deleted too late", f.deletedLate},
                                  {"dead-lettered", "dead-lettered", f.deadLettered},
                                  {"expired", "expired", f.expired}});
        if (f.redriven > 0)
            out.component.facts.emplace_back("moved-back-to-their-queue", "moved back to their queue",
                                             Aggregation::Sum, static_cast<double>(f.redriven));
        if (f.redrivesRefused > 0)
            out.component.facts.emplace_back("redrives-refused", "redrives refused", Aggregation::Sum,
                                             static_cast<double>(f.redrivesRefused));
        meterRequests(static_cast<double>(f.sendRequests) / s, static_cast<double>(f.receiveRequests) / s,
                      static_cast<double>(f.deleteRequests) / s,
                      {out.usage, self.component->id, self.spec->id, out.seconds});
    };
    return makeQueue(std::move(config), context);
}

/// Consumers compete: each gets its even part. What they cannot take stays, which only a run can follow.
void flow(FlowContext& context, const MeterSink& meters)
{
    const ComponentView& self = context.self;
    const FlowRate offered = context.arriving();
    context.result.accepted = offered;
    context.result.serviceMillis = self.number("sendLatencyMillis");
    double consumers = 0;
    for (const FlowPort& output : context.outputs)
        consumers += output.port.kind == ConnectionKind::Poll ? 1 : 0;
    for (FlowPort& output : context.outputs) {
        if (output.port.kind == ConnectionKind::Poll)
            output.rate = offered * (1 / consumers);
    }
    const double message = std::max(1.0, offered.bytesPerRecord());
    const double chunks = std::ceil(message / (64 * kKib));
    // A queue that keeps up hands out its messages one by one; only a backlog fills receives.
    const double taken = consumers > 0 ? offered.recordsPerSecond : 0;
    const double call =
        offered.messagesPerSecond > 0 ? offered.bytesPerSecond / offered.messagesPerSecond : 0;
    meterRequests(offered.messagesPerSecond * std::max(1.0, std::ceil(call / (64 * kKib))), taken * chunks,
                  taken, meters);
}

}  // namespace

Service sqs()
{
    return {.spec = sqsSpec(),
            .makeNode = [](const NodeContext& context) { return makeNode(context); },
            .flowFace = [](const ComponentView&) { return FlowFace{flow}; }};
}

}  // namespace plimsoll
