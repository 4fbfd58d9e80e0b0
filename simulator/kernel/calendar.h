// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <vector>

namespace plimsoll {

/// Entries that come in no order, to be had by time and then by id: a calendar queue (Brown, 1988) of equal days. An entry is
/// written into its day and stays there; when its day comes, keys of 16 bytes are dealt out by their time and put in order
/// (a distribution sort). What falls into the day that is being read waits in a heap beside it. For the many that overtake each
/// other behind a pool of servers, where each level of one heap of all would wait for memory. Entries have a `time` and a
/// `payload` with an `id`. Days that turn out too long or too short are dealt out anew: how long they are changes the cost alone.
template <class Entry>
class Calendar {
public:
    static constexpr std::int64_t kNothing = std::numeric_limits<std::int64_t>::max();

    bool empty() const { return m_size == 0; }
    std::size_t size() const { return m_size; }
    /// Of an empty one: about `count` entries will lie within `span` nanoseconds.
    void expect(std::size_t count, std::int64_t span)
    {
        const double day =
            static_cast<double>(span) * kPerDay / static_cast<double>(std::max<std::size_t>(count, 1));
        m_shift = std::clamp(static_cast<int>(std::bit_width(static_cast<std::uint64_t>(day))), kShortest,
                             kLongest);
    }
    /// Room for an entry, of which only the time is written: to be filled in and closed before anything else.
    Entry& open(std::int64_t time)
    {
        if (m_size == 0)
            begin(time);
        else if (m_lateToday > kMostLate && mayDealAnew()) [[unlikely]]
            dealAnew(m_shift - 2);
        ++m_sinceDealt;
        m_opened = &room(time);
        m_opened->time = time;
        return *m_opened;
    }
    void close()
    {
        ++m_size;
        const std::int64_t time = m_opened->time;
        if ((time >> m_shift) > m_today)
            return;
        ++m_lateToday;
        m_late.push_back({time, m_opened});
        std::push_heap(m_late.begin(), m_late.end(), After{});
    }
    /// Of the first entry; kNothing when there is none.
    std::int64_t frontTime() const
    {
        const std::int64_t ordered = m_at < m_order.size() ? m_order[m_at].time : kNothing;
        const std::int64_t late = m_late.empty() ? kNothing : m_late.front().time;
        return std::min({ordered, late, m_next});
    }
    /// The first entry of those there are.
    const Entry& front()
    {
        comeToToday();
        return lateFirst() ? *m_late.front().entry : *m_order[m_at].entry;
    }
    /// Takes the first out; it stays as it is until release(), before which nothing may be pushed.
    const Entry* take()
    {
        comeToToday();
        --m_size;
        if (!lateFirst())
            return m_order[m_at++].entry;
        std::pop_heap(m_late.begin(), m_late.end(), After{});
        const Entry* entry = m_late.back().entry;
        m_late.pop_back();
        return entry;
    }
    /// The same of the first that come before `limit`, as many as there is room for; returns how many.
    std::size_t take(std::int64_t limit, std::span<const Entry*> entries)
    {
        std::size_t count = 0;
        while (count < entries.size() && frontTime() < limit) {
            comeToToday();
            if (!m_late.empty()) {
                entries[count++] = take();
                continue;
            }
            const std::size_t most = std::min(entries.size() - count, m_order.size() - m_at);
            std::size_t taken = 0;
            for (; taken < most && m_order[m_at + taken].time < limit; ++taken)
                entries[count + taken] = m_order[m_at + taken].entry;
            count += taken;
            m_at += taken;
            m_size -= taken;
        }
        return count;
    }
    void release()
    {
        if (m_at == m_order.size() && m_late.empty())
            free(m_read);
        free(m_spent);
    }
    /// visit(entry) of everything that waits, in no order.
    template <class Visit>
    void forEach(Visit visit)
    {
        for (std::size_t at = m_at; at < m_order.size(); ++at)
            visit(*m_order[at].entry);
        for (const Key& key : m_late)
            visit(*key.entry);
        for (Day& day : m_days)
            forEachOf(day, visit);
        forEachOf(m_later, visit);
    }

private:
    static constexpr std::int64_t kDays = 512;  ///< kept apart; what comes after them lies together
    static constexpr double kPerDay =
        80;  ///< entries that a day should have at least, at most twice as many: measured
    static constexpr std::size_t kMostOfDay = 4096, kLeastOfDay = 8, kMostLate = 8192;
    static constexpr std::uint32_t kDaysJudged = 64;
    static constexpr int kShortest = 6, kLongest = 54;  ///< binary logarithm of a day in nanoseconds
    static constexpr std::size_t kPiece = 32;

