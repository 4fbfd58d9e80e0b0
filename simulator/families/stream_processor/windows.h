// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"

#include <array>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <vector>

namespace plimsoll {

struct WindowRules {
    enum class Kind { None, Time, Session } kind = Kind::None;
    Duration length{},
        slide{};         ///< Time; the length is a whole number of slides, one of them in a tumbling window
    Duration gap{};      ///< Session
    bool joins = false;  ///< pairs the records of two inputs that have a key in common
    std::int64_t slides() const { return slide > Duration{0} ? length / slide : 1; }
};

/// What one window came to.
struct Fired {
    std::vector<Member> ended;  ///< records that have come to their first result, or to none
    std::vector<Member>
        results;  ///< one for each key, named and dated as the oldest record of it; or one for each pair
    std::vector<bool> again;  ///< of each result: its record was in a result before
};

/// Records by window and key, until the watermark has passed their end. Windows begin with the simulation.
class WindowState {
public:
    /// Pairs of one window beyond these are not made.
    static constexpr std::uint64_t kMostPairs = 1'000'000;

    WindowState() = default;
    explicit WindowState(const WindowRules& rules) : m_rules{rules} {}
    /// Whether a record of this event time still finds a window open; else it is late and not kept.
    bool add(const Member& record, SimTime event, std::size_t side, SimTime watermark);
    /// Every window whose end the watermark has reached, the earliest first.
    std::vector<Fired> fire(SimTime watermark);
    std::uint64_t held() const { return m_held; }  ///< records that have come to nothing yet
    std::uint64_t keys() const { return m_keys; }  ///< what is kept for one key in one window

private:
    struct Aggregate {
        Member oldest;
        std::array<std::uint64_t, 2> counts{};  ///< by side
        bool again = false;
        void take(const Member& record, std::size_t side);
        void take(const Aggregate& other);
    };
    /// The stretch of one slide that ends at its key in the map.
    struct Pane {
        std::unordered_map<std::uint32_t, Aggregate> keys;
        std::vector<Member> fresh;
    };
    struct Session {
        SimTime first, last, closing;
        Aggregate all;
        std::vector<Member> records;
    };
    using Sorted = std::vector<std::pair<std::uint32_t, Aggregate>>;

    bool addToPane(const Member& record, SimTime event, std::size_t side, SimTime watermark);
    bool addToSession(const Member& record, SimTime event, std::size_t side, SimTime watermark);
    std::vector<Fired> fireTime(SimTime watermark);
    std::vector<Fired> fireSessions(SimTime watermark);
    void makeResults(Sorted&& keys, Fired& fired) const;

    WindowRules m_rules;
    std::map<SimTime, Pane> m_panes;
    SimTime m_fired = SimTime::min();  ///< end of the last window that was fired
    std::unordered_map<std::uint32_t, std::vector<Session>> m_sessions;
    std::multimap<SimTime, std::uint32_t> m_closings;  ///< when one may end: it may have gone on
    std::uint64_t m_held = 0, m_keys = 0;
};

}  // namespace plimsoll
