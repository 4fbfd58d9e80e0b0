// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/scenario_items.h"
#include "model/catalog/parameter_spec.h"
#include "model/catalog/service_catalog.h"
#include "model/design/design.h"

#include <functional>
#include <string>
#include <vector>

namespace plimsoll {

/// One field of a part of a scenario, described like a service's parameter so that the same form edits it.
template <class T>
struct Field {
    ParameterSpec spec;
    std::function<ParameterValue(const T&)> read;
    std::function<void(T&, const ParameterValue&)> write;
};

template <class T>
using Fields = std::vector<Field<T>>;

Fields<Scenario> scenarioFields();
Fields<TrafficProfile> trafficFields();
Fields<Objective> objectiveFields(const Design& design);
Fields<QueryLoad> queryFields(const Design& design, const ServiceCatalog& catalog);
Fields<JobLoad> jobFields(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario);
Fields<RateLevel> levelFields();
Fields<TrafficSpike> spikeFields();
Fields<TrafficPause> pauseFields();

/// Offers what can happen where the fault is.
Fields<Fault> faultFields(const Design& design, const ServiceCatalog& catalog, const TimedFits& fits,
                          const Fault& fault);
Fields<Redrive> redriveFields(const Design& design, const TimedFits& fits, const Redrive& redrive);
/// Writing looks the design up again, so the fields live no longer than it.
Fields<ParameterChange> changeFields(const Design& design, const ServiceCatalog& catalog,
                                     const TimedFits& fits, const ParameterChange& change);
Fields<Replay> replayFields(const Design& design, const TimedFits& fits, const Replay& replay);

/// What a fresh item of each list starts as.
Objective newObjective(const Design& design, const ServiceCatalog& catalog);
QueryLoad newQuery(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario);
JobLoad newJob(const Design& design, const ServiceCatalog& catalog, const Scenario& scenario);

template <class T>
std::vector<ParameterSpec> specsOf(const Fields<T>& fields)
{
    std::vector<ParameterSpec> specs;
    for (const Field<T>& field : fields)
        specs.push_back(field.spec);
    return specs;
}

template <class T>
ParameterMap valuesOf(const Fields<T>& fields, const T& item)
{
    ParameterMap values;
    for (const Field<T>& field : fields)
        values[field.spec.id] = field.read(item);
    return values;
}

/// The item with one field changed; nothing = the field's default.
template <class T>
T withField(const Fields<T>& fields, T item, const std::string& id,
            const std::optional<ParameterValue>& value)
{
    for (const Field<T>& field : fields)
        if (field.spec.id == id)
            field.write(item, value.value_or(field.spec.defaultValue));
    return item;
}

}  // namespace plimsoll
