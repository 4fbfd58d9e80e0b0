// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/search_domain/search_domain.h"

#include "simulator/draws/elementary.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// One kind of request as the cores see it.
struct Kind {
    double perSecond = 0;  ///< requests
    SearchWork work;
    double mostWaiting = 0;
    double passes = 1;  ///< share that is not refused
    double wait = 0;    ///< seconds before its first piece
    double coresAsked() const { return perSecond * coreSeconds(); }
    double coreSeconds() const { return work.pieces * work.secondsEach; }
    double seconds() const { return wait + work.secondsEach; }
};

/// A piece's wait, M/D/c: half that of M/M/c, about rho^(sqrt(2(c+1)) - 1) / (c (1 - rho)) services (Sakasegawa 1977).
double waitOf(double use, double cores, double service)
{
    if (!(use > 0))
        return 0;
    const double rho = std::min(0.999, use);
    const double exponent = std::sqrt(2.0 * (cores + 1)) - 1;
    return 0.5 * service * decay(-exponent * deterministicLog(rho)) / (cores * (1 - rho));
}

/// More is asked than the cores do, so the line grows until a queue is full. Every request waits as long, so the kind
/// whose queue fills first is cut until the rest fits; if then the other's is full too, both are.
void cut(Kind& first, Kind& second, double cores)
{
    if (second.perSecond > 0
        && (first.perSecond <= 0
            || second.mostWaiting / second.perSecond < first.mostWaiting / first.perSecond))
        return cut(second, first, cores);
    const double rest = cores - second.coresAsked();
    first.passes = std::clamp(rest / first.coresAsked(), 0.0, 1.0);
    first.wait = second.wait = first.passes > 0 ? first.mostWaiting / (first.passes * first.perSecond) : 1e30;
    if (second.perSecond * second.wait <= second.mostWaiting)
        return;
    const double wait =
        (first.mostWaiting * first.coreSeconds() + second.mostWaiting * second.coreSeconds()) / cores;
    first.wait = second.wait = wait;
    first.passes = std::min(1.0, first.mostWaiting / (wait * first.perSecond));
    second.passes = std::min(1.0, second.mostWaiting / (wait * second.perSecond));
}

void share(Kind& first, Kind& second, double cores)
{
    const double asked = first.coresAsked() + second.coresAsked();
    if (asked > cores)
        return cut(first, second, cores);
    const double pieces = first.perSecond * first.work.pieces + second.perSecond * second.work.pieces;
    first.wait = second.wait = pieces > 0 ? waitOf(asked / cores, cores, asked / pieces) : 0;
}

bool isSearch(const ConnectionPort& port)
{
    const std::string operation = port.text("operation", "write");
    return operation == "read" || operation == "query" || port.kind == ConnectionKind::Query;
}

LimitUse busyLimit(const LimitSpec& spec, double asked, double cores)
{
    LimitUse use = heldLimit(spec, std::min(asked, cores), std::min(asked, cores), 0);
    use.utilisation = cores > 0 ? asked / cores : 0;
    return use;
}
LimitUse waitingLimit(const LimitSpec& spec, const Kind& kind)
{
    const double waiting = std::min(kind.mostWaiting, kind.perSecond * kind.passes * kind.wait);
    return heldLimit(spec, waiting, waiting, kind.perSecond * (1 - kind.passes));
}

void size(const SearchDomainConfig& config, double coresAsked, double stored, FlowContext& context)
{
    if (!config.sizesNodes)
        return;
    context.result.sizing.push_back(
        sizeFor("dataNodes", "data nodes", config.nodes, context.targetUtilisation,
                {{"cores", "vCPU", coresAsked, config.index.cores / config.nodes,
                  "documents and searches a vCPU does are assumptions"},
                 {"disk", "GB", stored / 1e9, config.diskBytes / config.nodes / 1e9, config.disk.source}}));
}

/// Of what is written, the share that comes before the disk is full: writes are blocked from then on.
double fittingShare(const SearchDomainConfig& config, double bytesPerSecond, double seconds)
{
    if (config.diskBytes <= 0 || bytesPerSecond <= 0)
        return 1;
    const double room = config.diskBytes / config.bytesPerSource - config.storedAtStart;
    return std::clamp(room / (bytesPerSecond * std::max(1.0, seconds)), 0.0, 1.0);
}

}  // namespace

SearchDomainLoad SearchDomainFamily::flow(const SearchDomainConfig& config, FlowContext& context)
{
    FlowRate writes, searches;
    for (const FlowPort& input : context.inputs) {
        FlowRate& way = isSearch(input.port) ? searches : writes;
        way = way + input.rate;
    }
    Kind index{writes.messagesPerSecond, indexWork(config, writes.recordsPerMessage()),
               config.index.mostWaiting};
    Kind search{searches.messagesPerSecond, searchWork(config), config.search.mostWaiting};
    Kind none;
    if (config.shared) {
        share(index, search, config.index.cores);
    } else {
        share(index, none, config.index.cores);
        share(search, none, config.search.cores);
    }
    const double written = writes.bytesPerSecond * index.passes;
    const double fits = fittingShare(config, written, context.scenario->durationSeconds);
    const double blocked = index.perSecond * index.passes * (1 - fits);
    index.passes *= fits;
    const double network = config.network.mean() * 1e-9;
    for (FlowPort& input : context.inputs) {
        const Kind& kind = isSearch(input.port) ? search : index;
        input.answer.seconds = network + kind.seconds();
        input.answer.refusedShare = 1 - kind.passes;
    }
    context.result.offered = writes + searches;
    context.result.accepted = writes * index.passes + searches * search.passes;
    context.result.refused = writes * (1 - index.passes) + searches * (1 - search.passes);
    const double all = index.perSecond + search.perSecond;
    if (all > 0)
        context.result.serviceMillis =
            1e3 * (network + (index.perSecond * index.seconds() + search.perSecond * search.seconds()) / all);
    if (config.shared) {
        const double asked = index.coresAsked() + search.coresAsked();
        context.result.limits.push_back(busyLimit(config.index.busy, asked, config.index.cores));
    } else {
        context.result.limits.push_back(busyLimit(config.index.busy, index.coresAsked(), config.index.cores));
        context.result.limits.push_back(
            busyLimit(config.search.busy, search.coresAsked(), config.search.cores));
    }
    context.result.limits.push_back(waitingLimit(config.index.waiting, index));
    context.result.limits.back().refused -= blocked;
    context.result.limits.push_back(waitingLimit(config.search.waiting, search));
    const double stored = config.storedAtStart * config.bytesPerSource;
    if (config.diskBytes > 0)
        context.result.limits.push_back(heldLimit(config.disk, stored, stored, blocked));
    size(config, index.coresAsked() + search.coresAsked(), stored, context);
    return {config.storedAtStart, writes.bytesPerSecond * index.passes};
}

}  // namespace plimsoll