    struct Piece {
        std::array<Entry, kPiece> entries;
        std::uint32_t count = 0;
        Piece* before = nullptr;
    };
    struct Day {
        Piece* last = nullptr;
        std::int64_t first = kNothing;  ///< earliest time in it
        std::size_t size = 0;
    };
    struct Key {
        std::int64_t time;
        Entry* entry;
    };
    static bool before(const Key& a, const Key& b)
    {
        return a.time < b.time || (a.time == b.time && a.entry->payload.id < b.entry->payload.id);
    }
    struct After {
        bool operator()(const Key& a, const Key& b) const { return before(b, a); }
    };

    bool lateFirst() const
    {
        return !m_late.empty() && (m_at == m_order.size() || before(m_late.front(), m_order[m_at]));
    }
    /// Of an empty calendar, whose next entry is of that time.
    void begin(std::int64_t time)
    {
        m_today = (time >> m_shift) - 1;
        m_reach = m_today + kDays;
        m_order.clear();
        m_at = m_lateToday = 0;
        free(m_read);
    }
    Entry& room(std::int64_t time)
    {
        const std::int64_t day = time >> m_shift;
        if (day <= m_today)
            return add(m_read);
        m_next = std::min(m_next, time);
        const bool near = day < m_reach;
        Day& into = near ? dayOf(day) : m_later;
        if (near)
            m_filled[static_cast<std::size_t>(day % kDays) / 64] |= std::uint64_t{1} << (day % 64);
        into.first = std::min(into.first, time);
        return add(into);
    }
    Day& dayOf(std::int64_t day) { return m_days[static_cast<std::size_t>(day % kDays)]; }
    Entry& add(Day& day)
    {
        if (day.last == nullptr || day.last->count == kPiece) [[unlikely]] {
            if (m_free == nullptr) {
                m_pieces.push_back(std::make_unique<Piece>());
                m_free = m_pieces.back().get();
            }
            Piece* piece = m_free;
            m_free = piece->before;
            piece->before = day.last;
            piece->count = 0;
            day.last = piece;
        }
        ++day.size;
        return day.last->entries[day.last->count++];
    }
    template <class Visit>
    static void forEachOf(Day& day, Visit visit)
    {
        for (Piece* piece = day.last; piece != nullptr; piece = piece->before) {
            for (std::uint32_t n = 0; n < piece->count; ++n)
                visit(piece->entries[n]);
        }
    }
    void free(Day& day)
    {
        while (Piece* piece = day.last) {
            day.last = piece->before;
            piece->before = m_free;
            m_free = piece;
        }
        day = {};
    }
    /// Joins what one day holds to another; how many and the earliest of them are no longer known.
    static void join(Day& day, Day& into)
    {
        if (day.last == nullptr)
            return;
        Piece* oldest = day.last;
        while (oldest->before != nullptr)
            oldest = oldest->before;
        oldest->before = into.last;
        into.last = day.last;
        day = {};
    }

