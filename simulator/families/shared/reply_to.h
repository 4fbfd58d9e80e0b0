// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/message.h"

namespace plimsoll {

/// The answer of a node that was asked to do `m`. Unless it is done, the units of work it carried go back to who sent it.
inline Reply replyTo(const Message& m, Outcome outcome)
{
    return {.call = {},
            .id = m.id,
            .outcome = outcome,
            .more = false,
            .members = {},
            .bytes = 0,
            .sent = m.sent,
            .units = outcome != Outcome::Done && m.carriesUnit ? std::uint64_t{m.records} : 0u};
}

}  // namespace plimsoll
