// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/shared/retry_parameters.h"
#include "simulator/flow/flow_context.h"

#include <algorithm>
#include <vector>

namespace plimsoll {

/// Share of the work whose key `takes` takes: key by key as far as one of them can weigh; of those that are left, `meant`.
template <typename Takes>
double shareOfKeys(const KeyPopularity& popularity, double meant, Takes&& takes)
{
    constexpr double kCounted = 20'000;
    double all = 0, counted = 0;
    for (const KeyLaw::Share& group : popularity.groups()) {
        const double keys = counted < kCounted ? std::min(group.keys, kCounted) : 0;
        std::uint32_t taken = 0;
        for (std::uint32_t key = 0; key < keys; ++key)
            taken += takes(group.first + key) ? 1 : 0;
        all += group.each * (taken + (group.keys - keys) * meant);
        counted += keys;
    }
    return all;
}

/// One connection over which a component sends, as its sentence says.
struct OutCall {
    enum class Per : std::uint8_t { Record, Batch };
    enum class Route : std::uint8_t { Copy, Split, Match };
    std::uint32_t index = 0;   ///< of the link
    std::uint32_t output = 0;  ///< place among the component's outputs
    ConnectionKind kind = ConnectionKind::Call;
    Route route = Route::Copy;
    double from = 0,
           until = 1;        ///< Split: the part of [0, 1) that takes it; Match: up to this share of the keys
    std::uint64_t name = 0;  ///< hash of the connection's id
    std::uint64_t copy = 0;  ///< what sets its copies apart from the others'; 0 = nothing has to
    Operation operation = Operation::Write;
    Per per = Per::Record;
    std::uint32_t operations = 1;
    std::uint32_t batchSize = 1;
    double fixedBytes = 0, sizeFactor = 1;
    int order = 0;
    std::uint32_t concurrency = 1;
    Duration timeout{};
    RetryPolicy retry;
    bool fireAndForget = false;  ///< notify: the acceptance is all it waits for
    bool handsOver = false;      ///< whoever gets the work has it from then on: nothing is waited for
    bool holdsUnit = false;      ///< of a source: its unit of work stays until the answer has come
    /// The flow face: retries that the quotas of new clients leave to a call, over the time that is looked at.
    double savedRetries = 0;

    /// Whether a piece of work takes this way. `u` is the piece's draw, the same for every way; a key always goes the
    /// same way.
    bool takes(double u, std::uint32_t key) const
    {
        switch (route) {
        case Route::Copy:
            return true;
        case Route::Split:
            return u >= from && u < until;
        case Route::Match:
            return toUnit(mix64(mix64(key) ^ name)) < until;
        }
        return true;
    }
    /// Expected share of all work that takes it: of a match, of the keys that it has, each with what it brings.
    double share(const FlowRate& work = {}) const;
    /// Nothing is asked of it but to send: no answer is waited for, nothing is tried again.
    bool forgets() const
    {
        return retry.kind == RetryPolicy::Kind::None && !retry.breaker.on && timeout == Duration{0}
               && !holdsUnit;
    }
    /// Calls needed for `records`.
    std::uint64_t callsFor(std::uint64_t records) const
    {
        const std::uint64_t items = per == Per::Record ? records * operations : operations;
        return (items + batchSize - 1) / batchSize;
    }
    bool resizes() const { return fixedBytes > 0 || sizeFactor != 1; }
    std::uint64_t bytesFor(std::uint64_t recordBytes) const
    {
        return static_cast<std::uint64_t>(
            fixedBytes > 0 ? fixedBytes : std::max(1.0, static_cast<double>(recordBytes) * sizeFactor));
    }
    /// The name of what goes this way for `id`, its `n`-th piece: draws about copies and pieces are independent. The low
    /// four bits of `part` number the pieces (15: beyond what is followed piece by piece), the others tell copies apart.
    std::uint16_t partFor(std::uint16_t part, std::uint64_t n = 0) const
    {
        if (copy == 0 && n == 0)
            return part;
        const std::uint64_t piece = std::min<std::uint64_t>((part & 0xF) + n, 15);
        std::uint64_t path = part >> 4;
        if (copy != 0)
            path = mix64(path ^ copy);
        if (piece == 15)
            path = mix64(path ^ (n << 16));
        return static_cast<std::uint16_t>((path & 0xFFF) << 4 | piece);
    }
    MessageId copyOf(MessageId id, std::uint64_t n = 0) const
    {
        id.part = partFor(id.part, n);
        return id;
    }
};

/// What one piece of work does over its connections, on average.
struct CallsOfWork {
    double seconds = 0;      ///< it spends waiting for their answers
    double variance = 0;     ///< of that, seconds squared
    double failedShare = 0;  ///< of the pieces: a call failed after its last try
    double inSequence = 0;   ///< calls that one piece makes one after the other, tries included
    /// Share of its calls that a piece has begun when it is cut off after so long: the first at once, the next as those
    /// before are answered (of a renewal process with the calls' own mean and variation).
    double begunWithin(double cutSeconds) const;
};

/// All connections over which a component sends work of its own, for run and estimate alike: who gets which part of the
/// work, in which order, how much at once, how often it is tried.
class Outgoing {
public:
    enum class Sender {
        Source,  ///< its records begin here, and its own parameters say how refused ones are tried again
        Worker,  ///< works for somebody, and asks others for it; what is done goes on to those who take it over
        Handler,  ///< its run ends with it: that others took what they are handed is an answer it waits for
        Relay     ///< passes a request on and its answer back, whatever it is
    };
    Outgoing() = default;
    Outgoing(Sender sender, const ComponentView& self, const std::vector<ConnectionPort>& outputs);
    Outgoing(Sender sender, const ComponentView& self, const std::vector<FlowPort>& outputs);

