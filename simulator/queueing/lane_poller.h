// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"
#include "simulator/draws/random.h"

namespace plimsoll {

/// Asks one lane of a sharded store for records: once per interval when idle, back to back while records remain. No two
/// pollers keep step: an idle interval is up to a tenth shorter or longer, or whoever shares a lane with more readers than
/// it answers would win or lose every time (the width is an assumption).
struct LanePoller {
    std::uint32_t connection = 0;
    std::uint64_t name = 0;  ///< hash of the connection's id: its index changes with every connection added
    std::uint16_t lane = 0;
    Duration interval = std::chrono::seconds{1};
    Duration backToBack = std::chrono::milliseconds{200};
    std::uint64_t polls = 0;
    bool asked = false;
    DrawKey draws{};  ///< as firstPoll() was given

    /// Pollers start at a drawn phase, or all of them would ask in the same nanosecond.
    SimTime firstPoll(const DrawKey& phase)
    {
        draws = phase;
        const double u = phase.at(name ^ lane);
        return kSimStart + Duration{static_cast<std::int64_t>(static_cast<double>(interval.count()) * u)};
    }
    Message ask(SimTime t, std::uint32_t origin, std::uint32_t limit)
    {
        asked = true;
        Message pull;
        pull.id = {.serial = polls++, .origin = origin, .part = lane, .visit = 0, .attempt = 0};
        pull.born = t;
        pull.sent = t;
        pull.records = 0;
        pull.operation = Operation::Pull;
        pull.lane = lane;
        pull.limit = limit;
        pull.replyTo = {lane, 0, connection, true};
        return pull;
    }
    /// When to ask again after an answer at `t` to the poll asked at `askedAt`.
    SimTime nextPoll(SimTime t, SimTime askedAt, const Reply& answer)
    {
        asked = false;
        // A throttled read returns nothing and the next second fails too, so asking much sooner is useless.
        // Source: https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html
        if (answer.outcome != Outcome::Done)
            return std::max(t, askedAt + spread(std::chrono::seconds{1}, 0.5));
        return std::max(t, askedAt + (answer.more ? backToBack : spread(interval, 0.1)));
    }

private:
    /// Between (1 - share) and (1 + share) of a time, drawn anew for each poll.
    Duration spread(Duration time, double share) const
    {
        const double u = draws.at(mix64(name ^ lane) + polls);
        return Duration{
            static_cast<std::int64_t>(static_cast<double>(time.count()) * (1 - share + 2 * share * u))};
    }
};

}  // namespace plimsoll
