// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace plimsoll {

struct GlueWorkerType {
    std::string_view id;
    int dpus = 1;  ///< 4 vCPU and 16 GB each
};

/// Those with the price of a standard DPU. Memory-optimised workers (R) have one of their own, which has no source.
/// Source: https://docs.aws.amazon.com/glue/latest/dg/worker-types.html
constexpr std::array kGlueWorkerTypes{
    GlueWorkerType{"G.1X", 1}, GlueWorkerType{"G.2X", 2},   GlueWorkerType{"G.4X", 4},
    GlueWorkerType{"G.8X", 8}, GlueWorkerType{"G.12X", 12}, GlueWorkerType{"G.16X", 16},
};

constexpr int glueDpusOf(std::string_view id)
{
    for (const GlueWorkerType& type : kGlueWorkerTypes) {
        if (type.id == id)
            return type.dpus;
    }
    return 1;
}

}  // namespace plimsoll
