// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"
#include "simulator/kernel/driver_options.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <memory>
#include <vector>

namespace plimsoll {

/// What happens next: 24 bytes, the payload lies in a slab. Order: time, node rank, inlet, connection, message id.
struct Event {
    std::int64_t time = 0;
    std::uint64_t tie = 0;  ///< rank << 32 | inlet << 28 | connection
    std::uint32_t slot = 0;

    static std::uint64_t tieOf(std::uint32_t rank, Inlet inlet, std::uint32_t connection)
    {
        return (static_cast<std::uint64_t>(rank) << 32) | (static_cast<std::uint64_t>(inlet) << 28)
               | connection;
    }
    std::uint32_t rank() const { return static_cast<std::uint32_t>(tie >> 32); }
    Inlet inlet() const { return static_cast<Inlet>((tie >> 28) & 0xF); }
};

/// The event list. A binary heap while it is short; above kLongHeap pending, events further ahead lie in buckets by
/// the highest bit in which their time differs from a reference (a radix heap: Ahuja, Mehlhorn, Orlin and Tarjan,
/// 1990), and only the nearest bucket is kept as a heap. So the cost stays flat however many are pending. It is
/// monotone: nothing may be pushed before what was popped last. The last tie-break, asked only for equal time and
/// inlet, is `Before(slotA, slotB, inlet)`.
template <class Before>
class EventQueue {
public:
    explicit EventQueue(Before before, QueueKind kind = QueueKind::Radix) : m_before{before}, m_kind{kind} {}
    bool empty() const { return m_heap.empty() && m_far == 0; }
    std::size_t size() const { return m_heap.size() + m_far; }
    /// Of a queue that is not empty.
    const Event& top()
    {
        if (m_heap.empty())
            refill();
        return m_heap.front();
    }
    void push(const Event& event)
    {
        if (event.time >= m_limit) {
            toBucket(event);
            return;
        }
        m_heap.push_back(event);
        siftUp(m_heap.size() - 1, event);
        if (m_heap.size() > m_spillAt && m_kind == QueueKind::Radix)
            spill();
    }
    Event pop()
    {
        if (m_heap.empty())
            refill();
        const Event first = m_heap.front();
        const Event last = m_heap.back();
        m_heap.pop_back();
        if (!m_heap.empty())
            siftDown(0, last);
        return first;
    }
    /// Every pending event, in no order.
    template <class Visit>
    void forEach(Visit visit) const
    {
        for (const Event& event : m_heap)
            visit(event);
        for (const Bucket& bucket : m_buckets)
            bucket.forEach(visit);
    }

private:
    static constexpr std::size_t kLongHeap = 512;
    static constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max();
    static constexpr std::size_t kPiece = 2048;
    using Piece = std::array<Event, kPiece>;

    /// Events in no order, in pieces that the buckets hand each other: what one is emptied of the next one fills. So a list of
    /// millions neither copies itself as it grows nor gives memory back only to ask for it again.
    struct Bucket {
        std::vector<std::unique_ptr<Piece>> pieces;
        Event* next = nullptr;  ///< where the next one goes in the last piece
        Event* end = nullptr;
        std::int64_t first = kNoLimit;  ///< earliest time
        std::size_t size() const { return pieces.size() * kPiece - static_cast<std::size_t>(end - next); }
        std::size_t sizeOf(std::size_t piece) const
        {
            return piece + 1 < pieces.size() ? kPiece : kPiece - static_cast<std::size_t>(end - next);
        }
        template <class Visit>
        void forEach(Visit visit) const
        {
            for (std::size_t piece = 0; piece < pieces.size(); ++piece)
                std::for_each_n(pieces[piece]->begin(), sizeOf(piece), visit);
        }
    };

