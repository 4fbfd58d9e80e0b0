// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace plimsoll {

/// Init Duration of a trivial zip function of one runtime, in milliseconds.
struct ColdStart {
    std::string_view runtime;
    std::string_view name;
    double p50Millis = 0;
    double p90Millis = 0;
    double p95Millis = 0;
    double p99Millis = 0;
    bool snapStart = false;  ///< managed Java 11, Python 3.12, .NET 8 and later
};

/// Daily runs of June to August 2026, x86_64, 512 MB, about 590 samples a row; code download, network attachment
/// and the imports of a real function are not in it.
inline constexpr std::string_view kColdStartSource = "https://github.com/maxday/lambda-perf";

inline constexpr std::array<ColdStart, 15> kColdStarts{{
    {"rust", "Rust (provided.al2023)", 16, 22, 28, 49},
    {"go", "Go (provided.al2023)", 50, 54, 57, 66},
    {"cpp", "C++ (provided.al2023)", 66, 93, 109, 136},
    {"python3.12", "Python 3.12", 85, 101, 113, 136, true},
    {"python3.13", "Python 3.13", 87, 109, 120, 200, true},
    {"python3.14", "Python 3.14", 113, 146, 217, 271, true},
    {"dotnet10-aot", ".NET 10, native AOT", 73, 83, 91, 114},
    {"nodejs22.x", "Node.js 22", 142, 165, 177, 202},
    {"nodejs24.x", "Node.js 24", 136, 162, 176, 202},
    {"java25", "Java 25", 191, 280, 422, 501, true},
    {"java17", "Java 17", 205, 237, 256, 361, true},
    {"java21", "Java 21", 241, 287, 333, 635, true},
    {"ruby3.4", "Ruby 3.4", 228, 391, 428, 493},
    {"dotnet8", ".NET 8", 254, 332, 571, 652, true},
    {"dotnet10", ".NET 10", 254, 569, 624, 702, true},
}};

/// Null for a runtime the table does not know.
constexpr const ColdStart* findColdStart(std::string_view runtime)
{
    for (const ColdStart& row : kColdStarts) {
        if (row.runtime == runtime)
            return &row;
    }
    return nullptr;
}

}  // namespace plimsoll
