// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/units/time.h"

namespace plimsoll::tests {

/// The instant so many seconds after the start of a run.
inline SimTime atSecond(double seconds)
{
    return kSimStart + fromSeconds(seconds);
}

}  // namespace plimsoll::tests
