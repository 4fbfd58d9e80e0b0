// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/warehouse/warehouse.h"
#include "simulator/metrics/limits.h"
#include "simulator/services/redshift/node_types.h"
#include "simulator/services/service.h"
#include "simulator/services/specs.h"

namespace plimsoll {

namespace {

constexpr const char* kSlots =
    "https://docs.aws.amazon.com/redshift/latest/dg/cm-c-defining-query-queues.html";
constexpr double kGib = 1073741824.0;

bool serverless(const ComponentView& self)
{
    return self.text("mode") == "serverless";
}

double slicesOf(const ComponentView& self)
{
    if (serverless(self))
        return std::max(1.0, self.number("baseRpu") / self.number("rpuPerSlice"));
    const RedshiftNodeType* type = findRedshiftNodeType(self.text("nodeType"));
    return (type ? type->slices : 2) * std::max(1.0, self.number("nodes"));
}

std::vector<QueryLoad> queriesFor(const ComponentView& self, const Scenario& scenario)
{
    std::vector<QueryLoad> mine;
    for (const QueryLoad& query : scenario.queries) {
        if (query.target == self.component->id)
            mine.push_back(query);
    }
    return mine;
}

void meterLoad(const ComponentView& self, double billedShare, double bytesLoaded, const MeterSink& meters)
{
    const double stored = bytesLoaded * self.number("compressionPercent") / 100 / kGib;
    const std::vector<Derivation> kept{
        given("loaded", bytesLoaded, "B/s"),
        assumed("size after loading", self.number("compressionPercent"), "%", "depends on the columns")};
    if (serverless(self)) {
        const double rpu = self.number("baseRpu");
        meters.count("serverless-rpu-hours", rpu * billedShare / 3600,
                     {given("base capacity", rpu, "RPU"),
                      given("share of the time billed, a minute at least each time", billedShare, "")});
        meters.stock("serverless-storage", self.number("startingStorageGb"), stored, kept);
        return;
    }
    const double nodes = std::max(1.0, self.number("nodes"));
    meters.level("node-hours-" + self.text("nodeType"), nodes, {given("nodes", nodes, "")});
    if (self.text("nodeType").starts_with("ra3"))  // dc2 keeps its data on the nodes
        meters.stock("managed-storage", self.number("startingStorageGb"), stored, kept);
}

LimitSpec slotLimit(const ComponentView& self)
{
    return {"slots", "Query slots", "slots", self.number("slots"), 1, "", kSlots};
}

constexpr const char* kIdle = "idle: add a query or a job";

NodeHandle makeNode(const NodeContext& context)
{
    const ComponentView self = context.self;
    WarehouseConfig config;
    config.slots = static_cast<int>(std::max(1.0, self.number("slots")));
    config.slices = slicesOf(self);
    config.copyBytesPerSecondPerSlice = self.number("copyMegabytesPerSecondPerSlice") * 1e6;
    config.copyOverhead = fromSeconds(self.number("copyOverheadSeconds"));
    config.queryOverhead = fromMillis(self.number("queryOverheadMillis"));
    config.queries = queriesFor(self, *context.scenario);
    config.finish = [self](const WarehouseFigures& f, NodeReport& out) {
        const double s = std::max(out.seconds, 1e-9);
        const SimTime end{fromSeconds(out.seconds)};
        if (f.queries > 0 || f.slots.peak() > 0)
            out.component.limits.push_back(withHistory(
                heldLimit(slotLimit(self), f.slots.integralUntil(end) / s, f.slots.peak(), 0), f.slots, s));
        if (f.copies > 0)
            out.component.limits.push_back(
                heldLimit({"copy", "COPY running", "share of time", 1, 1, "",
                           "https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html"},
                          std::min(1.0, f.copySeconds / s), 1, 0));
        if (f.queries == 0 && f.copies == 0 && out.component.counts.offered == 0)
            out.component.idle = kIdle;
        out.component.facts.emplace_back("queries-finished", "queries finished", Aggregation::Sum,
                                         static_cast<double>(f.queries));
        out.component.facts.emplace_back("copy-loads", "COPY loads", Aggregation::Sum,
                                         static_cast<double>(f.copies));
        out.component.facts.emplace_back("longest-copy-s", "longest COPY s", Aggregation::Peak,
                                         f.longestCopySeconds);
        meterLoad(self, f.billedSeconds / s, static_cast<double>(f.copiedBytes) / s,
                  {out.usage, self.component->id, self.spec->id, out.seconds});
    };
    return makeWarehouse(std::move(config), context);
}

void flow(FlowContext& context, const MeterSink& meters)
{
    const ComponentView& self = context.self;
    const FlowRate offered = context.arriving();
    const double slices = slicesOf(self), slots = std::max(1.0, self.number("slots"));
    double busySlots = 0, queriesPerSecond = 0;
    for (const QueryLoad& query : queriesFor(self, *context.scenario)) {
        const double run = self.number("queryOverheadMillis") * 1e-3
                           + query.gigabytesScanned * query.cpuSecondsPerGigabyte / (slices / slots);
        // Closed loop without waiting: each user asks once per think time and answer.
        const double rate = query.users > 0
                                ? static_cast<double>(query.users) / std::max(1e-9, query.thinkSeconds + run)
                                : query.perHour / 3600;
        busySlots += rate * run;
        queriesPerSecond += rate;
    }
    const double copyRate = self.number("copyMegabytesPerSecondPerSlice") * 1e6 * slices;
    double copying = offered.bytesPerSecond / copyRate;
    for (const FlowPort& input : context.inputs) {
        if (input.rate.recordsPerSecond <= 0)
            continue;
        const double every =
            input.port.other.spec->feed.shape == FeedSpec::Shape::Objects
                ? std::max(1.0, input.port.number("everySeconds", 300))
                : (input.rate.messagesPerSecond > 0 ? 1 / input.rate.messagesPerSecond : 300);
        copying += self.number("copyOverheadSeconds") / every;
    }
    context.result.offered = context.result.accepted = offered;
    if (queriesPerSecond > 0) {
        LimitUse use = heldLimit(slotLimit(self), std::min(slots, busySlots), std::min(slots, busySlots), 0);
        use.utilisation = busySlots / slots;
        context.result.limits.push_back(use);
        context.result.serviceMillis = busySlots / queriesPerSecond * 1e3;
    }
    if (offered.recordsPerSecond > 0) {
        LimitUse use = heldLimit({"copy", "COPY running", "share of time", 1, 1, "",
                                  "https://docs.aws.amazon.com/firehose/latest/dev/basic-deliver.html"},
                                 std::min(1.0, copying), 1, 0);
        use.utilisation = copying;
        context.result.limits.push_back(use);
        context.result.backlogGrowthPerSecond =
            copying > 1 ? offered.recordsPerSecond * (1 - 1 / copying) : 0;
    }
    if (queriesPerSecond <= 0 && offered.recordsPerSecond <= 0)
        context.result.idle = kIdle;
    // Active while any slot or COPY is busy, the two taken as independent (an approximation until it runs).
    const double active = 1 - std::max(0.0, 1 - copying) * deterministicExp(-busySlots);
    meterLoad(self, active, offered.bytesPerSecond, meters);
}

}  // namespace

Service redshift()
{
    return {.spec = redshiftSpec(),
            .makeNode = [](const NodeContext& context) { return makeNode(context); },
            .flowFace = [](const ComponentView&) { return FlowFace{flow}; }};
}

}  // namespace plimsoll
