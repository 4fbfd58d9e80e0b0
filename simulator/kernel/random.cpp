// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/random.h"

namespace plimsoll {

namespace {

[[gnu::always_inline]] inline void fill(std::uint64_t state, double* draws, std::size_t count)
{
    for (std::size_t n = 0; n < count; ++n)
        draws[n] = -deterministicLog(toUnit(mix64(state + (n + 1) * GapStream::kStep)));
}

void fillPlain(std::uint64_t state, double* draws, std::size_t count)
{
    fill(state, draws, count);
}

#if defined(__x86_64__)
[[gnu::target("avx2,bmi2")]] void fillV3(std::uint64_t state, double* draws, std::size_t count)
{
    fill(state, draws, count);
}

[[gnu::target("avx512f,avx512dq,avx512vl,bmi2,prefer-vector-width=512")]] void fillV4(std::uint64_t state,
                                                                                      double* draws,
                                                                                      std::size_t count)
{
    fill(state, draws, count);
}
#endif

using Fill = void (*)(std::uint64_t, double*, std::size_t);

Fill fillOf(InstructionLevel level)
{
#if defined(__x86_64__)
    if (level == InstructionLevel::V4)
        return fillV4;
    if (level == InstructionLevel::V3)
        return fillV3;
#endif
    return fillPlain;
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
    fillOf(level)(state, draws, count);
}

void fillExponentials(std::uint64_t state, double* draws, std::size_t count)
{
    static const Fill best = fillOf(bestInstructionLevel());
    best(state, draws, count);
}

}  // namespace plimsoll
