// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

namespace plimsoll::validation {

void selfConnection(const Subject& subject, Issues& issues)
{
    for (const Connection& connection : subject.design.connections) {
        const Component* component = subject.find(connection.from);
        if (connection.from != connection.to || component == nullptr)
            continue;
        issues.push_back(aboutConnection(
            Severity::Error, "self-connection", connection, nameOf(*component) + " is connected to itself",
            "remove the connection, or place a second component for the other end"));
    }
}

}  // namespace plimsoll::validation
