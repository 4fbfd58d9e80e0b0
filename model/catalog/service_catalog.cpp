// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/service_catalog.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace plimsoll {

namespace {

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Levenshtein's distance, ignoring case, with one row of memory.
std::size_t editDistance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (lowered(a[i - 1]) == lowered(b[j - 1]) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[b.size()];
}

}  // namespace

const ParameterSpec* findParameter(const ServiceSpec& spec, std::string_view id)
{
    const auto at = std::find_if(spec.parameters.begin(), spec.parameters.end(),
                                 [id](const ParameterSpec& parameter) { return parameter.id == id; });
    return at == spec.parameters.end() ? nullptr : &*at;
}

ServiceCatalog::ServiceCatalog(std::vector<ServiceSpec> specs) : m_specs{std::move(specs)} {}

const ServiceSpec* ServiceCatalog::find(std::string_view serviceId) const
{
    const auto at = std::find_if(m_specs.begin(), m_specs.end(),
                                 [serviceId](const ServiceSpec& spec) { return spec.id == serviceId; });
    return at == m_specs.end() ? nullptr : &*at;
}

const ServiceSpec* ServiceCatalog::defaultSource() const
{
    const auto at = std::find_if(m_specs.begin(), m_specs.end(),
                                 [](const ServiceSpec& spec) { return spec.isDefaultSource; });
    return at == m_specs.end() ? nullptr : &*at;
}

std::string ServiceCatalog::nearest(std::string_view serviceId) const
{
    std::vector<std::string> ids;
    for (const ServiceSpec& spec : m_specs)
        ids.push_back(spec.id);
    return nearestName(serviceId, ids);
}

ParameterValue effectiveValue(const ServiceSpec& spec, const ParameterMap& values, std::string_view id)
{
    if (const auto own = values.find(id); own != values.end())
        return own->second;
    const ParameterSpec* parameter = findParameter(spec, id);
    assert(parameter != nullptr);
    return parameter != nullptr ? parameter->defaultValue : ParameterValue{std::int64_t{0}};
}

double numberOf(const ServiceSpec& spec, const ParameterMap& values, std::string_view id)
{
    return asNumber(effectiveValue(spec, values, id));
}

std::string textOf(const ServiceSpec& spec, const ParameterMap& values, std::string_view id)
{
    return toString(effectiveValue(spec, values, id));
}

bool flagOf(const ServiceSpec& spec, const ParameterMap& values, std::string_view id)
{
    const ParameterValue value = effectiveValue(spec, values, id);
    if (const auto* text = std::get_if<std::string>(&value))
        return *text == "true";
    return asNumber(value) != 0;
}

bool isAuto(const ServiceSpec& spec, const ParameterMap& values, std::string_view id)
{
    return std::holds_alternative<Auto>(effectiveValue(spec, values, id));
}

std::string nearestName(std::string_view wrong, const std::vector<std::string>& candidates)
{
    const std::size_t allowed = std::min<std::size_t>(3, wrong.size() / 2);
    std::string nearest;
    std::size_t best = allowed + 1;
    for (const std::string& candidate : candidates) {
        // The lengths alone may rule a candidate out; a hostile file can hold very long names.
        const std::size_t difference = candidate.size() > wrong.size() ? candidate.size() - wrong.size()
                                                                       : wrong.size() - candidate.size();
        if (difference >= best)
            continue;
        if (const std::size_t distance = editDistance(wrong, candidate); distance < best) {
            best = distance;
            nearest = candidate;
        }
    }
    return nearest;
}

}  // namespace plimsoll
