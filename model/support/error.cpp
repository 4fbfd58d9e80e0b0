// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/error.h"

#include "model/support/plain_text.h"

namespace plimsoll {

std::string Error::toString() const
{
    // A place may be the pointer to a name that somebody wrote at any length.
    constexpr std::size_t kLongestPlace = 200;
    std::string text = place.empty() ? oneLine(what) : oneLine(place, kLongestPlace) + ": " + oneLine(what);
    if (!remedy.empty())
        text += "; " + oneLine(remedy);
    return text;
}

}  // namespace plimsoll
