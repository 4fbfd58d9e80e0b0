// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"
#include "simulator/draws/random.h"
#include "simulator/kernel/node_context.h"
#include "simulator/metrics/node_meter.h"

#include <algorithm>
#include <vector>

namespace plimsoll {

/// How consumers talk to a queue, over pulls: a receive (with a most and a wait), a delete of what one receive brought
/// (nobody waits for its answer; `id` names the receive, members are the ones dealt with, none means all), and a
/// question for the number of messages waiting (a receive of nothing, answered in the reply's `bytes`).
namespace queue_call {

inline Message receive(const MessageId& id, SimTime t, std::uint16_t slot, std::uint32_t connection,
                       std::uint32_t most, Duration wait)
{
    Message pull;
    pull.id = id;
    pull.born = pull.sent = t;
    pull.records = 0;
    pull.operation = Operation::Pull;
    pull.lane = slot;
    pull.limit = most;
    pull.key = static_cast<std::uint32_t>(wait / std::chrono::milliseconds{1});
    pull.replyTo = {slot, 0, connection, true};
    return pull;
}
inline Duration waitOf(const Message& pull)
{
    return std::chrono::milliseconds{pull.key};
}
inline Message remove(const MessageId& received, SimTime t, std::uint32_t connection, SpanRef members)
{
    Message pull = receive(received, t, received.part, connection, 0, {});
    pull.replyTo = {CallToken::kNobody, 0, connection, true};
    pull.members = members;
    return pull;
}
inline bool isRemove(const Message& pull)
{
    return pull.replyTo.slot == CallToken::kNobody;
}
inline bool isQuestion(const Message& pull)
{
    return pull.limit == 0 && !isRemove(pull);
}

}  // namespace queue_call

/// The consumers of one queue inside a compute service: each slot receives messages, gathers a batch, hands it over to
/// be worked on and deletes what succeeded. What is not deleted comes back when its visibility timeout is over.
class QueuePollers {
public:
    /// Most messages of one receive.
    /// Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
    static constexpr std::size_t kPerReceive = 10;
    static constexpr Duration kLongestWait = std::chrono::seconds{20};

    struct Config {
        std::uint32_t connection = 0;
        std::uint64_t name = 0;  ///< hash of the connection's id
        std::uint32_t origin = 0;
        std::size_t batchSize = 10;
        Duration window{};                  ///< an incomplete batch waits this long for more
        std::uint64_t payload = 6'000'000;  ///< bytes that close a batch
    };
    /// What a slot does after an answer: hand its batch over, ask on at once, or ask again after a pause.
    enum class Next { HandOver, Ask, Pause };

    QueuePollers() = default;
    explicit QueuePollers(const Config& config) : m_config{config} {}

    const Config& config() const { return m_config; }
    std::size_t slots() const { return m_slots.size(); }
    /// Slots with a batch in work.
    std::size_t working() const { return m_working; }
    /// The last receive of all came back full: there is more.
    bool sawMore() const { return m_sawMore; }

    /// Slots only ever are added; the caller lets those beyond its present number rest.
    void grow(std::size_t slots)
    {
        if (slots > m_slots.size())
            m_slots.resize(std::min<std::size_t>(slots, 0xFFFF));
    }
    bool resting(std::uint32_t slot) const { return m_slots[slot].state == State::Resting; }
    void rest(std::uint32_t slot) { m_slots[slot].state = State::Resting; }
    /// A slot whose alarm is set; it will ask.
    void wake(std::uint32_t slot) { m_slots[slot].state = State::Asking; }

    /// Slots start at a drawn phase within a second, or all of them would ask in the same nanosecond.
    SimTime firstAsk(SimTime t, std::uint32_t slot, const DrawKey& phase) const
    {
        return t + Duration{static_cast<std::int64_t>(1e9 * phase.at(m_config.name ^ slot))};
    }

