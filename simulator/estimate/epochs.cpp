// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/estimate/epochs.h"

#include <algorithm>
#include <map>
#include <optional>

namespace plimsoll {

Result<std::vector<Epoch>> epochsOf(const Design& design, const ServiceLibrary& library,
                                    const Scenario& scenario)
{
    Scenario plain = scenario;
    plain.changes.clear();
    std::vector<ChangeInForce> changes = changesInForce(design, library.catalog(), scenario);
    std::erase_if(changes, [&](const ChangeInForce& change) {
        return change.inForceSeconds >= scenario.durationSeconds;
    });
    std::vector<Epoch> epochs;
    const auto add = [&](double from, Design then) -> std::optional<Error> {
        Epoch& epoch = epochs.emplace_back();
        epoch.from = from;
        epoch.to = scenario.durationSeconds;
        epoch.design = std::move(then);
        Result<EngineGraph> graph = engineGraph(epoch.design, library, plain);
        if (!graph)
            return graph.error();
        epoch.graph = std::move(*graph);
        return std::nullopt;
    };
    epochs.reserve(changes.size() + 1);  // graphs point into their designs
    if (const auto error = add(0, design))
        return *error;
    for (std::size_t at = 0; at < changes.size(); ++at) {
        const double from = std::max(0.0, changes[at].inForceSeconds);
        if (at + 1 < changes.size() && changes[at + 1].inForceSeconds <= from)
            continue;
        epochs.back().to = from;
        std::map<std::string, std::string> values;
        for (std::size_t each = 0; each <= at; ++each)
            values[changes[each].component + "." + changes[each].parameter] = toString(changes[each].value);
        if (const auto error = add(from, designAt(design, changes, changes[at].inForceSeconds)))
            return *error;
        for (const auto& [parameter, value] : values)
            epochs.back().inForce += parameter + "=" + value + " ";
    }
    return epochs;
}

}  // namespace plimsoll
