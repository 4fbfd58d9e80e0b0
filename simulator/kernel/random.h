// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/elementary.h"
#include "simulator/kernel/message.h"

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
    return (static_cast<double>(bits >> 12) + 0.5) * 0x1p-52;
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
    Notify
};

/// Random access draws: the value depends on seed, replication, component, purpose and message alone.
class DrawKey {
public:
    DrawKey() = default;
    DrawKey(std::uint64_t seed, int replication, std::string_view component, Purpose purpose)
        : m_key{mix64(mix64(mix64(seed) ^ static_cast<std::uint64_t>(replication)) ^ hashOf(component))
                + mix64(static_cast<std::uint64_t>(purpose))}
    {}
    std::uint64_t bitsAt(const MessageId& id) const
    {
        return mix64(mix64(m_key ^ id.serial) ^ (static_cast<std::uint64_t>(id.origin) << 32)
                     ^ (static_cast<std::uint64_t>(id.part) << 16)
                     ^ (static_cast<std::uint64_t>(id.visit) << 8) ^ id.attempt);
    }
    std::uint64_t bitsAt(std::uint64_t serial) const { return mix64(m_key ^ mix64(serial)); }
    double at(const MessageId& id) const { return toUnit(bitsAt(id)); }
    double at(std::uint64_t serial) const { return toUnit(bitsAt(serial)); }

private:
    std::uint64_t m_key = 0;
};

/// The only sequential stream: gaps between arrivals.
class GapStream {
public:
    explicit GapStream(std::uint64_t key = 0) : m_state{key} {}
    double exponential()
    {
        m_state += 0x9E3779B97F4A7C15ull;
        return -deterministicLog(toUnit(mix64(m_state)));
    }

private:
    std::uint64_t m_state;
};

}  // namespace plimsoll
