// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/serialization/design_file.h"
#include "tests/simulator/fixtures.h"

#include <string>

namespace plimsoll::tests {

/// A design of tests/data/cases: what practitioners met, with the values that are right.
inline Design caseDesign(const std::string& name)
{
    const std::string path = std::string{PLIMSOLL_SOURCE_DIR} + "/tests/data/cases/" + name + ".plimsoll";
    const Result<LoadedDesign> loaded = loadDesignFile(path, library().catalog());
    if (!loaded) {
        QTest::qFail(loaded.error().toString().c_str(), __FILE__, __LINE__);
        return {};
    }
    return loaded->design;
}

inline ParameterMap& parametersOf(Design& design, const std::string& id)
{
    return std::find_if(design.components.begin(), design.components.end(),
                        [&](const Component& component) { return component.id == id; })
        ->parameters;
}

/// Whether run and estimate list the same limits of a component, in the same order.
inline bool sameLimits(const RunReport& ran, const FlowReport& flow, const std::string& id)
{
    const auto names = [](const std::vector<LimitUse>& limits) {
        std::string all;
        for (const LimitUse& limit : limits)
            all += limit.limit + " (" + limit.label + ", " + limit.unit + "); ";
        return all;
    };
    const FlowComponent* estimated = findComponent(flow, id);
    const std::string run = names(at(ran, id).limits), estimate = estimated ? names(estimated->limits) : "";
    if (run != estimate)
        qWarning("run: %s estimate: %s", run.c_str(), estimate.c_str());
    return run == estimate;
}

inline const LimitUse& limitOf(const FlowReport& flow, const std::string& id, const std::string& limit)
{
    static const LimitUse none;
    if (const FlowComponent* component = findComponent(flow, id)) {
        for (const LimitUse& use : component->limits) {
            if (use.limit == limit)
                return use;
        }
    }
    QTest::qFail(("no limit " + limit).c_str(), __FILE__, __LINE__);
    return none;
}

}  // namespace plimsoll::tests
