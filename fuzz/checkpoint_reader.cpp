// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/sweep_checkpoint.h"
#include "fuzz/require.h"

#include <cstdint>
#include <sstream>

/// A checkpoint as it is, and the same text as a line that was sealed well, which is what gets as far as the points.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace plimsoll;
    const std::string text{reinterpret_cast<const char*>(data), size};
    const SweepIdentity identity{{"design", "abc"}, {"seed", "1"}};
    constexpr std::size_t kPoints = 100;
    std::istringstream file{text};
    if (const auto read = readCheckpoint(file, identity, kPoints); read)
        fuzz::require(read->wholeBytes <= size && read->done.size() <= kPoints, "no more than there is");
    if (const auto point = pointOf(text)) {
        const std::string header = checkpointHeader(identity);
        const std::string line = checkpointLine(point->first, point->second, header);
        std::istringstream again{header + "\n" + line + "\n"};
        const auto read = readCheckpoint(again, identity, SIZE_MAX);
        fuzz::require(read && read->done.size() == 1
                          && checkpointLine(point->first, read->done.begin()->second, header) == line,
                      "what was written is read back");
    }
    return 0;
}
