// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/job_queue/job_queue.h"

#include <vector>

namespace plimsoll {

/// Plays jobs that come at random, or evenly, through slices of constant rates in order of time, with the looks, starts and ends of the
/// run and fixed draws, as often as it takes for a mean, and fills in what each slice pays for on average. Instances that
/// start for single jobs swing, which no mean rate tells. Of more jobs than can be played all slices stay as they are.
/// A slice's `perSecond` counts jobs, its `heldSeconds` what an attempt's calls take.
void playJobs(const JobQueueConfig& config, int unitsAtStart, bool evenly,
              std::vector<FollowedSlice>& slices);

}  // namespace plimsoll