    bool less(const Event& a, const Event& b) const
    {
        if (a.time != b.time)
            return a.time < b.time;
        if (a.tie != b.tie)
            return a.tie < b.tie;
        return m_before(a.slot, b.slot, a.inlet());
    }
    void siftUp(std::size_t at, const Event& event)
    {
        while (at > 0) {
            const std::size_t parent = (at - 1) / 2;
            if (!less(event, m_heap[parent]))
                break;
            m_heap[at] = m_heap[parent];
            at = parent;
        }
        m_heap[at] = event;
    }
    void siftDown(std::size_t at, const Event& event)
    {
        const std::size_t count = m_heap.size();
        for (std::size_t child = 2 * at + 1; child < count; child = 2 * at + 1) {
            if (child + 1 < count && less(m_heap[child + 1], m_heap[child]))
                ++child;
            if (!less(m_heap[child], event))
                break;
            m_heap[at] = m_heap[child];
            at = child;
        }
        m_heap[at] = event;
    }
    void heapify()
    {
        for (std::size_t at = m_heap.size() / 2; at-- > 0;) {
            const Event event = m_heap[at];
            siftDown(at, event);
        }
    }
    std::size_t bucketOf(std::int64_t time) const
    {
        return static_cast<std::size_t>(
            std::bit_width(static_cast<std::uint64_t>(time) ^ static_cast<std::uint64_t>(m_reference)));
    }
    void toBucket(const Event& event)
    {
        Bucket& bucket = m_buckets[bucketOf(event.time)];
        if (bucket.next == bucket.end) [[unlikely]]
            addPiece(bucket);
        *bucket.next++ = event;
        bucket.first = std::min(bucket.first, event.time);
        ++m_far;
    }
    void addPiece(Bucket& bucket)
    {
        if (m_spare.empty()) {
            bucket.pieces.push_back(std::make_unique_for_overwrite<Piece>());
        } else {
            bucket.pieces.push_back(std::move(m_spare.back()));
            m_spare.pop_back();
        }
        bucket.next = bucket.pieces.back()->data();
        bucket.end = bucket.next + kPiece;
    }
    /// Takes all out of a bucket, which `use(event)` may put into others.
    template <class Use>
    void empty(Bucket& bucket, Use use)
    {
        Bucket full;
        std::swap(full, bucket);
        m_far -= full.size();
        for (std::size_t piece = 0; piece < full.pieces.size(); ++piece) {
            std::for_each_n(full.pieces[piece]->begin(), full.sizeOf(piece), use);
            // As much as is pending may be wanted again, not what a backlog long gone took.
            if (m_spare.size() < kSparePieces + m_far / kPiece)
                m_spare.push_back(std::move(full.pieces[piece]));
            else
                full.pieces[piece].reset();
        }
    }
    /// The heap has become long: what lies beyond the nearest part goes to the buckets.
    void spill()
    {
        std::vector<Event> all;
        all.swap(m_heap);
        // All of it lies in one block of time with the old reference, so the buckets beyond keep their order.
        m_reference = m_limit = all.front().time;
        for (const Event& event : all)
            toBucket(event);
        refill();
    }
    void refill()
    {
        std::size_t b = 0;
        while (m_buckets[b].pieces.empty())
            ++b;
        while (b > 0 && m_buckets[b].size() > kLongHeap / 4) {
            // Too many for a heap: sort them into the lower buckets by their distance from the first of them.
            m_reference = m_buckets[b].first;
            empty(m_buckets[b], [&](const Event& event) { toBucket(event); });
            b = 0;
            while (m_buckets[b].pieces.empty())
                ++b;
        }
        if (b > 0) {  // the reference must lie in the part that is now near
            m_reference = m_buckets[b].first;
            m_limit = endOfBlock(b, m_reference);
        } else {
            m_limit = m_reference < kNoLimit ? m_reference + 1 : kNoLimit;
        }
        empty(m_buckets[b], [&](const Event& event) { m_heap.push_back(event); });
        heapify();
        // Many at one instant cannot be told apart by time: do not try again at each push.
        m_spillAt = std::max(kLongHeap, 2 * m_heap.size());
        if (m_far == 0)
            m_limit = kNoLimit;
    }
    /// The first instant after bucket `b`, given one inside: its times share bit b-1 and all bits above.
    static std::int64_t endOfBlock(std::size_t b, std::int64_t inside)
    {
        const std::size_t low = b - 1;
        if (low >= 62)
            return kNoLimit;
        return static_cast<std::int64_t>(((static_cast<std::uint64_t>(inside) >> low) + 1) << low);
    }

    static constexpr std::size_t kSparePieces = 16;
    std::vector<Event> m_heap;         ///< what comes before m_limit
    std::array<Bucket, 65> m_buckets;  ///< the rest, by distance from m_reference
    std::vector<std::unique_ptr<Piece>> m_spare;
    std::int64_t m_reference = 0, m_limit = kNoLimit;
    std::size_t m_far = 0, m_spillAt = kLongHeap;
    Before m_before;
    QueueKind m_kind;
};

}  // namespace plimsoll
