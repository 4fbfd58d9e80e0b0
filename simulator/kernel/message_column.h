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
        const CallToken first = entryOf(0).payload.replyTo;
        const std::uint32_t waits = whoWaits(first);
        // What is summed up stays out of this object until the end: each write into a column could be into a sum as well, which
        // would then have to go to memory and back for every message.
        SimTime sooner = kNever, later = kSimStart;
        std::uint64_t tried = 0, carried = 0;
        std::uint32_t different = 0;
        for (std::size_t n = 0; n < count; ++n) {
            const Lane<Message>::Entry& entry = entryOf(n);
            const Message& m = entry.payload;
            const std::uint64_t rest = m.id.rest();
            const SimTime bornAt = m.born;
            ids.serials[n] = m.id.serial;
            ids.rests[n] = rest;
            arrivals[n] = SimTime{Duration{entry.time}};
            births[n] = bornAt;
            sends[n] = m.sent;
            sooner = std::min(sooner, bornAt);
            later = std::max(later, bornAt);
            tried += rest >> 56 != 0 ? 1 : 0;
            carried += m.carriesUnit ? 1 : 0;
            different |= m.members.slot | (m.records ^ 1u) | (whoWaits(m.replyTo) ^ waits)
                         | (m.replyTo.connection ^ first.connection);
        }
        ids.count = count;
        firstBorn = sooner;
        lastBorn = later;
        retries = tried;
        units = carried;
        connection = first.connection;
        asked = first.slot == CallToken::kNobody       ? Asked::ByNobody
                : first.slot == CallToken::kUnattended ? Asked::Unattended
                                                       : Asked::ByCallers;
        return different == 0;
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
    /// The same for all callers, who have slots below those that mean no caller.
    static std::uint32_t whoWaits(const CallToken& token)
    {
        static_assert(CallToken::kUnattended > CallToken::kNobody);
        return std::max(token.slot, CallToken::kNobody - 1);
    }
};

}  // namespace plimsoll