    /// How calls over a connection are tried again: by the connection's words or, of a source, by its own where the
    /// connection says nothing.
    static RetryPolicy policyOf(Sender sender, const ComponentView& self, const ConnectionPort& port);
    /// For senders whose own patience it is.
    void limitWaits(Duration timeout)
    {
        for (OutCall& way : m_ways)
            way.timeout = timeout;
    }
    /// Sorted by order, then connection id.
    const std::vector<OutCall>& ways() const { return m_ways; }
    bool empty() const { return m_ways.empty(); }
    /// Every way takes all work: there is nothing to choose.
    bool copies() const { return m_copies; }
    /// Some way is asked and waited for.
    bool waits() const
    {
        return std::any_of(m_ways.begin(), m_ways.end(), [](const OutCall& way) { return !way.handsOver; });
    }

    /// The flow face. So many retries a second may be taken out of what clients began with.
    void saveUp(const std::vector<FlowPort>& outputs, double retriesPerSecond)
    {
        for (OutCall& way : m_ways) {
            const FlowPort& output = outputs[way.output];
            const double calls = output.rate.messagesPerSecond / attemptsOf(way, output.answer);
            way.savedRetries = calls > 0 ? retriesPerSecond / calls : 0;
        }
    }
    /// The flow face. Rates of one way for pieces of work at these rates, retries included.
    FlowRate rateOf(const OutCall& way, const FlowRate& work, const Answer& answer) const;
    /// Fills the rates of all its ways.
    CallsOfWork send(std::vector<FlowPort>& outputs, const FlowRate& work) const;
    /// Mean time from the first try to the last answer of one call, pauses included.
    static double secondsOf(const OutCall& way, const Answer& answer);
    /// Mean tries of one call when this share of them fails.
    static double attemptsOf(const OutCall& way, const Answer& answer);
    /// Share of the tries that come to nothing: refused, failed, or answered later than the caller waits.
    static double lostShareOf(Duration timeout, const Answer& answer);
    /// Share of the calls whose last try fails too.
    static double failedShareOf(const OutCall& way, const Answer& answer);

private:
    void add(Sender sender, const ComponentView& self, const ConnectionPort& port, std::size_t output);
    void settle(const ComponentView& self);
    CallsOfWork waitFor(const std::vector<FlowPort>& outputs, const FlowRate& work) const;
    std::vector<OutCall> m_ways;
    bool m_copies = true;
};

}  // namespace plimsoll
