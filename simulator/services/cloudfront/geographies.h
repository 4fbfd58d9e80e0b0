// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace plimsoll {

/// Where users are: places with a price for both requests and data out.
struct Geography {
    const char *id, *name;
};
inline constexpr Geography kGeographies[] = {
    {"us", "United States, Mexico, Canada"}, {"eu", "Europe"}, {"jp", "Japan"}, {"in", "India"}};

}  // namespace plimsoll
