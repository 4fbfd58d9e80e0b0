// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/field_links.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <vector>

namespace plimsoll {

namespace {

/// "Open shards", "openShards" -> {"open", "shard"}: words in lower case, the plural's s left out.
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words(1);
    for (const char each : text) {
        const auto letter = static_cast<unsigned char>(each);
        if (std::isupper(letter) && !words.back().empty())
            words.emplace_back();
        if (std::isalnum(letter))
            words.back() += static_cast<char>(std::tolower(letter));
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    for (std::string& word : words)
        if (word.size() > 3 && word.back() == 's')
            word.pop_back();
    return words;
}

/// Whether one holds all the words of the other: "shards" is "Open shards".
bool isWithin(const std::vector<std::string>& few, const std::vector<std::string>& many)
{
    return !few.empty() && std::all_of(few.begin(), few.end(), [&](const std::string& word) {
        return std::find(many.begin(), many.end(), word) != many.end();
    });
}

}  // namespace

std::string parameterBehind(const Design& design, const ServiceCatalog& catalog, const ComponentId& id,
                            const Derivation& input)
{
    const Component* component = findComponent(design, id);
    const ServiceSpec* spec = component ? catalog.find(component->service) : nullptr;
    if (!spec || !input.inputs.empty())
        return {};
    const std::vector<std::string> words = wordsOf(input.name);
    std::vector<std::string> found;
    for (const ParameterSpec& parameter : spec->parameters) {
        if (parameter.type == ParameterType::Text || parameter.type == ParameterType::Choice
            || !(isWithin(words, wordsOf(parameter.name)) || isWithin(words, wordsOf(parameter.id))))
            continue;
        const bool sized = isAuto(*spec, component->parameters, parameter.id);
        const double value = sized ? input.value : numberOf(*spec, component->parameters, parameter.id);
        if (std::fabs(value - input.value) <= 1e-9 * std::max(1.0, std::fabs(value)))
            found.push_back(parameter.id);
    }
    return found.size() == 1 ? found.front() : std::string{};
}

}  // namespace plimsoll
