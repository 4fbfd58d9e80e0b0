// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/id.h"

namespace plimsoll {

bool isValidId(std::string_view text)
{
    if (text.empty() || text.size() > 64 || text.front() == '-')
        return false;
    for (const char c : text) {
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
            return false;
    }
    return true;
}

}  // namespace plimsoll
