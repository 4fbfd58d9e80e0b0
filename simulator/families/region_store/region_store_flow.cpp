// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/region_store/region_store.h"
#include "simulator/queueing/waiting_line.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

bool readsRows(const ConnectionPort& port)
{
    return port.text("operation", "write") == "read";
}
double rowsOf(const FlowRate& rate)
{
    return std::max(1.0, rate.recordsPerMessage());
}

/// Mean and variance of a time, seconds.
struct Time {
    double mean = 0, variance = 0;
    Time operator+(const Time& other) const { return {mean + other.mean, variance + other.variance}; }
};
Time timeOf(const Law& law)
{
    return {law.mean() * 1e-9, law.variance() * 1e-18};
}

/// What the misses of one read add to it: so many rows, each of which misses with this share.
Time fetching(const RegionStoreConfig& config, double rows, const Time& block)
{
    const double p = config.missShare;
    return {rows * p * block.mean,
            rows * (p * (block.variance + block.mean * block.mean) - p * p * block.mean * block.mean)};
}

}  // namespace

Outgoing blocksOf(const RegionStoreConfig& config, const ComponentView& self,
                  std::vector<ConnectionPort> outputs)
{
    for (ConnectionPort& output : outputs) {
        std::vector<ParameterSpec> specs = *output.specs;
        const auto settle = [&](const char* id, ParameterValue value) {
            ParameterSpec spec;
            spec.id = id;
            spec.defaultValue = std::move(value);
            specs.push_back(std::move(spec));
        };
        settle("operationsPer", std::string{"record"});
        settle("operations", std::int64_t{1});
        settle("concurrency", std::int64_t{1});
        settle("bytes", config.blockBytes);
        output.specs = std::make_shared<const std::vector<ParameterSpec>>(std::move(specs));
    }
    return Outgoing{Outgoing::Sender::Handler, self, outputs};
}

RegionStoreLoad RegionStoreFamily::flow(const RegionStoreConfig& config, FlowContext& context)
{
    FlowRate reads, writes;
    for (const FlowPort& input : context.inputs) {
        FlowRate& way = readsRows(input.port) ? reads : writes;
        way = way + input.rate;
    }
    std::vector<ConnectionPort> ports;
    for (const FlowPort& output : context.outputs)
        ports.push_back(output.port);
    const Outgoing blocks = blocksOf(config, context.self, std::move(ports));
    FlowRate misses;
    misses.recordsPerSecond = reads.recordsPerSecond * config.missShare;
    misses.messagesPerSecond = misses.recordsPerSecond;
    misses.bytesPerSecond = misses.recordsPerSecond * static_cast<double>(config.blockBytes);
    misses.sizes = SizeMix::constant(static_cast<double>(config.blockBytes));
    misses.keys = reads.keys;
    misses.hottestKeyShare = reads.hottestKeyShare;
    const CallsOfWork calls = blocks.send(context.outputs, misses);
    const Time block = blocks.empty() ? timeOf(config.block) : Time{calls.seconds, calls.variance};

    const double servers = config.servers;
    const double busy = reads.recordsPerSecond * config.read.law.mean() * 1e-9
                        + writes.recordsPerSecond * config.write.law.mean() * 1e-9;
    LineLoad line;
    line.arrivalsPerSecond = (reads.messagesPerSecond + writes.messagesPerSecond) / servers;
    line.serviceSeconds = line.arrivalsPerSecond > 0 ? busy / servers / line.arrivalsPerSecond : 0;
    line.servers = config.vcpus;
    line.serviceVariation = std::max(config.read.squaredVariation, config.write.squaredVariation);
    const double waited = waitingLine(line).waitSeconds;
    const Time wait{waited, waitVariance(waited, erlangWait(config.vcpus, busy / servers))};

    FlowComponent& result = context.result;
    result.offered = result.accepted = reads + writes;
    result.limits.push_back(rateLimit(config.busy, busy, busy, 0));
    const double over = busy / (servers * config.vcpus);
    result.backlogGrowthPerSecond = over > 1 ? result.offered.recordsPerSecond * (1 - 1 / over) : 0;
    double spent = 0;
    for (FlowPort& input : context.inputs) {
        const bool isRead = readsRows(input.port);
        const double rows = rowsOf(input.rate);
        const Time work = timeOf((isRead ? config.read : config.write).law);
        Time time = timeOf(config.caller) + wait + Time{rows * work.mean, rows * rows * work.variance};
        time = time + (isRead ? fetching(config, rows, block) : timeOf(config.log));
        input.answer.seconds = time.mean;
        input.answer.variance = time.variance;
        input.answer.overload = over;
        if (isRead)  // one block that cannot be had fails the read
            input.answer.refusedShare = 1 - std::pow(1 - config.missShare * calls.failedShare, rows);
        spent += input.rate.messagesPerSecond * time.mean;
    }
    const double all = result.offered.messagesPerSecond;
    result.serviceMillis = all > 0 ? spent / all * 1e3 : 0;
    if (busy > 0)
        result.sizing.push_back(
            sizeFor("regionServers", "servers", servers, context.targetUtilisation,
                    {{config.busy.limit, config.busy.unit, busy, config.vcpus, config.busy.source}}));
    return {servers};
}

}  // namespace plimsoll
