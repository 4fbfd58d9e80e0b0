// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/job_queue/job_play.h"

#include "simulator/draws/elementary.h"
#include "simulator/draws/random.h"
#include "simulator/families/fleet/fleet_size.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <queue>

namespace plimsoll {

namespace {

/// Attempts of all plays together, and plays at most; the estimate is asked often.
constexpr double kEnough = 6'000, kMostAttempts = 60'000;
constexpr int kMostPlays = 200;

/// Fixed draws: the estimate has no seed.
class Draws {
public:
    explicit Draws(std::uint64_t purpose) : m_key{mix64(purpose)} {}
    double next() { return toUnit(mix64(m_key ^ mix64(m_count++))); }

private:
    std::uint64_t m_key, m_count = 0;
};

/// One play of all slices.
class Play {
public:
    Play(const JobQueueConfig& config, int unitsAtStart, bool evenly, double whole, std::uint64_t number)
        : m_config{config},
          m_evenly{evenly},
          m_arrivals{mix64(number) ^ 1},
          m_works{mix64(number) ^ 2},
          m_fails{mix64(number) ^ 3},
          m_size{config.capacity, whole, 1}
    {
        m_size.open(unitsAtStart);
        m_look = kSimStart + m_size.policy().period;
    }
    /// Adds what the slice comes to, in unit seconds.
    void through(FollowedSlice& slice)
    {
        m_slice = &slice;
        m_end += slice.seconds;
        const SimTime end = kSimStart + fromSeconds(m_end);
        draw();
        while (true) {
            SimTime next = std::min({end, m_look, m_arrival});
            if (!m_ends.empty())
                next = std::min(next, m_ends.top());
            if (const SimTime change = m_size.next(m_t); change > m_t)
                next = std::min(next, change);
            wait(next);
            if (next == end)
                break;
            happen();
        }
        const double units = m_size.load(m_t).instances * seconds(m_t.time_since_epoch());
        slice.units += units - m_units;
        m_units = units;
    }

private:
    /// Which attempt of which child.
    struct Attempt {
        int number = 1;
        std::uint32_t child = 0;
        bool ended = false;  ///< by its time limit
    };
    double places() const { return static_cast<double>(m_size.inService()) * m_config.capacity.slots; }
    bool hasPlace() const
    {
        return static_cast<double>(m_ends.size()) + 1 <= std::floor(places() / m_config.nodes);
    }
    /// The time of the next job, at the rate of the slice: exponential gaps have no memory.
    void draw()
    {
        const double gaps = m_evenly ? 1 : -deterministicLog(std::max(1e-12, m_arrivals.next()));
        m_arrival = m_slice->perSecond > 0 ? m_t + fromSeconds(gaps / m_slice->perSecond) : kNever;
    }
    void wait(SimTime next)
    {
        const double span = seconds(next - m_t);
        m_slice->workers += places() * span;
        m_slice->waitSeconds += static_cast<double>(m_line.size()) * span;
        m_t = next;
    }
    void happen()
    {
        m_size.advance(m_t);
        while (!m_ends.empty() && m_ends.top() <= m_t) {
            m_ends.pop();
            const Attempt tried = m_tries.front();
            m_tries.pop_front();
            const bool failed = m_fails.next() < m_config.failShare;
            if (tried.ended)
                continue;
            if (failed && tried.number < m_config.attempts)
                m_line.push_back({tried.number + 1, tried.child});
            else if (!failed && m_config.oneByOne && tried.child + 1 < m_config.children)
                m_line.push_back({1, tried.child + 1});
        }
        if (m_arrival <= m_t) {
            m_line.insert(m_line.end(), m_config.oneByOne ? 1 : m_config.children, Attempt{});
            draw();
        }
        if (m_look <= m_t) {
            m_size.decide(m_t, static_cast<double>(m_line.size() + m_ends.size()) * m_config.nodes);
            m_look += m_size.policy().period;
        }
        begin();
    }
    void begin()
    {
        while (!m_line.empty() && hasPlace()) {
            double own = m_config.capacity.service.law.quantile(m_works.next()) * 1e-9;
            const double longest = seconds(m_config.longest);
            Attempt attempt = m_line.front();
            attempt.ended = longest > 0 && own > longest;
            own = attempt.ended ? longest : own + m_slice->heldSeconds;
            m_ends.push(m_t + m_config.containerStart + fromSeconds(own));
            m_tries.push_back(attempt);
            m_line.pop_front();
        }
    }

    const JobQueueConfig& m_config;
    bool m_evenly;
    Draws m_arrivals, m_works, m_fails;
    FleetSize m_size;
    FollowedSlice* m_slice = nullptr;
    SimTime m_t = kSimStart, m_look, m_arrival = kNever;
    std::priority_queue<SimTime, std::vector<SimTime>, std::greater<>> m_ends;
    std::deque<Attempt> m_line, m_tries;  ///< of those at work in no order that matters
    double m_end = 0, m_units = 0;
};

}  // namespace

void playJobs(const JobQueueConfig& config, int unitsAtStart, bool evenly, std::vector<FollowedSlice>& slices)
{
    double whole = 0, attempts = 0;
    for (const FollowedSlice& slice : slices) {
        whole += slice.seconds;
        attempts += slice.perSecond * config.children * slice.seconds;
    }
    const double looks =
        whole / seconds(std::max<Duration>(config.capacity.scaling.period, std::chrono::seconds{1}));
    if (slices.size() == 1 && attempts > kMostAttempts) {  // a part of what goes on alike says as much
        std::vector<FollowedSlice> part = slices;
        part.front().seconds *= kEnough / attempts;
        playJobs(config, unitsAtStart, evenly, part);
        part.front().seconds = slices.front().seconds;
        slices = part;
        return;
    }
    for (FollowedSlice& slice : slices)
        slice.workers = slice.units * config.capacity.slots;
    if (attempts <= 0 || attempts > kMostAttempts || looks > kMostAttempts)
        return;
    for (FollowedSlice& slice : slices)
        slice.units = slice.workers = slice.waitSeconds = 0;
    const int plays = static_cast<int>(std::clamp(std::ceil(kEnough / attempts), 1.0, double{kMostPlays}));
    for (int play = 0; play < plays; ++play) {
        Play one{config, unitsAtStart, evenly, whole, static_cast<std::uint64_t>(play)};
        for (FollowedSlice& slice : slices)
            one.through(slice);
    }
    for (FollowedSlice& slice : slices) {
        const double span = slice.seconds * plays, came = slice.perSecond * config.children * span;
        slice.units = span > 0 ? slice.units / span : 0;
        slice.workers = span > 0 ? slice.workers / span : 0;
        slice.waitSeconds = came > 0 ? slice.waitSeconds / came : 0;
    }
}

}  // namespace plimsoll
