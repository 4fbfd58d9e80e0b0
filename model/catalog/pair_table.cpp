// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/pair_table.h"

namespace plimsoll {

const Legality& PairTable::legality(const ServiceSpec& from, const ServiceSpec& to)
{
    const auto [at, isNew] = m_legality.try_emplace({&from, &to});
    if (isNew)
        at->second = m_integrations.judge(from, to);
    return at->second;
}

PairTable::Parameters PairTable::parameters(ConnectionKind kind, const ServiceSpec& from,
                                            const ServiceSpec& to)
{
    Parameters& found = m_parameters[{kind, &from, &to}];
    if (!found)
        found = std::make_shared<const std::vector<ParameterSpec>>(connectionParameters(kind, from, to));
    return found;
}

}  // namespace plimsoll
