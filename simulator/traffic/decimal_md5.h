// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/random.h"

#include <array>
#include <cstdint>

namespace plimsoll {

/// How many neighbouring numbers are hashed together.
inline constexpr std::uint32_t kDigestsTogether = 16;

/// Top 64 bits of the MD5 (RFC 1321) of each of the numbers `first` to `first` + 15, written in decimal. `first` is a
/// multiple of 16. A run over a million keys needs a million digests; sixteen at once in vector registers take as long
/// as half of one from a library that takes texts of any length.
std::array<std::uint64_t, kDigestsTogether> md5OfDecimals(std::uint32_t first);
std::array<std::uint64_t, kDigestsTogether> md5OfDecimals(std::uint32_t first, InstructionLevel level);

}  // namespace plimsoll
