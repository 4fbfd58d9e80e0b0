// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/quorum_store/quorum_store.h"
#include "simulator/queueing/waiting_line.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// P(at least `needed` of `asked` are below, each with probability `u`).
double atLeast(int needed, int asked, double u)
{
    double term = 1, sum = 0;  // the binomial coefficient times the powers, from `asked` down
    for (int n = asked; n >= needed; --n) {
        sum += term * std::pow(u, n) * std::pow(1 - u, asked - n);
        term *= static_cast<double>(n) / (asked - n + 1);
    }
    return sum;
}

/// Equally likely values of a law, in seconds, which have its mean.
std::vector<double> valuesOf(const Law& law)
{
    constexpr int kValues = 40;
    if (law.variance() <= 0)
        return {law.mean() * 1e-9};
    std::vector<double> values;
    double sum = 0;
    for (int n = 0; n < kValues; ++n) {
        values.push_back(law.quantile((n + 0.5) / kValues) * 1e-9);
        sum += values.back();
    }
    // What the midpoints miss lies beyond the last of them.
    values.back() += std::max(0.0, law.mean() * 1e-9 * kValues - sum);
    return values;
}
/// Of a wait of this mean that this share has at all, and then an exponential one.
std::vector<double> valuesOf(double mean, double share)
{
    constexpr int kValues = 12;
    if (mean <= 0 || share <= 0)
        return {0};
    std::vector<double> values;
    for (int n = 0; n < kValues; ++n) {
        const double beyond = 1 - (n + 0.5) / kValues;
        values.push_back(beyond < share ? -std::log(beyond / share) * mean / share : 0);
    }
    return values;
}
std::vector<double> sumsOf(const std::vector<double>& a, const std::vector<double>& b)
{
    std::vector<double> sums;
    sums.reserve(a.size() * b.size());
    for (const double x : a)
        for (const double y : b)
            sums.push_back(x + y);
    return sums;
}

bool readsOver(const ConnectionPort& port)
{
    const std::string operation = port.text("operation", "write");
    return operation == "read" || operation == "query" || port.kind == ConnectionKind::Query;
}

/// Work of one vCPU for a message.
double secondsOf(const ServiceTime& time, const FlowRate& rate)
{
    return time.law.mean() * 1e-9 * std::max(1.0, rate.recordsPerMessage());
}

/// Copies that a write waits for and copies that a read hears need not overlap.
void findStaleReads(const QuorumConfig& config, const FlowRate& reads, const FlowRate& writes,
                    FlowContext& context)
{
    const int n = config.copies, r = config.readQuorum, w = config.writeQuorum;
    if (r + w > n || reads.messagesPerSecond <= 0 || writes.messagesPerSecond <= 0)
        return;
    double misses = 1;  // none of the r copies that are heard is among the w that have it
    for (int read = 0; read < r; ++read)
        misses *= static_cast<double>(n - w - read) / (n - read);
    context.findings.push_back(
        {"stale-reads",
         FindingLevel::Advice,
         context.self.component->id,
         {"Reads of {component} hear {r} of {n} copies and writes wait for {w}: of the reads right after a "
          "write is "
          "acknowledged, up to {share} miss it",
          {inWords("component", context.self.component->label), inFigures("r", static_cast<double>(r)),
           inFigures("n", static_cast<double>(n)), inFigures("w", static_cast<double>(w)),
           inPercent("share", misses)}},
         {"Let reads hear {then} copies, so that R + W is more than N, or accept it where it does no harm",
          {inFigures("then", static_cast<double>(n - w + 1))}},
         computed("reads that miss the last write", misses, "", "C(N - W, R) / C(N, R)",
                  {given("copies", n, ""), given("heard by a read", r, ""),
                   given("waited for by a write", w, "")})});
}

}  // namespace

OrderStatistic orderStatistic(std::vector<double> values, int needed, int asked)
{
    std::sort(values.begin(), values.end());
    OrderStatistic result;
    double squares = 0, below = 0;
    for (std::size_t n = 0; n < values.size(); ++n) {
        const double reached =
            atLeast(needed, asked, static_cast<double>(n + 1) / static_cast<double>(values.size()));
        result.mean += values[n] * (reached - below);
        squares += values[n] * values[n] * (reached - below);
        below = reached;
    }
    result.variance = std::max(0.0, squares - result.mean * result.mean);
    return result;
}

QuorumLoad QuorumStoreFamily::flow(const QuorumConfig& config, FlowContext& context)
{
    FlowRate reads, writes;
    for (const FlowPort& input : context.inputs) {
        FlowRate& way = readsOver(input.port) ? reads : writes;
        way = way + input.rate;
    }
    findStaleReads(config, reads, writes, context);
    const int asked = config.askedByReads();
    const double nodes = config.nodes;
    const double atNode =
        (reads.messagesPerSecond * asked + writes.messagesPerSecond * config.copies) / nodes;
    const auto busyBy = [](const FlowRate& rate, const ServiceTime& time, double copies) {
        return rate.messagesPerSecond * copies * secondsOf(time, rate);
    };
    const double busy = busyBy(reads, config.read, asked) + busyBy(writes, config.write, config.copies);
    LineLoad line;
    line.arrivalsPerSecond = atNode;
    line.serviceSeconds = atNode > 0 ? busy / nodes / atNode : 0;
    line.servers = config.vcpus;
    line.serviceVariation = std::max(config.read.squaredVariation, config.write.squaredVariation);
    const double wait = waitingLine(line).waitSeconds;
    const std::vector<double> waits = valuesOf(wait, erlangWait(config.vcpus, busy / nodes));
    const std::vector<double> before = sumsOf(waits, valuesOf(config.replica));
    const auto timeOf = [&](const ServiceTime& time, double records, int needed, int of) {
        std::vector<double> service = valuesOf(time.law);
        for (double& value : service)
            value *= records;
        return orderStatistic(sumsOf(before, service), needed, of);
    };

    FlowComponent& result = context.result;
    result.offered = result.accepted = reads + writes;
    LimitUse use = rateLimit(config.busy, busy, busy, 0);
    result.limits.push_back(use);
    const double over = busy / (nodes * config.vcpus);
    result.backlogGrowthPerSecond = over > 1 ? result.offered.recordsPerSecond * (1 - 1 / over) : 0;
    double spent = 0;
    for (FlowPort& input : context.inputs) {
        const bool isRead = readsOver(input.port);
        const double records = std::max(1.0, input.rate.recordsPerMessage());
        const OrderStatistic time = isRead ? timeOf(config.read, records, config.readQuorum, asked)
                                           : timeOf(config.write, records, config.writeQuorum, config.copies);
        input.answer.seconds = config.caller.mean() * 1e-9 + time.mean;
        input.answer.variance = config.caller.variance() * 1e-18 + time.variance;
        input.answer.overload = over;
        spent += input.rate.messagesPerSecond * input.answer.seconds;
    }
    const double all = result.offered.messagesPerSecond;
    result.serviceMillis = all > 0 ? spent / all * 1e3 : 0;
    if (busy > 0)
        result.sizing.push_back(
            sizeFor("nodes", "nodes", nodes, context.targetUtilisation,
                    {{config.busy.limit, config.busy.unit, busy, config.vcpus, config.busy.source}}));
    return {nodes};
}

}  // namespace plimsoll
