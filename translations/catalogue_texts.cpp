// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/connection_parameters.h"
#include "model/catalog/integrations.h"
#include "model/support/singular.h"
#include "simulator/services/builtin_services.h"

#include <algorithm>
#include <iostream>
#include <regex>
#include <set>
#include <string>
#include <vector>

using namespace plimsoll;

namespace {

/// The English texts of all specs, each once.
class Texts {
public:
    void add(const std::string& whole)
    {
        // Addresses are no texts, and what has no letter reads the same everywhere.
        const std::string text = whole.substr(0, whole.find("https://"));
        if (text.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos)
            m_texts.insert(text);
    }
    void add(const ParameterSpec& parameter)
    {
        add(parameter.name);
        add(parameter.help);
        addUnit(parameter.unit);
        for (const ParameterChoice& choice : parameter.choices)
            add(choice.name.empty() ? choice.value : choice.name);
        if (parameter.id != "kind")  // there the sentence about the pair, which is not a fixed text
            add(parameter.source);
        if (parameter.change)
            add(parameter.change->source);
    }
    void add(const ServiceSpec& spec)
    {
        // What AWS calls its services is the same in every language; what is nobody's product has a common name.
        if (spec.category == "clients" || spec.category == "generic") {
            add(spec.name);
            add(spec.shortName);
        }
        add(spec.summary);
        for (const ParameterSpec& parameter : spec.parameters)
            add(parameter);
        for (const MeterSpec& meter : spec.meters) {
            addParts(meter.name);
            addUnit(meter.unit);
        }
        for (const QuotaSpec& quota : spec.quotas) {
            add(quota.name);
            addUnit(quota.unit);
        }
        for (const std::string& output : spec.extraOutputs)
            add(output);
        add(spec.feed.sharedReadersWhy);
        add(spec.feed.sharedReadersRemedy);
        // "one item", "3 items" in the sentence of a connection.
        for (const std::string& noun :
             {spec.noun, std::string{"query"}, std::string{"time"}, std::string{"call"}, std::string{"batch"},
              std::string{"operation"}, std::string{"attempt"}}) {
            add("one " + noun);
            add(noun.ends_with("y")    ? noun.substr(0, noun.size() - 1) + "ies"
                : noun.ends_with("ch") ? noun + "es"
                                       : noun + "s");
        }
        if (spec.delivery)
            add(spec.delivery->source);
        if (spec.events)
            add(spec.events->source);
    }
    void print() const
    {
        for (const std::string& text : m_texts)
            std::cout << text << '\n';
    }

private:
    /// "shards" and "shard", as Format::unitText() puts them behind a number.
    void addUnit(const std::string& unit)
    {
        add(unit);
        add(singularOf(unit));
    }
    /// "Instance hours, r7g.large, with standby" by its parts without the type, as coreText() looks it up.
    void addParts(const std::string& name)
    {
        static const std::regex type{"[a-z0-9.-]*[0-9][a-z0-9-]*\\.[a-z0-9.-]+"};
        std::vector<std::string> parts;
        for (std::string rest = name; !rest.empty();) {
            const std::size_t comma = rest.find(", ");
            parts.push_back(rest.substr(0, comma));
            rest = comma == std::string::npos ? std::string{} : rest.substr(comma + 2);
        }
        const auto isType = [](const std::string& part) { return std::regex_match(part, type); };
        if (std::none_of(parts.begin(), parts.end(), isType))
            return add(name);
        for (const std::string& part : parts)
            if (!isType(part))
                add(part);
    }

    std::set<std::string> m_texts;
};

}  // namespace

/// Prints what the specs say in English, one text a line: services, their parameters, meters and quotas, and what
/// connections between any two of them offer. scripts/core_texts.py makes the translators' list of it.
int main()
{
    const ServiceLibrary library = builtinServices();
    const ServiceCatalog& catalog = library.catalog();
    Texts texts;
    for (const ServiceSpec& spec : catalog.all())
        texts.add(spec);
    for (const ServiceSpec& from : catalog.all())
        for (const ServiceSpec& to : catalog.all())
            for (const ConnectionKind kind : IntegrationTable::builtin().judge(from, to).kinds)
                for (const ParameterSpec& parameter : connectionParameters(kind, from, to))
                    texts.add(parameter);
    texts.print();
}
