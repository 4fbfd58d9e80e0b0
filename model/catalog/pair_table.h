// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/connection_parameters.h"

#include <map>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

namespace plimsoll {

/// What two services say about a connection between them, worked out once for each pair: a large design has thousands
/// of connections and few pairs. The specs and the table must outlive it; for one thread.
class PairTable {
public:
    using Parameters = std::shared_ptr<const std::vector<ParameterSpec>>;

    explicit PairTable(const IntegrationTable& integrations) : m_integrations{integrations} {}

    const Legality& legality(const ServiceSpec& from, const ServiceSpec& to);
    Parameters parameters(ConnectionKind kind, const ServiceSpec& from, const ServiceSpec& to);

private:
    const IntegrationTable& m_integrations;
    std::map<std::pair<const ServiceSpec*, const ServiceSpec*>, Legality> m_legality;
    std::map<std::tuple<ConnectionKind, const ServiceSpec*, const ServiceSpec*>, Parameters> m_parameters;
};

}  // namespace plimsoll
