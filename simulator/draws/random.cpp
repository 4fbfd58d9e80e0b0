// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/draws/random.h"

namespace plimsoll {

namespace {

[[gnu::always_inline]] inline void fill(std::uint64_t state, double* draws, std::size_t count)
{
    for (std::size_t n = 0; n < count; ++n)
        draws[n] = -deterministicLog(toUnit(mix64(state + (n + 1) * GapStream::kStep)));
}

[[gnu::always_inline]] inline void drawEach(std::uint64_t key, const IdColumn& ids, double* draws)
{
    for (std::size_t n = 0; n < ids.count; ++n)
        draws[n] = -deterministicLog(1 - toUnit(mix64(mix64(key ^ ids.serials[n]) ^ ids.rests[n])));
}

/// The loops above, built for one instruction level.
struct Loops {
    void (*fill)(std::uint64_t, double*, std::size_t);
    void (*drawEach)(std::uint64_t, const IdColumn&, double*);
};

constexpr Loops kPlain{
    [](std::uint64_t state, double* draws, std::size_t count) { fill(state, draws, count); },
    [](std::uint64_t key, const IdColumn& ids, double* draws) { drawEach(key, ids, draws); }};

#if defined(__x86_64__)
[[gnu::target("avx2,bmi2")]] void fillV3(std::uint64_t state, double* draws, std::size_t count)
{
    fill(state, draws, count);
}
[[gnu::target("avx2,bmi2")]] void drawEachV3(std::uint64_t key, const IdColumn& ids, double* draws)
{
    drawEach(key, ids, draws);
}
#define PLIMSOLL_V4 gnu::target("avx512f,avx512dq,avx512vl,bmi2,prefer-vector-width=512")
[[PLIMSOLL_V4]] void fillV4(std::uint64_t state, double* draws, std::size_t count)
{
    fill(state, draws, count);
}
[[PLIMSOLL_V4]] void drawEachV4(std::uint64_t key, const IdColumn& ids, double* draws)
{
    drawEach(key, ids, draws);
}
#endif

Loops loopsOf(InstructionLevel level)
{
#if defined(__x86_64__)
    if (level == InstructionLevel::V4)
        return {fillV4, drawEachV4};
    if (level == InstructionLevel::V3)
        return {fillV3, drawEachV3};
#endif
    return kPlain;
}

const Loops& bestLoops()
{
    static const Loops best = loopsOf(bestInstructionLevel());
    return best;
}

}  // namespace

InstructionLevel bestInstructionLevel()
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl"))
        return InstructionLevel::V4;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2"))
        return InstructionLevel::V3;
#endif
    return InstructionLevel::Plain;
}

void fillExponentials(std::uint64_t state, double* draws, std::size_t count, InstructionLevel level)
{
    loopsOf(level).fill(state, draws, count);
}

void fillExponentials(std::uint64_t state, double* draws, std::size_t count)
{
    bestLoops().fill(state, draws, count);
}

void DrawKey::exponentials(const IdColumn& ids, double* draws, InstructionLevel level) const
{
    loopsOf(level).drawEach(m_key, ids, draws);
}

void DrawKey::exponentials(const IdColumn& ids, double* draws) const
{
    bestLoops().drawEach(m_key, ids, draws);
}

}  // namespace plimsoll
