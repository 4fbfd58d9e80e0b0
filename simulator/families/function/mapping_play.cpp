// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/function/mapping_play.h"

#include "simulator/draws/random.h"
#include "simulator/families/function/play_memory.h"
#include "simulator/families/shared/message_groups.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <limits>
#include <queue>
#include <vector>

namespace plimsoll {

namespace {

constexpr double kNeverSeconds = std::numeric_limits<double>::infinity();

/// Fixed draws: the estimate has no seed.
class FixedDraws {
public:
    explicit FixedDraws(std::uint64_t purpose) : m_key{mix64(purpose)} {}
    double next() { return toUnit(mix64(m_key ^ mix64(m_count++))); }

private:
    std::uint64_t m_key, m_count = 0;
};

/// Numbers between 0 and 1 that fall evenly, as many into each of the strata, and in no order: one that followed the
/// other by a rule would have what comes come evenly, and no two fall into one window.
class SpreadDraws {
public:
    SpreadDraws()
    {
        for (std::size_t n = 0; n < kStrata; ++n)
            m_strata[n] = static_cast<std::uint16_t>(n);
    }
    double next()
    {
        if (m_at == kStrata) {
            m_at = 0;
            for (std::size_t n = kStrata - 1; n > 0; --n)
                std::swap(m_strata[n], m_strata[static_cast<std::size_t>(m_draws.next() * double(n + 1))]);
        }
        return (m_strata[m_at++] + m_draws.next()) / kStrata;
    }

private:
    static constexpr std::size_t kStrata = 1024;  // so many that one says next to nothing of the others
    std::array<std::uint16_t, kStrata> m_strata{};
    std::size_t m_at = kStrata;
    FixedDraws m_draws{2};
};

/// Numbers of a Poisson law of this mean by evenly spread quantiles.
class SpreadCounts {
public:
    SpreadCounts(double mean, bool regular) : m_mean{mean}, m_regular{regular}
    {
        if (regular || mean > kMostExact)
            return;
        double share = deterministicExp(-mean), sum = share;
        for (int n = 1; sum < 1 - 1e-9 && n < 2 * kMostExact; ++n) {
            m_below.push_back(sum);
            share *= mean / n;
            sum += share;
        }
    }
    double next()
    {
        if (m_regular) {
            const double before = std::floor(m_mean * m_count + 0.5);
            return std::floor(m_mean * ++m_count + 0.5) - before;
        }
        const double u = m_draws.next();
        if (m_mean > kMostExact)
            return std::max(0.0, std::floor(m_mean + std::sqrt(m_mean) * normalQuantile(u) + 0.5));
        return static_cast<double>(std::upper_bound(m_below.begin(), m_below.end(), u) - m_below.begin());
    }

