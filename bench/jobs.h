// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plimsoll {

/// `plimsoll-bench JOB [ARGUMENTS]`: one job, one line of figures; returns the exit status. Jobs: see usage in jobs.cpp.
int runJob(int argc, char** argv);

}  // namespace plimsoll
