// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/run/replication/replication.h"

#include <cstdint>
#include <string>

namespace plimsoll {

/// How much of the start a steady-state study leaves out.
struct WarmUpChoice {
    std::int64_t seconds = 0;
    bool settled = true;
    std::string note;  ///< one sentence for the report
};

/// From a whole pilot replication: the latest end of a start-up phase (MSER-5) among the backlogs of the components and
/// the course of the delays and responses. What still moves after half of the run has no steady state to speak of:
/// nothing is left out then, and the note says what moves.
WarmUpChoice findWarmUp(const Replication& pilot);

}  // namespace plimsoll
