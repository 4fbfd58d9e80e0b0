// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/database_instance/database_instance.h"

#include <map>
#include <vector>

namespace plimsoll::database_node {

/// Who owns a connection: a caller's environment, or the caller itself where it has a pool. A caller with several
/// lines to the database uses the same connections for all of them.
class Callers {
public:
    void open(const std::vector<ConnectionPort>& inputs)
    {
        std::vector<const Component*> known;
        for (const ConnectionPort& input : inputs) {
            const Component* caller = input.other.component;
            auto at = std::find_if(known.begin(), known.end(),
                                   [&](const Component* each) { return each->id == caller->id; });
            if (at == known.end())
                at = known.insert(known.end(), caller);
            m_callers[input.index] = static_cast<std::uint64_t>(at - known.begin());
        }
    }
    std::uint64_t ownerOf(std::uint32_t connection, std::uint32_t client) const
    {
        const auto found = m_callers.find(connection);
        return (found == m_callers.end() ? 0 : found->second) << 32 | client;
    }

private:
    std::map<std::uint32_t, std::uint64_t> m_callers;  ///< by connection
};

/// What one instance has saved up when the run opens.
struct InstanceOpened {
    double savedOperations = 0, savedVcpuSeconds = 0;
    double vcpus = 0;  ///< of a capacity that follows its load
};
/// Connections that a caller's environments have kept from before the run.
struct KeptConnections {
    std::uint32_t connection = 0;
    int clients = 0;
    bool primary = false, replica = false;
};
struct Opened {
    InstanceOpened primary, replica;
    std::vector<KeptConnections> connections;
};
/// As after a long time of what flowed before; a run that opens cold has a fresh volume and no credits.
Opened openedWith(const DatabaseConfig& config, const NodeContext& context);

}  // namespace plimsoll::database_node
