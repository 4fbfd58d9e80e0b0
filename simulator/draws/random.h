// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/elementary.h"
#include "simulator/draws/message.h"

#include <array>
#include <span>
#include <string_view>

namespace plimsoll {

/// SplitMix64's finaliser: a bijection that spreads every input bit (Steele, Lea, Flood 2014).
constexpr std::uint64_t mix64(std::uint64_t x)
{
    x += 0x9E3779B97F4A7C15ull;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
    return x ^ (x >> 31);
}

/// FNV-1a; names become keys by content, so that adding a component shifts no other component's draws.
constexpr std::uint64_t hashOf(std::string_view text)
{
    std::uint64_t hash = 0xCBF29CE484222325ull;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
    return hash;
}

/// Uniform in (0, 1), never 0 or 1: one bit less than a double holds, or the half added to the highest would round to 1.
constexpr double toUnit(std::uint64_t bits)
{
    return (smallToDouble(bits >> 12) + 0.5) * 0x1p-52;
}

/// What a draw is for; part of its key, so that two draws about one message are independent.
enum class Purpose : std::uint64_t {
    Gap = 1,
    Phase,
    Size,
    Key,
    Service,
    Latency,
    Backoff,
    Error,
    Filter,
    Route,
    Cold,
    Notify,
    Node
};

/// What a loop was built for: x86-64 as such (or another processor), its v3 (AVX2), its v4 (AVX-512).
enum class InstructionLevel { Plain, V3, V4 };
/// The highest this processor can do.
InstructionLevel bestInstructionLevel();

/// The ids of messages that are handled together, for draws of all of them at once.
struct IdColumn {
    static constexpr std::size_t kMost = 64;
    std::array<std::uint64_t, kMost> serials, rests;
    std::size_t count = 0;
    void add(const MessageId& id)
    {
        serials[count] = id.serial;
        rests[count++] = id.rest();
    }
};

/// Random access draws: the value depends on seed, replication, component, purpose and message alone.
class DrawKey {
public:
    DrawKey() = default;
    DrawKey(std::uint64_t seed, int replication, std::string_view component, Purpose purpose)
        : m_key{mix64(mix64(mix64(seed) ^ static_cast<std::uint64_t>(replication)) ^ hashOf(component))
                + mix64(static_cast<std::uint64_t>(purpose))}
    {}
    std::uint64_t bitsAt(const MessageId& id) const { return mix64(mix64(m_key ^ id.serial) ^ id.rest()); }
    std::uint64_t bitsAt(std::uint64_t serial) const { return mix64(m_key ^ mix64(serial)); }
    double at(const MessageId& id) const { return toUnit(bitsAt(id)); }
    double at(std::uint64_t serial, std::uint64_t rest) const
    {
        return toUnit(mix64(mix64(m_key ^ serial) ^ rest));
    }
    double at(std::uint64_t serial) const { return toUnit(bitsAt(serial)); }
    /// Of each message -ln(1 - at(id)), a draw of the exponential law of mean 1.
    void exponentials(const IdColumn& ids, double* draws) const;
    void exponentials(const IdColumn& ids, double* draws, InstructionLevel level) const;

private:
    std::uint64_t m_key = 0;
};

/// Exponential draws of mean 1, one for each of the next `count` steps of the counter `state`. Every level gives the
/// same bits: contraction is off, and the operations are the same in number and order.
void fillExponentials(std::uint64_t state, double* draws, std::size_t count);
void fillExponentials(std::uint64_t state, double* draws, std::size_t count, InstructionLevel level);

/// The only sequential stream: gaps between arrivals, drawn a block ahead.
class GapStream {
public:
    explicit GapStream(std::uint64_t key = 0) : m_state{key} {}
    double exponential()
    {
        const double draw = ahead().front();
        skip(1);
        return draw;
    }
    /// The next draws, at least one, of which skip() says how many were used.
    std::span<const double> ahead()
    {
        if (m_next == kBlock) {
            fillExponentials(m_state, m_draws.data(), kBlock);
            m_state += kBlock * kStep;
            m_next = 0;
        }
        return std::span<const double>{m_draws}.subspan(m_next);
    }
    void skip(std::size_t count) { m_next += count; }
    static constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15ull;

private:
    static constexpr std::size_t kBlock = 64;
    std::uint64_t m_state;
    std::size_t m_next = kBlock;
    std::array<double, kBlock> m_draws{};
};

}  // namespace plimsoll
