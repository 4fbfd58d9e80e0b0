// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace plimsoll::tests {

/// Meters that no source gives a price for in us-east-1, and why: the program lists them as unpriced.
inline const std::map<std::string, std::string>& unpriced()
{
    static const std::map<std::string, std::string> list{
#include "tests/simulator/gate/unpriced.inc"
    };
    return list;
}

}  // namespace plimsoll::tests
