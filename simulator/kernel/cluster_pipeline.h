// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/driver.h"

#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace plimsoll {

/// Runs the clusters of a driver on several threads, in stations of one or a few of them. A station may run a window of time
/// as soon as it has run the one before and those that send to it have run this one, up to kAhead windows ahead of the slowest; so its nodes see what they see
/// when all runs on one thread, and the result is the same to the byte. What clusters share is handed on or put off: columns
/// are collected by window and taken over by who receives them, batches with them; what is said of sinks is noted, and told
/// in the order of windows and stations once all have run the window.
class ClusterPipeline {
public:
    explicit ClusterPipeline(Driver& driver);
    ~ClusterPipeline();
    SimTime run(const std::function<bool(SimTime)>& keepGoing);
    /// At the end of the window that keepGoing() is asked about.
    std::uint64_t held() const { return m_held; }

private:
    static constexpr std::size_t kAhead = 16;
    static constexpr std::int64_t kTogether = 4;  ///< windows a thread takes on at a time
    using Window = Driver::Window;

    /// What is sent from one cluster to another over one connection in one direction.
    template <class Payload>
    struct Crossing {
        struct Load {
            Lane<Payload> lane;
            std::vector<std::vector<Member>> batches;  ///< of its messages, by their slot less one
            std::size_t used = 0;
        };
        Driver::Way<Payload>* way = nullptr;
        std::size_t from = 0, to = 0;  ///< stations
        const std::int64_t* doneUntil = nullptr;
        std::array<Load, kAhead> loads;
    };
    /// Clusters that follow each other and are run together, so that there is enough to do at a time.
    struct Station {
        std::size_t first = 0, end = 0;  ///< of the driver's clusters
        NodeShare share;
        std::vector<Crossing<Message>*> messagesIn, messagesOut;
        std::vector<Crossing<Reply>*> repliesIn, repliesOut;
        std::array<FreshnessNotes, kAhead> notes;
        std::array<std::uint64_t, kAhead> held{};
        std::vector<std::size_t> before;  ///< stations that send to it
        std::int64_t done = 0;            ///< windows
        std::int64_t running = 0;         ///< windows that a thread has in hand
    };

    void makeStations();
    std::vector<std::uint32_t> ranksOf(const Station& station) const;
    template <class Payload>
    void open(std::vector<Driver::Way<Payload>>& ways, std::deque<Crossing<Payload>>& crossings,
              std::vector<Crossing<Payload>*> Station::*in, std::vector<Crossing<Payload>*> Station::*out);
    template <class Payload>
    void close(std::deque<Crossing<Payload>>& crossings);
    void work(const std::function<bool(SimTime)>& keepGoing);
    bool nextWindow();
    /// A station that can run its next window; none when there is nothing to do at present.
    std::size_t ready();
    bool canRun(const Station& station, std::int64_t number);
    void runWindow(std::size_t station, std::int64_t number);
    template <class Payload>
    void deliver(Crossing<Payload>& crossing, std::size_t slot, NodeShare& share);
    template <class Payload>
    void ship(Crossing<Payload>& crossing, std::size_t slot, NodeShare& share);
    /// After all have run the window.
    bool settle(std::int64_t number, const std::function<bool(SimTime)>& keepGoing);
    void wait(std::unique_lock<std::mutex>& lock);

    Driver& m_driver;
    std::vector<std::size_t> m_stationOf;  // by rank
    std::vector<Station> m_stations;       // in the order of the driver's clusters
    std::deque<Crossing<Message>> m_messages;
    std::deque<Crossing<Reply>> m_replies;
    std::array<Window, 2 * kAhead> m_windows;
    std::mutex m_guard;
    std::condition_variable m_changed;
    std::atomic<std::uint64_t> m_version{0};  // of what follows
    Driver::Windows m_plan;
    std::int64_t m_planned = 0, m_settled = 0;  // windows
    std::int64_t m_last;  // windows to run; known at the end, or when the run is given up
    bool m_settling = false, m_stopped = false, m_givenUp = false;
    std::uint64_t m_held = 0;
};

}  // namespace plimsoll
