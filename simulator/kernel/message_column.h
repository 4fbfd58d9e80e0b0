// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/random.h"
#include "simulator/kernel/lane.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

namespace plimsoll {

/// What arrives at a node one after the other with nothing in between.
using RequestRun = std::span<const Lane<Message>::Entry* const>;

/// What figures need to know of requests that are handled together, each a single record. Figures of a whole column cost
/// a fraction of what they cost one by one, and are the same: they are sums of whole numbers.
struct MessageColumn {
    static constexpr std::size_t kMost = IdColumn::kMost;
    /// Who waits for the answers.
    enum class Asked { ByNobody, Unattended, ByCallers };

    bool gather(RequestRun run)
    {
        return gather(run.size(), [&](std::size_t n) -> const Lane<Message>::Entry& { return *run[n]; });
    }
    /// Of `count` requests with the time each arrived, at least one. False when one of them is a batch, or they differ in
    /// who waits: then they are to be handled one by one. Their ids are there in any case.
    template <class EntryOf>
    bool gather(std::size_t count, EntryOf entryOf)
    {
        ids.count = 0;
        retries = units = 0;
        const CallToken& first = entryOf(0).payload.replyTo;
        asked = askedBy(first);
        connection = first.connection;
        firstBorn = kNever;
        lastBorn = kSimStart;
        bool alike = true;
        for (std::size_t n = 0; n < count; ++n) {
            const Lane<Message>::Entry& entry = entryOf(n);
            const Message& m = entry.payload;
            ids.add(m.id);
            arrivals[n] = SimTime{Duration{entry.time}};
            births[n] = m.born;
            firstBorn = std::min(firstBorn, m.born);
            lastBorn = std::max(lastBorn, m.born);
            sends[n] = m.sent;
            retries += m.id.attempt > 0 ? 1 : 0;
            units += m.carriesUnit ? 1 : 0;
            alike &= !m.members && m.records == 1 && askedBy(m.replyTo) == asked
                     && m.replyTo.connection == connection;
        }
        return alike;
    }
    std::size_t size() const { return ids.count; }
    std::span<const SimTime> arrived() const { return {arrivals.data(), size()}; }
    std::span<const SimTime> born() const { return {births.data(), size()}; }
    std::span<const SimTime> sent() const { return {sends.data(), size()}; }

    IdColumn ids;
    std::array<SimTime, kMost> arrivals, births, sends;
    SimTime firstBorn, lastBorn;
    std::uint64_t retries = 0;  ///< of them, not first tries
    std::uint64_t units = 0;    ///< of them, carrying the run's unit of work
    Asked asked = Asked::ByNobody;
    std::uint32_t connection = 0;  ///< the answers' way, unless nobody asked

private:
    static Asked askedBy(const CallToken& token)
    {
        return token.slot == CallToken::kNobody       ? Asked::ByNobody
               : token.slot == CallToken::kUnattended ? Asked::Unattended
                                                      : Asked::ByCallers;
    }
};

}  // namespace plimsoll