    template <class Emit>
    void ask(SimTime t, std::uint32_t index, Emit& emit)
    {
        Slot& slot = m_slots[index];
        slot.state = State::Asking;
        const std::size_t gathered = slot.batch ? emit.spans().members(slot.batch).size() : 0;
        const auto most = static_cast<std::uint32_t>(std::min(kPerReceive, m_config.batchSize - gathered));
        const Duration wait = slot.batch ? std::min(kLongestWait, slot.until - t) : kLongestWait;
        slot.asked = {.serial = m_receives++,
                      .origin = m_config.origin,
                      .part = static_cast<std::uint16_t>(index),
                      .visit = 0,
                      .attempt = 0};
        emit.send(m_config.connection, t,
                  queue_call::receive(slot.asked, t, static_cast<std::uint16_t>(index), m_config.connection,
                                      most, wait));
    }

    /// Takes what a receive brought; `passes(member)` says what the reader's filter keeps, the rest is deleted at once.
    template <class Passes, class Emit>
    Next received(SimTime t, const Reply& r, Passes passes, Emit& emit)
    {
        Slot& slot = m_slots[r.call.slot];
        if (r.outcome != Outcome::Done)
            return slot.batch ? handOver(slot) : Next::Pause;
        m_sawMore = r.more;
        if (r.members) {
            const std::vector<Member> brought = emit.spans().members(r.members);
            emit.spans().release(r.members);
            SpanRef dropped;
            std::uint32_t kept = 0;
            for (const Member& member : brought) {
                if (!passes(member)) {
                    if (!dropped)
                        dropped = emit.spans().create();
                    emit.spans().members(dropped).push_back(member);
                    continue;
                }
                if (!slot.batch) {
                    slot.batch = emit.spans().create();
                    slot.until = t + m_config.window;
                    slot.bytes = 0;
                }
                emit.spans().members(slot.batch).push_back(member);
                slot.bytes += member.bytes;
                ++kept;
            }
            if (dropped)
                emit.send(m_config.connection, t,
                          queue_call::remove(slot.asked, t, m_config.connection, dropped));
            if (kept > 0)
                slot.receipts.push_back({slot.asked, kept});
        }
        if (!slot.batch)
            return Next::Ask;
        const bool full =
            emit.spans().members(slot.batch).size() >= m_config.batchSize || slot.bytes >= m_config.payload;
        // A receive waits whole milliseconds; less than one is not worth asking again.
        return full || t + std::chrono::milliseconds{1} >= slot.until ? handOver(slot) : Next::Ask;
    }

    /// The batch of a slot in work; the slot keeps its own reference.
    SpanRef batch(std::uint32_t slot) const { return m_slots[slot].batch; }
    std::uint64_t bytes(std::uint32_t slot) const { return m_slots[slot].bytes; }

    /// The work of a slot is over: deletes every member for which `succeeded(member)`.
    template <class Succeeded, class Emit>
    void finish(SimTime t, std::uint32_t index, Succeeded succeeded, Emit& emit)
    {
        Slot& slot = m_slots[index];
        std::size_t at = 0;
        for (const Receipt& receipt : slot.receipts) {
            SpanRef done = emit.spans().create();
            for (const std::size_t end = at + receipt.members; at < end; ++at) {
                const Member member = emit.spans().members(slot.batch)[at];
                if (succeeded(member))
                    emit.spans().members(done).push_back(member);
            }
            if (emit.spans().members(done).empty())
                emit.spans().release(done);
            else
                emit.send(m_config.connection, t,
                          queue_call::remove(receipt.receive, t, m_config.connection, done));
        }
        slot.receipts.clear();
        emit.spans().release(slot.batch);
        slot.batch = {};
        slot.state = State::Asking;
        --m_working;
    }

private:
    enum class State : std::uint8_t { Resting, Asking, Working };
    struct Receipt {
        MessageId receive;
        std::uint32_t members = 0;
    };
    struct Slot {
        State state = State::Resting;
        MessageId asked;
        SpanRef batch;
        std::uint64_t bytes = 0;
        SimTime until;
        std::vector<Receipt> receipts;
    };
    Next handOver(Slot& slot)
    {
        slot.state = State::Working;
        ++m_working;
        return Next::HandOver;
    }
    Config m_config;
    std::vector<Slot> m_slots;
    std::size_t m_working = 0;
    std::uint64_t m_receives = 0;
    bool m_sawMore = false;
};

}  // namespace plimsoll
