// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/shared/outgoing.h"

#include <vector>

namespace plimsoll {

/// One of those behind a cache.
struct BehindCache {
    OutCall call;
    bool store = false;  ///< asked as its connection says; anything else takes reads and writes alike
    double weight = 1;
    bool takes(bool read) const
    {
        const bool reads = fetches(call.operation);
        return !store || call.operation == Operation::Invoke || reads == read;
    }
    Operation operation(bool read) const
    {
        if (store || call.operation == Operation::Invoke)
            return call.operation;
        return read ? Operation::Read : Operation::Write;
    }
};

/// Those behind a cache, by connection. Each key goes to one of those that take it, by their weights.
class BehindCaches {
public:
    BehindCaches() = default;
    template <class Ports>
    BehindCaches(const ComponentView& self, const Ports& outputs)
    {
        const Outgoing outgoing{Outgoing::Sender::Relay, self, outputs};
        for (const OutCall& call : outgoing.ways()) {
            const ConnectionPort& port = portOf(outputs[call.output]);
            m_all.push_back({call, port.other.spec->stores, port.number("share", 100)});
        }
    }
    const std::vector<BehindCache>& all() const { return m_all; }
    bool any(bool read) const { return weight(read) > 0; }
    /// There is somebody, and nobody takes writes. Without anyone behind it a cache keeps them.
    bool losesWrites() const { return !m_all.empty() && !any(false); }
    /// Share of what is read (or written) at `rate` that goes to it.
    double share(const BehindCache& one, bool read, const FlowRate& rate) const
    {
        if (!one.takes(read))
            return 0;
        const double meant = one.weight / weight(read);
        if (meant >= 1 || !rate.keys)
            return meant;
        return shareOfKeys(*rate.keys, meant, [&](std::uint32_t key) { return &of(key, read) == &one; });
    }
    /// Whom to ask for a key; there is one.
    const BehindCache& of(std::uint64_t key, bool read) const
    {
        double left = toUnit(mix64(key ^ 0x5DEECE66Dull)) * weight(read);
        const BehindCache* last = nullptr;
        for (const BehindCache& each : m_all) {
            if (!each.takes(read) || each.weight <= 0)
                continue;
            last = &each;
            left -= each.weight;
            if (left < 0)
                break;
        }
        return *last;
    }

private:
    static const ConnectionPort& portOf(const ConnectionPort& port) { return port; }
    static const ConnectionPort& portOf(const FlowPort& port) { return port.port; }
    double weight(bool read) const
    {
        double sum = 0;
        for (const BehindCache& each : m_all)
            sum += each.takes(read) ? each.weight : 0;
        return sum;
    }
    std::vector<BehindCache> m_all;
};

/// Whether a connection into a cache reads.
inline bool readsCache(const ConnectionPort& port)
{
    return port.text("operation", "write") == "read" || port.kind == ConnectionKind::Query;
}

/// Of the reads, those that are not asked for once more with the same piece of work: the second finds what the first
/// brought, or waits with it. One after the other they always do; side by side only where misses are fetched once.
inline double distinctReads(const CacheConfig& config, const std::vector<FlowPort>& inputs)
{
    double all = 0, distinct = 0;
    for (const FlowPort& input : inputs) {
        if (!readsCache(input.port))
            continue;
        const double times = std::max(1.0, input.port.number("operations", 1));
        const bool found = config.collapses || input.port.number("concurrency", 1) <= 1;
        all += input.rate.messagesPerSecond;
        distinct += input.rate.messagesPerSecond / (found ? times : 1);
    }
    return all > 0 ? distinct / all : 1;
}

}  // namespace plimsoll