    /// Counts are mostly nothing: the gaps between what comes are drawn instead.
    bool isSparse() const { return !m_regular && m_mean < kSparse; }
    /// Sparse: from one to the next, in counts.
    double nextGap() { return -deterministicLog(std::max(m_draws.next(), 1e-12)) / m_mean; }

private:
    static constexpr int kMostExact = 200;
    static constexpr double kSparse = 0.3;
    double m_mean, m_count = 0;
    SpreadDraws m_draws;
    bool m_regular;
    std::vector<double> m_below;
};

// --- one lane of a stream ---------------------------------------------------------------------------------------------

/// Enough for the mean of whole batches to a few tenths of a percent.
constexpr int kPolls = 1500;
constexpr double kLeastRecords = 400, kSparseRecords = 2000, kBursts = 200;
/// The estimate is asked hundreds of times: no play is longer than this, whatever the rates.
constexpr double kMostPolls = 20'000, kMostRuns = 3000;
/// Below so many records in reach of one batch, nearly every batch has one.
constexpr double kAlone = 0.01;

/// No two answers take equally long: which of them a window that is a multiple of the polls still meets is a coin toss.
constexpr double kAnswerSpread = 1e-3;

struct Arrived {
    double at = 0, records = 0;
};

class PlayedLane {
public:
    PlayedLane(const LanePlay& play, const RunOfRecords& run)
        : m_play{play},
          m_run{run},
          m_counts{play.recordsPerSecond * play.pollSeconds / play.recordsAtOnce, play.regular}
    {}
    Played played()
    {
        const double perPoll = m_play.recordsPerSecond * m_play.pollSeconds;
        const double polls = std::clamp<double>(kLeastRecords / perPoll, kPolls, kMostPolls);
        const double end = m_play.burstRecords > 0 ? kBursts * m_play.burstRecords / m_play.recordsPerSecond
                           : m_counts.isSparse()   ? kSparseRecords / m_play.recordsPerSecond
                                                   : polls * m_play.pollSeconds;
        while (m_arrives < end && m_sums.invocations < kMostRuns) {
            const double start = startOfNext();
            if (m_arrives <= start) {  // an answer comes before an alarm of the same instant
                take();
                continue;
            }
            invoke(start);
        }
        for (double* sum : {&m_sums.invocations, &m_sums.runSeconds, &m_sums.billedSeconds, &m_sums.handled,
                            &m_sums.failed, &m_sums.gaveUp, &m_sums.residenceSeconds, &m_sums.staySeconds,
                            &m_sums.succeeded, &m_sums.blockedSeconds})
            *sum /= std::max(1.0, m_left);
        m_sums.isStuck = m_left < m_waiting;
        return m_sums;
    }

private:
    void take()
    {
        if (const double records = come(); records > 0) {
            m_buffer.push_back({m_arrives, records});
            m_waiting += records;
        }
        m_polls = std::max(m_polls + 1, std::ceil(m_nextPut));
        m_arrives = m_polls * m_play.pollSeconds + kAnswerSpread * m_draws.next();
    }
    /// Records that this poll finds.
    double come()
    {
        if (m_play.burstRecords > 0)
            return ofBurst();
        const double puts = m_counts.isSparse() ? due() : m_counts.next();
        return std::floor(puts * m_play.recordsAtOnce + 0.5);
    }
    /// What of a burst has come since the last poll, in whole records; each begins anywhere between two polls.
    double ofBurst()
    {
        const double now = m_polls * m_play.pollSeconds;
        if (m_bursts == 0)
            beginBurst();
        double records = 0;
        while (m_nextPut <= m_polls) {
            const double part =
                m_play.burstSeconds > 0 ? std::clamp((now - m_burstFrom) / m_play.burstSeconds, 0.0, 1.0) : 1;
            const double came = std::floor(m_play.burstRecords * part + m_rounding);
            records += came - m_burstCame;
            m_burstCame = came;
            if (part < 1) {
                m_nextPut = m_polls + 1;
                break;
            }
            // What a whole burst has lost to rounding, or gained, the next one makes up for.
            m_rounding += m_play.burstRecords - came;
            beginBurst();
        }
        return records;
    }
    void beginBurst()
    {
        const double every = m_play.burstRecords / m_play.recordsPerSecond;
        m_burstFrom = m_bursts++ * every + m_draws.next() * m_play.pollSeconds;
        m_burstCame = 0;
        m_nextPut = std::ceil(m_burstFrom / m_play.pollSeconds);
    }
    /// Sparse: the puts since the last poll that found any.
    double due()
    {
        double puts = 0;
        for (; m_nextPut <= m_polls; m_nextPut += m_counts.nextGap())
            puts += m_nextPut > 0 ? 1 : 0;
        return puts;
    }
    double most() const { return m_retrySize > 0 ? m_retrySize : m_play.batch; }
    double startOfNext() const
    {
        if (m_waiting <= 0)
            return kNeverSeconds;
        const bool ready = m_waiting >= most() || m_failing;
        // What has just come may have made it full.
        const double due = ready ? m_buffer.back().at : m_buffer.front().at + m_play.window;
        return std::max(due, m_free);
    }
    void invoke(double start)
    {
        const double records = std::min(m_waiting, most());
        const RunOfBatch run = m_run(static_cast<std::uint32_t>(records));
        m_free = start + run.seconds;
        m_sums.invocations += 1;
        m_sums.runSeconds += run.seconds;
        m_sums.billedSeconds += run.billedSeconds;
        m_sums.handled += records;
        m_sums.residenceSeconds += records * (m_free - m_buffer.front().at);
        if (run.failedShare > 0 && m_draws.next() < run.failedShare) {
            m_sums.failed += records;
            if (!m_failing)
                m_failingSince = m_free;
            m_failing = true;
            m_tries += m_play.bisect && records > 1 ? 0 : 1;
            const bool givesUp = m_play.retries >= 0 && m_tries > m_play.retries;
            if (!givesUp) {
                m_retrySize = m_play.bisect ? std::ceil(records / 2) : records;
                m_free += LanePlay::kPauseSeconds;
                return;
            }
            m_sums.gaveUp += records;
        } else {
            m_sums.succeeded += 1;
            m_sums.staySeconds += m_free - m_buffer.front().at;
        }
        if (m_failing)
            m_sums.blockedSeconds += m_free - m_failingSince;
        m_failing = false;
        m_tries = 0;
        m_retrySize = 0;
        leave(records);
    }
    void leave(double records)
    {
        m_left += records;
        m_waiting -= records;
        while (records > 0) {
            Arrived& oldest = m_buffer.front();
            const double gone = std::min(records, oldest.records);
            oldest.records -= gone;
            records -= gone;
            if (oldest.records <= 0)
                m_buffer.pop_front();
        }
    }

