// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/database_instance/callers.h"
#include "simulator/families/database_instance/elastic.h"
#include "simulator/families/shared/line_flow.h"
#include "simulator/queueing/waiting_line.h"
#include "simulator/traffic/key_popularity.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace plimsoll {

using namespace database_node;

namespace {

bool reads(const ConnectionPort& port)
{
    return port.text("operation", "write") == "read" || port.text("operation", "write") == "query"
           || port.kind == ConnectionKind::Query;
}

/// One caller's pool of connections to one instance.
struct PoolLoad {
    double callsPerSecond = 0;
    double ownSeconds = 0;          ///< a call has a connection so long where it waits for nobody
    double seconds = 0;             ///< with its waits
    double mostCallsPerSecond = 0;  ///< that are finished of it, however many are open at once
};

/// Connections that a pool has open on average over a run of `span` seconds that it begins without any, the one given back
/// last taken first: the n-th is opened when a call comes while n - 1 are open, and closed where nothing needed it for
/// `idle`. The calls open at once are a birth and death process that ends min(n / own time, the most) of them a second,
/// which is exact for M/M/c.
double openInPool(const PoolLoad& pool, double most, double idle, double span)
{
    constexpr double kMany = 500;  // of which the random part is small
    constexpr double kLongest = 20'000;
    const double atOnce = pool.callsPerSecond * pool.seconds;
    if (atOnce > kMany)
        return std::min(most, atOnce + 4 * std::sqrt(atOnce));
    if (pool.callsPerSecond >= pool.mostCallsPerSecond)
        return most;
    std::vector<double> shares{1};  // of the time with so many calls, relative to none
    double all = 1;
    for (double n = 1; n < std::min(most, kLongest) && (n < atOnce + 1 || shares.back() > 1e-12 * all); ++n) {
        shares.push_back(shares.back() * pool.callsPerSecond
                         / std::min(n / pool.ownSeconds, pool.mostCallsPerSecond));
        all += shares.back();
    }
    double open = 0;
    const double grows = std::min(idle, span);
    for (std::size_t n = 0; n < shares.size(); ++n) {
        // Calls find n open in clumps, of 1 / (1 - comes / ends) each on the way up, and the first of a clump counts.
        // Source: D. Aldous, Probability Approximations via the Poisson Clumping Heuristic, 1989, section B
        const double ends = std::min(static_cast<double>(n + 1) / pool.ownSeconds, pool.mostCallsPerSecond);
        const double first = std::clamp(1 - pool.callsPerSecond / ends, 0.01, 1.0);
        const double needed = pool.callsPerSecond * shares[n] / all * first;
        const double lacking =
            needed > 0 ? (1 - decay(needed * grows)) / needed : grows;  // seconds, at first
        open += ((grows - lacking) + (span - grows) * (1 - decay(needed * idle))) / span;
    }
    return open;
}

/// Connections that the environments of callers keep, one line for each caller.
std::vector<KeptConnections> keptBy(const DatabaseConfig& config, const std::vector<FlowPort>& inputs)
{
    std::vector<KeptConnections> kept;
    std::vector<const Component*> callers;
    for (const FlowPort& input : inputs) {
        if (input.rate.clients < 1)
            continue;
        const Component* caller = input.port.other.component;
        const auto at = std::find_if(callers.begin(), callers.end(),
                                     [&](const Component* each) { return each->id == caller->id; });
        const auto place = static_cast<std::size_t>(at - callers.begin());
        if (at == callers.end()) {
            callers.push_back(caller);
            kept.push_back({input.port.index, 0, false, false});
        }
        KeptConnections& own = kept[place];
        const bool toReplicas = reads(input.port) && config.replicas.count > 0;
        own.clients = std::max(own.clients, static_cast<int>(std::min(1e6, input.rate.clients + 1e-9)));
        own.primary |= !toReplicas || config.replicas.readShare < 1;
        own.replica |= toReplicas && config.replicas.readShare > 0;
    }
    return kept;
}

/// A time and how it spreads, in seconds and seconds squared.
struct Spent {
    double mean = 0, variance = 0;
};

/// The two stations of one instance under a mix of statements.
class InstanceFlow {
public:
    InstanceFlow(const DatabaseConfig& config, const FlowRate& reads, const FlowRate& writes)
        : m_config{config}, m_rate{reads + writes}
    {
        add(reads, config.read, 1 - config.hitShare);
        add(writes, config.write, 1);
        const double served = capacityVcpus();
        m_servers = serversFor(served);
        m_speed = served / m_servers;
        if (config.processor.burstable && !config.processor.unlimited
            && m_busy > served * config.processor.baseShare)
            m_speed *= config.processor.baseShare;
        m_operationsRate = m_operations > config.volume.perSecond
                               ? config.volume.perSecond
                               : std::max(config.volume.perSecond, config.volume.burstPerSecond);
    }
    double perSecond() const { return m_rate.messagesPerSecond; }
    double busyVcpus() const { return m_busy; }
    double capacityVcpus() const
    {
        return m_config.elastic ? meanStepped(*m_config.elastic, settled()) : m_config.processor.vcpus;
    }
    double settled() const
    {
        return m_config.elastic ? settledVcpus(*m_config.elastic, m_busy, m_squares) : 0;
    }
    double operations() const { return m_operations; }
    double writes() const { return m_writes; }
    double surplus() const
    {
        const ProcessorConfig& processor = m_config.processor;
        return processor.burstable ? std::max(0.0, m_busy - processor.vcpus * processor.baseShare) : 0;
    }
    bool hasVolume() const { return m_config.volume.perSecond > 0; }
    /// Of a statement, before both stations.
    double waitSeconds() const
    {
        return m_vcpuWait.mean + (perSecond() > 0 ? m_needing / perSecond() * m_volumeWait.mean : 0);
    }
    double use() const
    {
        const double byVcpu = m_busy / (m_servers * m_speed);
        return std::max(byVcpu, hasVolume() ? m_operations / m_operationsRate : 0);
    }
    /// Waits before both stations; `places` = statements that may be in the instance at once, if that is bounded.
    void settle(double arrivalVariation, std::optional<double> places)
    {
        LineLoad load;
        load.arrivalsPerSecond = perSecond() * m_rate.metShare;
        load.serviceSeconds = perSecond() > 0 ? m_busy / perSecond() / m_speed : 0;
        load.servers = m_servers;
        load.arrivalVariation = arrivalVariation;
        load.serviceVariation = variation(m_busy, m_squares, perSecond());
        if (places)
            load.places = std::max(0.0, *places - m_servers);
        const LineAnswer vcpu = waitingLine(load);
        m_vcpuWait = waitOf(vcpu, load);
        m_refused = vcpu.refusedShare;
        if (!hasVolume() || m_needing <= 0)
            return;
        load.arrivalsPerSecond = m_needing * m_rate.metShare;
        load.serviceSeconds = m_operations / m_needing / m_operationsRate;
        load.servers = 1;
        load.arrivalVariation = 1;
        load.serviceVariation = variation(m_operations, m_operationSquares, m_needing);
        if (places)
            load.places = std::max(0.0, *places - 1);
        const LineAnswer volume = waitingLine(load);
        m_volumeWait = waitOf(volume, load);
        m_refused = std::max(m_refused, volume.refusedShare);
    }
    double refusedShare() const { return m_refused; }
    /// Time of a statement of this kind, network apart.
    Spent timeOf(const FlowRate& rate, bool isRead) const
    {
        const StatementCost& cost = isRead ? m_config.read : m_config.write;
        const double records = std::max(1.0, rate.recordsPerMessage());
        const double own = cost.processor.law.mean() * 1e-9 * records / m_speed;
        Spent spent{m_vcpuWait.mean + own, m_vcpuWait.variance + own * own * cost.processor.squaredVariation};
        // Below one operation some statements need one; above, their number is one of the two whole ones around the mean.
        const double mean = cost.operations * records * (isRead ? 1 - m_config.hitShare : 1);
        const double needs = std::min(1.0, mean), part = mean - std::floor(mean);
        const double turn = hasVolume() ? 1 / m_operationsRate : 0;
        const double beside = m_volumeWait.mean + seconds(cost.volumeLatency);
        const double once = beside + (mean < 1 ? turn : 0);
        spent.mean += needs * beside + mean * turn;
        spent.variance += needs * m_volumeWait.variance + needs * (1 - needs) * once * once
                          + (mean < 1 ? 0 : part * (1 - part) * turn * turn);
        return spent;
    }
    double meanSeconds() const
    {
        if (perSecond() <= 0)
            return 0;
        double all = 0;
        for (const auto& [rate, isRead] : m_parts)
            all += rate.messagesPerSecond * timeOf(rate, isRead).mean;
        return all / perSecond();
    }

private:
    void add(const FlowRate& rate, const StatementCost& cost, double missShare)
    {
        const double messages = rate.messagesPerSecond;
        if (messages <= 0)
            return;
        m_parts.push_back({rate, &cost == &m_config.read});
        const double records = std::max(1.0, rate.recordsPerMessage());
        const double each = cost.processor.law.mean() * 1e-9 * records;
        m_busy += messages * each;
        m_squares += messages * each * each * (1 + cost.processor.squaredVariation);
        const double operations = cost.operations * records * missShare;
        m_operations += messages * operations;
        m_writes += &cost == &m_config.write ? messages * operations : 0;
        // Below one, some need it once; above, the number is one of the two whole ones around the mean.
        const double low = std::floor(operations), part = operations - low;
        m_needing += messages * std::min(1.0, operations);
        m_operationSquares += messages * ((1 - part) * low * low + part * (low + 1) * (low + 1));
    }
    static double variation(double sum, double squares, double count)
    {
        return sum > 0 ? std::max(0.0, squares * count / (sum * sum) - 1) : 1;
    }
    /// Of N users who wait for their answers no more than N can be in line.
    Spent waitOf(const LineAnswer& answer, const LineLoad& load) const
    {
        const double wait =
            m_rate.metShare < 1
                ? std::min(answer.waitSeconds, load.serviceSeconds / load.servers / (1 - m_rate.metShare))
                : answer.waitSeconds;
        return {wait,
                waitVariance(wait, erlangWait(load.servers, load.arrivalsPerSecond * load.serviceSeconds))};
    }
    struct Part {
        FlowRate rate;
        bool isRead = false;
    };
    const DatabaseConfig& m_config;
    FlowRate m_rate;
    std::vector<Part> m_parts;
    double m_busy = 0, m_squares = 0, m_operations = 0, m_operationSquares = 0, m_needing = 0, m_writes = 0;
    double m_servers = 1, m_speed = 1, m_operationsRate = 0;
    Spent m_vcpuWait, m_volumeWait;
    double m_refused = 0;
};

/// Of the environments that keep connections to an instance, the share that has none because there are no more. Whichever
/// ran last runs next: in the long run each is as likely to run as any other, with a connection or not.
struct Left {
    double primaryClients = 0, replicaClients = 0;  ///< of one replica
    double primary = 0, replica = 0;
};
Left leftOut(const DatabaseConfig& config, const std::vector<KeptConnections>& kept)
{
    Left left;
    for (const KeptConnections& each : kept) {
        left.primaryClients += each.primary ? each.clients : 0;
        left.replicaClients += each.replica ? each.clients : 0;
    }
    left.replicaClients /= std::max(1, config.replicas.count);
    const double most = config.connections.perUnit;
    const auto without = [most](double clients) { return clients > most ? 1 - most / clients : 0; };
    left.primary = config.proxy ? 0 : without(left.primaryClients);
    left.replica = without(left.replicaClients);
    return left;
}

/// Where an environment that has no connection is refused however often it tries: all its statements go to one instance.
bool keepsOut(const DatabaseConfig& config, const FlowPort& input)
{
    const bool toReplicas = reads(input.port) && config.replicas.count > 0 && config.replicas.readShare > 0;
    return input.rate.clients >= 1
           && (!toReplicas || (config.replicas.readShare >= 1 && config.replicas.count == 1));
}

/// Share of one input's statements that have a connection of their own; of pools all, so far. Whoever has none tries more
/// often than the others.
double connected(const DatabaseConfig& config, const FlowPort& input, double left)
{
    if (input.rate.clients < 1 || left <= 0)
        return 1;
    const bool isKnown = keepsOut(config, input) && input.rate.shutOutShare > 0;
    return 1 - (isKnown ? input.rate.shutOutShare : left);
}

/// What the primary and one of the replicas get to do, and statements a second that have no connection there.
struct Shares {
    FlowRate primaryReads, primaryWrites, replicaReads;
    double refusedAtPrimary = 0, refusedAtReplica = 0;
};
Shares sharesOf(const DatabaseConfig& config, const std::vector<FlowPort>& inputs, const Left& left)
{
    const double away = config.replicas.count > 0 ? config.replicas.readShare : 0;
    const double each = away / std::max(1, config.replicas.count);
    Shares shares;
    for (const FlowPort& input : inputs) {
        const FlowRate& rate = input.rate;
        const double there = reads(input.port) ? away : 0;
        const double passes = connected(config, input, left.primary);
        FlowRate& way = reads(input.port) ? shares.primaryReads : shares.primaryWrites;
        way = way + rate * ((1 - there) * passes);
        shares.refusedAtPrimary += rate.messagesPerSecond * (1 - there) * (1 - passes);
        if (there <= 0)
            continue;
        const double replica = connected(config, input, left.replica);
        shares.replicaReads = shares.replicaReads + rate * (each * replica);
        shares.refusedAtReplica += rate.messagesPerSecond * each * (1 - replica);
    }
    return shares;
}

/// One evaluation of the flow face.
class DatabaseFlow {
public:
    DatabaseFlow(const DatabaseConfig& config, FlowContext& context)
        : m_config{config},
          m_context{context},
          m_left{leftOut(config, keptBy(config, context.inputs))},
          m_shares{sharesOf(config, context.inputs, m_left)},
          m_primary{config, m_shares.primaryReads, m_shares.primaryWrites},
          m_replica{config, m_shares.replicaReads, {}}
    {}
    DatabaseLoad load()
    {
        const double variation = arrivalVariation(m_context);
        const bool proxied = m_config.proxy.has_value();
        const double most = m_config.connections.perUnit;
        m_primary.settle(variation, proxied ? std::nullopt : std::optional<double>{most});
        m_replica.settle(m_config.replicas.count > 1 ? 1 : variation, most);
        if (proxied)
            lend();
        else
            m_atPrimary = hold(m_primary, m_shares.primaryReads + m_shares.primaryWrites,
                               m_left.primaryClients, m_left.primary);
        m_atReplica = hold(m_replica, m_shares.replicaReads, m_left.replicaClients, m_left.replica);
        answer();
        pushLimits();
        pushSizing();
        if (m_config.elastic)
            follow();
        return fill();
    }

private:
    struct Held {
        double connections = 0;
        double refusedShare = 0;  ///< of those that have a connection, or would take one out of a pool
    };
    double network() const { return m_config.network.mean() * 1e-9; }
    /// Those of environments, then those that pools need for their calls at once.
    Held hold(const InstanceFlow& instance, const FlowRate& rate, double environments, double left) const
    {
        double pooled = 0;
        const double replicas = m_config.replicas.count;
        const double all = m_primary.perSecond() + replicas * m_replica.perSecond();
        const double here = all > 0 ? rate.messagesPerSecond / all : 0;
        const double each = instance.meanSeconds() + network();
        const double most = m_config.connections.perUnit;
        std::map<ComponentId, double> pools;  // calls a second
        for (const FlowPort& input : m_context.inputs)
            if (input.rate.clients < 1)
                pools[input.port.other.component->id] += input.rate.messagesPerSecond * here;
        double atOnce = 0, open = 0;
        for (const auto& [caller, calls] : pools) {
            if (calls <= 0)
                continue;
            pooled += calls;
            atOnce += calls * each;
            // Of a line whose length falls by rho from one to the next, a share f has lengths that fall by
            // f rho / (1 - rho + f rho).
            const double rho = instance.use(), part = calls / rate.messagesPerSecond * rho;
            open += openInPool({calls, each - instance.waitSeconds(), each,
                                rho < 1 ? calls * (1 - rho + part) / part : calls},
                               most, seconds(m_config.idle), m_context.scenario->durationSeconds);
        }
        const double byPools = rate.messagesPerSecond > 0 ? pooled / rate.messagesPerSecond : 0;
        const double fromPools = erlangLoss(std::floor(std::max(0.0, most - environments)), atOnce);
        const double refused = std::max(byPools * fromPools, instance.refusedShare());
        // Where some are refused there are no more to be had, and what is asked for beyond them says how many would do.
        const bool lacks = refused > 0.01 || left > 0;
        const double wanted = environments + (lacks ? atOnce : open);
        return {lacks ? wanted : std::min(wanted, most), refused};
    }
    /// Whoever finds no shared connection free waits for one, so long at most.
    void lend()
    {
        LineLoad load;
        load.arrivalsPerSecond = m_primary.perSecond();
        load.serviceSeconds = m_primary.meanSeconds() + network() + seconds(m_config.proxy->passes);
        load.servers = std::max(1.0, m_config.proxy->connections);
        const double use =
            std::max(m_primary.use(), load.arrivalsPerSecond * load.serviceSeconds / load.servers);
        m_atPrimary.connections = std::min(load.servers, load.arrivalsPerSecond * load.serviceSeconds);
        const double wait = waitingLine(load).waitSeconds;
        m_proxy = {
            seconds(m_config.proxy->passes) + wait,
            waitVariance(wait, erlangWait(load.servers, load.arrivalsPerSecond * load.serviceSeconds))};
        if (use <= 1)
            return;
        m_atPrimary.connections = load.servers;
        if (askedByPoolsAlone()) {  // who waits asks nothing else meanwhile: they come no faster than they are answered
            m_overload = use;
            m_proxy = {seconds(m_config.proxy->passes), 0};
            return;
        }
        m_atPrimary.refusedShare = 1 - 1 / use;
        m_proxy = {seconds(m_config.proxy->passes + m_config.proxy->longestWait), 0};
    }
    bool askedByPoolsAlone() const
    {
        return std::all_of(m_context.inputs.begin(), m_context.inputs.end(), [](const FlowPort& input) {
            return input.rate.messagesPerSecond <= 0 || input.rate.clients >= 1 || input.rate.metShare < 1;
        });
    }
    void answer()
    {
        const double away = m_config.replicas.count > 0 ? m_config.replicas.readShare : 0;
        double spent = 0, refused = 0;
        for (FlowPort& input : m_context.inputs) {
            const bool isRead = reads(input.port);
            const double there = isRead ? away : 0;
            Spent atPrimary = m_primary.timeOf(input.rate, isRead);
            const double line = m_context.followed ? m_context.followed->waitSeconds : 0;
            atPrimary.mean += m_proxy.mean + line;
            atPrimary.variance += m_proxy.variance + line * line / 3;
            const Spent atReplica = there > 0 ? m_replica.timeOf(input.rate, isRead) : Spent{};
            // Whoever is refused is answered after the network's time alone. Of those who are refused at every try the caller
            // hears apart.
            const bool apart = keepsOut(m_config, input);
            const double toPrimary = connected(m_config, input, m_left.primary),
                         toReplica = connected(m_config, input, m_left.replica);
            const double byPrimary = (1 - there) * (apart ? 1 : toPrimary) * (1 - m_atPrimary.refusedShare);
            const double byReplica = there * (apart ? 1 : toReplica) * (1 - m_atReplica.refusedShare);
            const double own = byPrimary * atPrimary.mean + byReplica * atReplica.mean;
            const double squares = byPrimary * (atPrimary.variance + atPrimary.mean * atPrimary.mean)
                                   + byReplica * (atReplica.variance + atReplica.mean * atReplica.mean);
            input.answer.seconds = own + network();
            input.answer.variance = std::max(0.0, squares - own * own) + m_config.network.variance() * 1e-18;
            input.answer.overload = m_overload;
            input.answer.refusedShare = 1 - byPrimary - byReplica;
            const double came =
                input.rate.messagesPerSecond * (apart ? (1 - there) * toPrimary + there * toReplica : 1);
            if (apart) {
                input.answer.shutOutShare = there > 0 ? m_left.replica : m_left.primary;
                input.answer.shutOutSeconds = network();
            }
            const double done = came * (1 - input.answer.refusedShare);
            spent += came * own + done * network();
            refused += input.rate.messagesPerSecond - done;
        }
        const FlowRate all = m_context.arriving();
        const double share = all.messagesPerSecond > 0 ? refused / all.messagesPerSecond : 0;
        const double done = all.messagesPerSecond - refused;
        m_context.result.offered = all;
        m_context.result.accepted = all * (1 - share);
        m_context.result.refused = all * share;
        m_context.result.serviceMillis = done > 0 ? spent / done * 1e3 : 0;
    }
    void pushLimits()
    {
        std::vector<LimitUse>& limits = m_context.result.limits;
        const auto push = [&](const InstanceFlow& instance, const Held& held, bool primary) {
            const auto named = [&](LimitSpec spec) {
                spec.limit = (primary ? "" : "replica-") + spec.limit;
                spec.label += primary ? "" : " of a replica";
                return spec;
            };
            const double refused = instance.perSecond() * held.refusedShare
                                   + (primary ? m_shares.refusedAtPrimary : m_shares.refusedAtReplica);
            if (!primary || !m_config.proxy)
                limits.push_back(
                    heldLimit(named(m_config.connections), held.connections, held.connections, refused));
            limits.push_back(heldLimit(named(m_config.vcpus), instance.busyVcpus(), instance.busyVcpus(), 0));
            if (instance.hasVolume())
                limits.push_back(
                    rateLimit(named(m_config.operations), instance.operations(), instance.operations(), 0));
        };
        push(m_primary, m_atPrimary, true);
        if (m_config.replicas.count > 0)
            push(m_replica, m_atReplica, false);
        if (m_config.proxy)
            limits.push_back(heldLimit(m_config.pool, m_atPrimary.connections, m_atPrimary.connections,
                                       m_primary.perSecond() * m_atPrimary.refusedShare));
        if (m_config.storage.allocatedBytes > 0)
            limits.push_back(
                heldLimit(m_config.allocated, m_config.storage.heldBytes, m_config.storage.heldBytes, 0));
    }
    void pushSizing()
    {
        std::vector<Sizing>& sizing = m_context.result.sizing;
        const double target = m_context.targetUtilisation;
        const auto push = [&](const char* parameter, const char* unit, const LimitSpec& limit,
                              double demand) {
            if (!(demand > 0))
                return;
            sizing.push_back(sizeFor(parameter, unit, limit.perUnit, target,
                                     {{limit.limit, limit.unit, demand, 1, limit.source}}));
            sizing.back().relieves = {limit.limit};
        };
        push("vcpus", "vCPUs", m_config.vcpus, m_primary.busyVcpus());
        // Callers that wait for a vCPU hold their connections: more of those would only let more of them wait.
        constexpr double kUsedUp = 0.98;
        const bool waitsForVcpus =
            !sizing.empty() && m_primary.busyVcpus() > kUsedUp * m_config.vcpus.perUnit;
        if (waitsForVcpus)
            sizing.back().relieves.push_back(m_config.connections.limit);
        if (!m_config.proxy && !waitsForVcpus)
            push("maxConnections", "connections", m_config.connections, m_atPrimary.connections);
        if (m_primary.hasVolume())
            push("iops", "IOPS", m_config.operations, m_primary.operations());
    }
    /// `units` are those of the primary, `hosts` of one replica, whose line is left out.
    void follow()
    {
        FlowComponent& result = m_context.result;
        const double perSecond = m_primary.perSecond();
        result.asks = {.perSecond = perSecond,
                       .heldSeconds = perSecond > 0 ? m_primary.busyVcpus() / perSecond : 0,
                       .units = m_primary.settled(),
                       .hosts = m_replica.settled()};
        result.follow = [&config = m_config](std::vector<FollowedSlice>& slices, bool settled) {
            const ElasticConfig& elastic = *config.elastic;
            const FollowedSlice& first = slices.front();
            double each = 0;
            for (const FollowedSlice& slice : slices)
                each = std::max(each, slice.heldSeconds);
            ElasticWay primary{elastic, settled ? first.units : elastic.leastVcpus,
                               config.connections.perUnit * each};
            ElasticWay replica{elastic, settled ? first.hosts : elastic.leastVcpus, 0};
            for (FollowedSlice& slice : slices) {
                const ElasticWay::Means means =
                    primary.go(slice.perSecond * slice.heldSeconds, slice.units, slice.seconds);
                slice.units = means.vcpus;
                slice.hosts = replica.go(slice.hosts * elastic.target, slice.hosts, slice.seconds).vcpus;
                // Little's law, of those that come.
                slice.waitSeconds =
                    slice.perSecond > 0 && each > 0 ? means.waiting / each / slice.perSecond : 0;
            }
        };
    }
    DatabaseLoad fill() const
    {
        const double primary = m_context.followed ? m_context.followed->units : m_primary.capacityVcpus();
        const double replica = m_context.followed ? m_context.followed->hosts : m_replica.capacityVcpus();
        const double passed = 1 - m_atPrimary.refusedShare, there = 1 - m_atReplica.refusedShare;
        const double replicas = m_config.replicas.count;
        const double surplus = m_primary.surplus() + replicas * m_replica.surplus();
        return {m_primary.operations() * passed + replicas * m_replica.operations() * there,
                m_config.processor.unlimited ? surplus : 0,
                m_shares.primaryWrites.bytesPerSecond * passed * m_config.storage.keptShare,
                primary + replicas * replica, m_primary.writes() * passed};
    }

