// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/server/server.h"

#include <algorithm>

namespace plimsoll {

/// Whether it takes records out of a queue or a stream: then it is a fleet of so many workers.
template <class Ports>
bool readsStores(const Ports& inputs)
{
    return std::any_of(inputs.begin(), inputs.end(), [](const auto& input) {
        if constexpr (requires { input.port; })
            return input.port.kind == ConnectionKind::Poll;
        else
            return input.kind == ConnectionKind::Poll;
    });
}
NodeHandle makeReadingServer(const ServerConfig& config, const NodeContext& context, BillOf<ServerLoad> bill);
ServerLoad readingServerFlow(const ServerConfig& config, FlowContext& context);

}  // namespace plimsoll