    /// The next day that has something becomes today, when today is over.
    void comeToToday()
    {
        if (m_at < m_order.size() || !m_late.empty())
            return;
        join(m_read, m_spent);
        nextDay();
        if (m_order.size() > kMostOfDay
            && m_order.back().time - m_order.front().time > std::int64_t{1} << (m_shift - 3) && mayDealAnew())
            [[unlikely]] {
            dealAnew(m_shift - 3);
            nextDay();
        }
        // Many days with hardly anything in them cost more than they save.
        m_ofDays += m_order.size();
        if (++m_daysRead == kDaysJudged) {
            const bool few = m_ofDays < kLeastOfDay * kDaysJudged;
            m_daysRead = 0;
            m_ofDays = 0;
            if (few && m_size > 4 * kLeastOfDay && mayDealAnew()) {
                dealAnew(m_shift + 2);
                nextDay();
            }
        }
    }
    void nextDay()
    {
        const std::int64_t day = m_next >> m_shift;
        if (day + kDays / 2 >= m_reach) {
            m_reach = day + kDays;
            sweepLater();
            if (m_later.size > kMostOfDay && m_later.size > m_size / 2 && mayDealAnew()) {
                dealAnew(m_shift + 2);
                return nextDay();
            }
        }
        m_today = day;
        m_lateToday = 0;
        Day& now = dayOf(day);
        putInOrder(now);
        join(now, m_read);
        m_filled[static_cast<std::size_t>(day % kDays) / 64] &= ~(std::uint64_t{1} << (day % 64));
        m_next = firstAfter(day);
    }
    /// The earliest of all days after this one.
    std::int64_t firstAfter(std::int64_t day)
    {
        constexpr std::size_t words = kDays / 64;
        const auto from = static_cast<std::size_t>((day + 1) % kDays);
        for (std::size_t n = 0; n <= words; ++n) {
            const std::size_t word = (from / 64 + n) % words;
            std::uint64_t bits = m_filled[word];
            if (n == 0)
                bits &= ~std::uint64_t{0} << (from % 64);
            else if (n == words)
                bits &= ~(~std::uint64_t{0} << (from % 64));
            if (bits != 0)
                return m_days[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))].first;
        }
        return m_later.first;
    }
    /// What now lies within reach goes to its day.
    void sweepLater()
    {
        if (m_later.last == nullptr || (m_later.first >> m_shift) >= m_reach)
            return;
        Day all = m_later;
        m_later = {};
        forEachOf(all, [this](const Entry& entry) { room(entry.time) = entry; });
        free(all);
    }
    /// The keys of a day in order: dealt out by the upper bits of their time within it, then sorted where more than a few
    /// fell together, then each moved back past the few that it follows.
    void putInOrder(Day& day)
    {
        const std::size_t count = day.size;
        m_order.resize(count);
        m_at = 0;
        const int bits = std::clamp(static_cast<int>(std::bit_width(count)), 4, std::min(kMostBits, m_shift));
        const int drop = m_shift - bits;
        const std::int64_t mask = (std::int64_t{1} << bits) - 1;
        std::array<std::uint32_t, (1u << kMostBits) + 1> ends;
        std::fill_n(ends.begin(), (std::size_t{1} << bits) + 1, 0u);
        forEachOf(day, [&](const Entry& entry) {
            ++ends[static_cast<std::size_t>(entry.time >> drop & mask) + 1];
        });
        bool clumps = false;
        for (std::size_t n = 1; n <= static_cast<std::size_t>(mask) + 1; ++n) {
            clumps |= ends[n] > kFew;
            ends[n] += ends[n - 1];
        }
        forEachOf(day, [&](Entry& entry) {
            m_order[ends[static_cast<std::size_t>(entry.time >> drop & mask)]++] = {entry.time, &entry};
        });
        if (clumps) {
            std::size_t from = 0;
            for (std::size_t n = 0; n <= static_cast<std::size_t>(mask); from = ends[n++]) {
                if (ends[n] - from > kFew)
                    std::sort(m_order.begin() + static_cast<std::ptrdiff_t>(from),
                              m_order.begin() + static_cast<std::ptrdiff_t>(ends[n]), before);
            }
        }
        for (std::size_t n = 1; n < count; ++n) {
            const Key key = m_order[n];
            std::size_t at = n;
            for (; at > 0 && before(key, m_order[at - 1]); --at)
                m_order[at] = m_order[at - 1];
            m_order[at] = key;
        }
    }
    /// No more often than what waits has come anew, so that it costs each entry little, whatever the times are.
    bool mayDealAnew() const { return m_sinceDealt >= m_size; }
    /// All that waits, into days of another length.
    void dealAnew(int shift)
    {
        Day all;
        std::int64_t first = kNothing;
        m_sinceDealt = 0;
        Day rest;  // of today, which may share pieces with what was taken
        const auto keep = [&](const Entry& entry) { add(rest) = entry; };
        for (; m_at < m_order.size(); ++m_at)
            keep(*m_order[m_at].entry);
        for (const Key& key : m_late)
            keep(*key.entry);
        m_late.clear();
        join(m_read, m_spent);
        for (Day& day : m_days)
            join(day, all);
        join(m_later, all);
        join(rest, all);
        m_filled = {};
        forEachOf(all, [&](const Entry& entry) { first = std::min(first, entry.time); });
        m_shift = std::clamp(shift, kShortest, kLongest);
        m_order.clear();
        m_at = m_lateToday = 0;
        m_next = kNothing;
        m_today = (first >> m_shift) - 1;
        m_reach = m_today + kDays;
        forEachOf(all, [this](const Entry& entry) { room(entry.time) = entry; });
        free(all);
    }

    static constexpr int kMostBits = 11;
    static constexpr std::uint32_t kFew = 12;

    std::vector<std::unique_ptr<Piece>> m_pieces;
    Piece* m_free = nullptr;
    std::array<Day, kDays> m_days;
    std::array<std::uint64_t, kDays / 64> m_filled{};
    Day m_later;  ///< from m_reach on
    Day m_read,
        m_spent;  ///< where today's entries lie; where those of days before do, until they are released
    std::vector<Key> m_order, m_late;  ///< today's: those that were there when it came, those that came since
    std::size_t m_at = 0;              ///< in m_order
    std::int64_t m_today = 0, m_reach = 0;
    std::int64_t m_next = kNothing;  ///< earliest after today
    std::size_t m_size = 0, m_lateToday = 0, m_ofDays = 0, m_sinceDealt = 0;
    std::uint32_t m_daysRead = 0;
    int m_shift = 20;
    Entry* m_opened = nullptr;
};

}  // namespace plimsoll
