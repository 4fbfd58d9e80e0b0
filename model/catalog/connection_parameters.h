// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/integrations.h"
#include "model/catalog/service_catalog.h"

#include <vector>

namespace plimsoll {

/// The kind stored on the connection, or the pair's default. `custom code` pairs default to call (target does not
/// store) or put (target stores or takes records).
ConnectionKind kindOf(const Connection& connection, const ServiceSpec& from, const ServiceSpec& to);

/// What is put to it is its to work on from then on: the one who put it does not wait for the end, and nobody tries
/// again unless the connection says so.
bool takesOver(const ServiceSpec& to);

/// The parameters a connection of this kind has (batch size, window, retry, ...), with quotas and sources.
std::vector<ParameterSpec> connectionParameters(ConnectionKind kind, const ServiceSpec& from,
                                                const ServiceSpec& to);

/// What any caller's retry policy is made of, beside the choice of `retry` itself; callers of a component's own and
/// connections share it.
std::vector<ParameterSpec> retryParameters();

/// Reads one parameter with the spec's default; `otherwise` when the kind has no such parameter.
double connectionNumber(const Connection& connection, const std::vector<ParameterSpec>& specs,
                        std::string_view id, double otherwise);
std::string connectionText(const Connection& connection, const std::vector<ParameterSpec>& specs,
                           std::string_view id, std::string_view otherwise);

/// The connection as an English sentence with its numbers: "Lambda writes one item per record to Orders, in parallel".
std::string sentence(const Connection& connection, const Design& design, const ServiceCatalog& catalog);

}  // namespace plimsoll
