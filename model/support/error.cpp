// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/error.h"

namespace plimsoll {

std::string Error::toString() const
{
    std::string text = place.empty() ? what : place + ": " + what;
    if (!remedy.empty())
        text += "; " + remedy;
    return text;
}

}  // namespace plimsoll
