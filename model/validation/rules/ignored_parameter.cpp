// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <algorithm>

namespace plimsoll::validation {

namespace {

std::string offered(const std::vector<ParameterSpec>& specs)
{
    std::string text;
    for (const ParameterSpec& spec : specs) {
        if (!spec.advanced && spec.id != "kind")
            text += (text.empty() ? "" : ", ") + spec.id;
    }
    return text;
}

std::string remedyFor(const std::string& name, const std::vector<ParameterSpec>& specs)
{
    std::vector<std::string> known;
    for (const ParameterSpec& spec : specs)
        known.push_back(spec.id);
    if (const std::string near = nearestName(name, known); !near.empty())
        return "did you mean \"" + near + "\"?";
    const std::string others = offered(specs);
    return others.empty() ? "remove it; nothing but the kind can be set there"
                          : "remove it; what can be set there is " + others;
}

/// It is to wait for the end of what it starts, and as it is set it cannot.
void waitsInVain(const Link& link, Issues& issues)
{
    const ServiceSpec& from = *link.fromSpec;
    const VisibleWhen& when = from.sender.waitsWhile;
    if (!from.sender.waits || link.kind != ConnectionKind::Start
        || connectionText(*link.connection, *link.specs, "wait", "no") == "no"
        || holds(when, from.parameters, link.from->parameters))
        return;
    Issue issue = aboutConnection(
        Severity::Error, "ignored-parameter", *link.connection,
        nameOf(*link.from) + " cannot wait for the end of " + nameOf(*link.to) + " while its "
            + when.parameter + " is " + textOf(from, link.from->parameters, when.parameter),
        "set " + when.parameter + " to " + when.values.front() + ", or let it wait for nothing");
    issue.place = connectionPlace(link.connection->id) + "/parameters/wait";
    issues.push_back(std::move(issue));
}

}  // namespace

void ignoredParameter(const Subject& subject, Issues& issues)
{
    for (const Link& link : subject.links) {
        // What cannot be connected like this has no parameters; illegal-connection tells.
        const std::vector<ConnectionKind>& kinds = link.legality->kinds;
        if (link.legality->verdict == Legality::Verdict::Reversed
            || std::find(kinds.begin(), kinds.end(), link.kind) == kinds.end())
            continue;
        waitsInVain(link, issues);
        for (const auto& [name, value] : link.connection->parameters) {
            const bool known =
                std::any_of(link.specs->begin(), link.specs->end(),
                            [&name = name](const ParameterSpec& spec) { return spec.id == name; });
            if (known)
                continue;
            Issue issue = aboutConnection(Severity::Error, "ignored-parameter", *link.connection,
                                          link.connection->id + ": `" + name + "` has no effect on a "
                                              + std::string{toString(link.kind)} + " from "
                                              + link.fromSpec->name + " to " + link.toSpec->name,
                                          remedyFor(name, *link.specs));
            issue.place = connectionPlace(link.connection->id) + "/parameters/" + name;
            issues.push_back(std::move(issue));
        }
    }
}

}  // namespace plimsoll::validation