    const LanePlay& m_play;
    const RunOfRecords& m_run;
    SpreadCounts m_counts;
    FixedDraws m_draws{1};
    std::deque<Arrived> m_buffer;
    double m_polls = 0, m_nextPut = 0;  // the last poll, and the put after it, in polls
    double m_burstFrom = 0, m_burstCame = 0, m_bursts = 0, m_rounding = 0.5;
    double m_arrives = 0, m_waiting = 0, m_free = 0, m_left = 0;
    bool m_failing = false;
    int m_tries = 0;
    double m_retrySize = 0, m_failingSince = 0;
    Played m_sums{.handled = 0};
};

// --- the consumers of a queue -------------------------------------------------------------------------------------------

constexpr double kMessages = 3000;
constexpr double kLeastLead = 200, kMostLead = 20'000, kSettling = 3;
constexpr int kMostSteps = 60'000;

/// The messages that wait: their number, and of a FIFO queue their groups.
class Waiting {
public:
    explicit Waiting(const QueuePlay& play) : m_play{play}
    {
        if (!play.ordered || !play.groups)
            return;
        for (const KeyLaw::Share& group : play.groups->groups())
            m_until.push_back((m_until.empty() ? 0 : m_until.back()) + group.keys * group.each);
    }
    /// That may be handed out.
    double free() const { return m_play.ordered ? static_cast<double>(m_groups.free()) : m_count; }
    void add(double messages)
    {
        m_count += m_play.ordered ? 0 : messages;
        for (double n = 0; m_play.ordered && n < messages; ++n)
            m_groups.add({drawGroup(), m_places++});
    }
    struct Item {
        std::uint32_t key = 0;
        std::uint64_t place = 0;
        std::uint32_t group() const { return key; }
    };
    /// How many it hands out; of a FIFO queue `taken` gets them too.
    double take(double most, std::vector<Item>& taken)
    {
        if (!m_play.ordered) {
            const double given = std::min(m_count, most);
            m_count -= given;
            return given;
        }
        const std::size_t before = taken.size();
        m_groups.take(
            static_cast<std::size_t>(most), [](const Item&) { return true; }, taken);
        return static_cast<double>(taken.size() - before);
    }
    void leave(const std::vector<Item>& done)
    {
        for (const Item& item : done)
            m_groups.leave(item.group());
    }
    void comeBack(const std::vector<Item>& failed)
    {
        for (auto item = failed.rbegin(); item != failed.rend(); ++item) {
            m_groups.putBack(*item);
            m_groups.leave(item->group());
        }
    }

private:
    std::uint32_t drawGroup()
    {
        const double u = m_draws.next();
        if (m_until.empty())  // the hottest, or one that nothing else comes to
            return u < m_play.hottestGroup ? 0 : static_cast<std::uint32_t>(m_places + 1);
        const double at = u * m_until.back();
        const auto end = std::upper_bound(m_until.begin(), m_until.end() - 1, at);
        const KeyLaw::Share& group = m_play.groups->groups()[static_cast<std::size_t>(end - m_until.begin())];
        const double from = end == m_until.begin() ? 0 : *(end - 1);
        return group.first
               + static_cast<std::uint32_t>(
                   std::min(std::floor((at - from) / group.each), std::max(0.0, group.keys - 1)));
    }

