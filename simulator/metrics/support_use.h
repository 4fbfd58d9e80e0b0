// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plimsoll {

/// What others ask of a supporting service beside their work (connections of the kind uses), per second.
struct SupportUse {
    double calls = 0, bytes = 0;
    SupportUse& operator+=(const SupportUse& other)
    {
        calls += other.calls;
        bytes += other.bytes;
        return *this;
    }
};

}  // namespace plimsoll
