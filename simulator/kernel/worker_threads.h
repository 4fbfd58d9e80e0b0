// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>

namespace plimsoll {

/// Runs `work` on this thread and on `threads` - 1 others, and returns when all have ended. What one of them throws ends the
/// program nowhere: `stop` is called (the others should then soon return), and the first exception is thrown from here.
/// Where the system starts no more threads, those that there are do the work.
void runOnThreads(std::size_t threads, const std::function<void()>& work,
                  const std::function<void()>& stop = {});

}  // namespace plimsoll