    const QueuePlay& m_play;
    FixedDraws m_draws{3};
    std::vector<double> m_until;  ///< shares of the groups, cumulated
    MessageGroups<Item> m_groups;
    std::uint64_t m_places = 0;
    double m_count = 0;
};

class Consumers {
public:
    Consumers(const QueuePlay& play, const RunOfRecords& run)
        : m_play{play},
          m_run{run},
          m_slots(static_cast<std::size_t>(std::max(1, play.slots))),
          m_waiting{play}
    {
        // The slots start within a second of each other, and fall out of step over a few batches.
        const double settles = 1 + kSettling * (play.window + play.receiveSeconds + run(play.batch).seconds);
        m_lead = std::clamp(play.messagesPerSecond * settles, kLeastLead, kMostLead);
    }
    Played played()
    {
        // Those of a FIFO queue that failed come back by themselves, and the rate counts them again.
        const double fresh = m_play.ordered ? 1 - std::min(m_run(1).failedShare, 0.999) : 1;
        const double perSecond = m_play.messagesPerSecond * fresh / m_play.messagesAtOnce;
        double arrival = 0;
        for (std::size_t slot = 0; slot < m_slots.size(); ++slot)
            m_events.push({m_draws.next(), m_serial++, slot, What::Ask});
        for (int step = 0; step < kMostSteps && m_born < kMessages + m_lead; ++step) {
            if (m_born < m_lead
                && m_born + m_play.messagesAtOnce >= m_lead) {  // what settled first is left out
                m_sums = {.handled = 0};
                m_since = m_now;
                std::fill(m_timeAt.begin(), m_timeAt.end(), 0.0);
            }
            passTime(std::min(arrival, m_events.top().at));
            if (arrival <= m_events.top().at) {
                arrive();
                arrival += m_play.regular ? 1 / perSecond : -deterministicLog(m_draws.next()) / perSecond;
                continue;
            }
            const Event event = m_events.top();
            m_events.pop();
            happen(event);
        }
        const double offered = m_play.messagesPerSecond * std::max(1e-9, m_now - m_since);
        // What is counted by message is divided by the messages there were, so that their number does not matter.
        const double messages = std::max(1.0, m_sums.handled / std::max(1e-9, m_play.passShare));
        for (double* sum : {&m_sums.invocations, &m_sums.runSeconds, &m_sums.billedSeconds, &m_sums.handled,
                            &m_sums.failed, &m_sums.gaveUp, &m_sums.residenceSeconds, &m_sums.staySeconds,
                            &m_sums.succeeded, &m_sums.receives, &m_sums.deletes})
            *sum /= messages;
        const double played = std::max(1e-9, m_now - m_since);
        m_sums.behindShare /= played;
        double above = 0;
        for (std::size_t working = m_timeAt.size(); working-- > 0 && m_sums.peakWorking == 0;) {
            above += m_timeAt[working];
            if (above > played / kLooks)
                m_sums.peakWorking = static_cast<double>(working);
        }
        m_sums.emptyReceives /= m_play.window > 0 ? messages : offered;
        return m_sums;
    }

private:
    static constexpr double kLooks = 60;
    enum class What : std::uint8_t { Ask, WaitOver, Answer, Done, Back, Rested };
    struct Event {
        double at;
        std::uint64_t serial;
        std::size_t slot;
        What what;
        double messages = 0;
        bool operator<(const Event& other) const
        {
            return at != other.at ? at > other.at : serial > other.serial;
        }
    };
    struct Slot {
        double gathered = 0, until = 0, first = 0, mayAsk = 0;
        int receipts = 0;
        std::vector<Waiting::Item> items;  ///< of a FIFO queue, the messages that it has
        std::uint64_t parked = 0;          ///< serial of its wait; 0 = it does not wait
    };
    void passTime(double to)
    {
        m_timeAt[m_working] += to - m_now;
        if (m_sawMore && isBehind(static_cast<double>(m_working), static_cast<double>(m_slots.size())))
            m_sums.behindShare += to - m_now;
        m_now = to;
    }
    void arrive()
    {
        m_born += m_play.messagesAtOnce;
        m_waiting.add(m_play.messagesAtOnce);
        serve();
    }
    void serve()
    {
        while (!m_parked.empty() && m_waiting.free() > 0) {
            const auto [slot, serial] = m_parked.front();
            m_parked.pop_front();
            if (m_slots[slot].parked == serial)
                hand(slot);
        }
    }
    double most(const Slot& slot) const
    {
        return std::min<double>(m_play.perReceive, m_play.batch - slot.gathered);
    }
    void hand(std::size_t index)
    {
        Slot& slot = m_slots[index];
        slot.parked = 0;
        const double messages = m_waiting.take(most(slot), slot.items);
        m_sawMore = m_waiting.free() > 0;
        ++(messages > 0 ? m_sums.receives : m_sums.emptyReceives);
        m_events.push({m_now + m_play.receiveSeconds, m_serial++, index, What::Answer, messages});
    }
    void ask(std::size_t index)
    {
        Slot& slot = m_slots[index];
        if (m_now + 1e-9 < slot.mayAsk) {  // a place that pauses is taken
            ++m_working;
            m_events.push({slot.mayAsk, m_serial++, index, What::Rested});
            return;
        }
        if (m_waiting.free() > 0)
            return hand(index);
        const double wait = slot.gathered > 0
                                ? std::floor(std::min(m_play.longestWait, slot.until - m_now) * 1e3) * 1e-3
                                : m_play.longestWait;
        if (wait <= 0)
            return hand(index);
        slot.parked = ++m_serial;
        m_parked.push_back({index, slot.parked});
        m_events.push({m_now + wait, slot.parked, index, What::WaitOver});
    }
    void happen(const Event& event)
    {
        Slot& slot = m_slots[event.slot];
        switch (event.what) {
        case What::Ask:
            return ask(event.slot);
        case What::WaitOver:
            if (slot.parked == event.serial)
                hand(event.slot);
            return;
        case What::Answer:
            return answered(event.slot, event.messages);
        case What::Done:
            --m_working;
            m_waiting.leave(slot.items);
            slot.items.clear();
            serve();
            return ask(event.slot);
        case What::Rested:
            --m_working;
            return ask(event.slot);
        case What::Back:
            m_waiting.comeBack(m_hidden.front());
            m_hidden.pop_front();
            return serve();
        }
    }
    void answered(std::size_t index, double messages)
    {
        Slot& slot = m_slots[index];
        if (messages > 0)
            slot.mayAsk = m_now + std::max(m_play.pause, messages * m_play.pausePerMessage);
        double kept = messages;
        for (double n = 0; m_play.passShare < 1 && n < messages; ++n)
            kept -= m_draws.next() < m_play.passShare ? 0 : 1;
        if (kept < messages)
            ++m_sums.deletes;
        if (kept > 0 && slot.gathered == 0) {
            slot.until = m_now + m_play.window;
            slot.first = m_now;
        }
        slot.gathered += kept;
        slot.receipts += kept > 0 ? 1 : 0;
        if (slot.gathered == 0)
            return ask(index);
        if (slot.gathered < m_play.batch && m_now + 1e-3 < slot.until)
            return ask(index);
        const RunOfBatch run = m_run(static_cast<std::uint32_t>(slot.gathered));
        m_sums.invocations += 1;
        m_sums.runSeconds += run.seconds;
        m_sums.billedSeconds += run.billedSeconds;
        m_sums.handled += slot.gathered;
        m_sums.failed += slot.gathered * failedOf(slot.gathered, run.failedShare);
        hideFailed(slot, run);
        m_sums.succeeded += 1 - run.failedShare;
        m_sums.staySeconds += (1 - run.failedShare) * (m_now + run.seconds - slot.first);
        m_sums.residenceSeconds += slot.gathered * (m_now + run.seconds - slot.first);
        m_sums.deletes += slot.receipts * (m_play.byItem ? 1 : 1 - run.failedShare);
        slot.gathered = 0;
        slot.receipts = 0;
        ++m_working;
        m_events.push({m_now + run.seconds, m_serial++, index, What::Done});
    }
    /// Share of so many that fail when each does with this one; in order, all behind the first one do.
    double failedOf(double messages, double each) const
    {
        if (!m_play.ordered || !m_play.byItem || each <= 0 || each >= 1)
            return each;
        const double succeeds = 1 - each;
        return 1 - succeeds * (1 - std::pow(succeeds, messages)) / each / messages;
    }
    /// Those of a FIFO queue keep their groups until they come back.
    void hideFailed(Slot& slot, const RunOfBatch& run)
    {
        if (!m_play.ordered || run.failedShare <= 0)
            return;
        std::size_t kept = 0;
        while (kept < slot.items.size() && (m_play.byItem || kept == 0) && m_draws.next() >= run.failedShare)
            ++kept;
        if (!m_play.byItem && kept > 0)
            return;
        if (kept == slot.items.size())
            return;
        m_hidden.emplace_back(slot.items.begin() + static_cast<std::ptrdiff_t>(kept), slot.items.end());
        slot.items.resize(kept);
        m_events.push({m_now + std::max(run.seconds, m_play.visibility), m_serial++, 0, What::Back});
    }