    const DatabaseConfig& m_config;
    FlowContext& m_context;
    Left m_left;
    Shares m_shares;
    InstanceFlow m_primary, m_replica;
    Held m_atPrimary, m_atReplica;
    Spent m_proxy;          ///< before the primary has a statement
    double m_overload = 0;  ///< what pools of callers ask over what can be answered, where that is more
};

}  // namespace

namespace database_node {

Opened openedWith(const DatabaseConfig& config, const NodeContext& context)
{
    Opened opened;
    opened.primary.savedOperations = opened.replica.savedOperations = config.volume.mostSaved;
    if (!context.before)
        return opened;
    opened.connections = keptBy(config, context.before->inputs);
    const Shares shares = sharesOf(config, context.before->inputs, leftOut(config, opened.connections));
    const auto saved = [&](const FlowRate& readRate, const FlowRate& writeRate) {
        const InstanceFlow flow{config, readRate, writeRate};
        const double earned = config.processor.vcpus * config.processor.baseShare;
        return InstanceOpened{flow.operations() < config.volume.perSecond ? config.volume.mostSaved : 0,
                              flow.busyVcpus() < earned ? config.processor.mostSavedVcpuSeconds : 0,
                              flow.settled()};
    };
    opened.primary = saved(shares.primaryReads, shares.primaryWrites);
    opened.replica = saved(shares.replicaReads, {});
    return opened;
}

}  // namespace database_node

DatabaseLoad DatabaseFamily::flow(const DatabaseConfig& config, FlowContext& context)
{
    return DatabaseFlow{config, context}.load();
}

}  // namespace plimsoll