    const QueuePlay& m_play;
    const RunOfRecords& m_run;
    FixedDraws m_draws{2};
    std::vector<Slot> m_slots;
    double m_lead;                                                           ///< messages that settle it
    std::vector<double> m_timeAt = std::vector<double>(m_slots.size() + 1);  ///< by slots at work
    std::size_t m_working = 0;
    bool m_sawMore = false;
    std::deque<std::pair<std::size_t, std::uint64_t>> m_parked;
    std::priority_queue<Event> m_events;
    std::uint64_t m_serial = 1;
    Waiting m_waiting;
    std::deque<std::vector<Waiting::Item>> m_hidden;  ///< in the order in which they come back
    double m_now = 0, m_since = 0, m_born = 0;
    Played m_sums{.handled = 0};
};

Played alone(const RunOfRecords& run, double waited)
{
    const RunOfBatch one = run(1);
    Played played;
    played.invocations = 1;
    played.runSeconds = one.seconds;
    played.billedSeconds = one.billedSeconds;
    played.residenceSeconds = played.staySeconds = waited + one.seconds;
    played.succeeded = 1;
    played.failed = one.failedShare;
    played.receives = played.deletes = 1;
    return played;
}

}  // namespace

Played mixed(const Played& one, const Played& other, double share)
{
    Played both;
    for (double Played::*part :
         {&Played::invocations, &Played::runSeconds, &Played::billedSeconds, &Played::handled,
          &Played::failed, &Played::gaveUp, &Played::residenceSeconds, &Played::staySeconds,
          &Played::succeeded, &Played::blockedSeconds, &Played::receives, &Played::emptyReceives,
          &Played::deletes})
        both.*part = one.*part * (1 - share) + other.*part * share;
    return both;
}

Played play(const LanePlay& lane, const RunOfRecords& run)
{
    if (lane.recordsPerSecond <= 0)
        return alone(run, lane.window);
    const double reach = lane.recordsPerSecond * (lane.window + lane.pollSeconds);
    if (reach < kAlone && lane.recordsAtOnce <= 1 && run(1).failedShare <= 0)
        return alone(run, lane.window);
    static PlayMemory<LanePlay> memory;
    const Played played = memory.of(lane, run, [](const LanePlay& each, const RunOfRecords& runs) {
        return PlayedLane{each, runs}.played();
    });
    return played.handled > 0 ? played : alone(run, lane.window);  // none came within the longest play
}

Played play(const QueuePlay& queue, const RunOfRecords& run)
{
    const double perSecond = queue.messagesPerSecond / std::max(1.0, queue.messagesAtOnce);
    if (perSecond <= 0 || perSecond * (queue.longestWait + queue.window) < kAlone * queue.slots) {
        Played played = alone(run, 0);
        played.emptyReceives =
            (queue.window > 0 ? std::ceil(queue.window / queue.longestWait) : 0)
            + (queue.messagesPerSecond > 0
                   ? queue.slots / (queue.longestWait + queue.receiveSeconds) / queue.messagesPerSecond
                   : 0);
        if (queue.window > 0)
            played.staySeconds = played.residenceSeconds += queue.window + queue.receiveSeconds;
        return played;
    }
    // Groups may be millions of keys: they are not kept for the sake of a play.
    if (queue.groups)
        return Consumers{queue, run}.played();
    static PlayMemory<QueuePlay> memory;
    return memory.of(queue, run, [](const QueuePlay& each, const RunOfRecords& runs) {
        return Consumers{each, runs}.played();
    });
}

}  // namespace plimsoll
