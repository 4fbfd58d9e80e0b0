// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/parameter_spec.h"
#include "model/support/usage.h"

#include <string>
#include <vector>

namespace plimsoll {

enum class ServiceStatus { Current, ClosedToNewCustomers, Legacy };
enum class ServiceScope { Zonal, Regional, Global };

/// One billed quantity of a service.
struct MeterSpec {
    MeterId id;
    std::string name;  ///< "Shard hours"
    MeterClass meterClass = MeterClass::Count;
    std::string unit;  ///< "shard-hour", "GB-month"
};

struct QuotaSpec {
    std::string name;
    double value = 0;
    std::string unit;
    std::string source;
};

/// What a service says about itself; palette, inspector, file format, CLI and pricing read only this.
struct ServiceSpec {
    std::string id;         ///< "kinesis-data-streams"
    std::string name;       ///< "Kinesis Data Streams"
    std::string shortName;  ///< "Kinesis"
    std::string
        category;  ///< clients | streaming | compute | database | storage | analytics | integration | networking | generic
    std::string summary;          ///< one sentence for palette and tooltips
    std::string integrationName;  ///< its name in the integrations table; empty = custom code only
    std::vector<ParameterSpec> parameters;
    std::vector<MeterSpec> meters;
    std::vector<QuotaSpec> quotas;
    std::vector<std::string> extraOutputs;  ///< extra output ports, e.g. "Stream" of a table
    std::string
        feedParameter;      ///< consumers can poll only while this choice is not "off", e.g. a table's stream
    bool isSource = false;  ///< takes traffic from the scenario
    bool sendsUnasked = false;  ///< a source that sends without traffic in the scenario: closed-loop users
    bool stores = false;        ///< keeps records for consumers (pull or change feed)
    bool accepts = true;        ///< may be the target of a connection
    bool runsQueries = false;
    bool runsJobs = false;
    bool deploys = false;   ///< its users roll out new versions of what it runs
    bool redrives = false;  ///< dead letters can go back from one of its kind to the one they came from
    /// The parameter with the seconds that a message received stays hidden from other readers; empty = nothing is hidden.
    std::string visibilityParameter;
    /// The parameter with the seconds after which a run of its work is cut off; empty = it never is.
    std::string runLimitParameter;
    bool usesSpot = false;      ///< may run on nodes that AWS takes back
    std::string spotParameter;  ///< the yes/no parameter that says whether it does; empty = it may any time
    double slaPercent = 0;      ///< refund threshold, never predicted availability; 0 = none known
    std::string slaSource;
    ServiceScope scope = ServiceScope::Regional;
    ServiceStatus status = ServiceStatus::Current;
    bool simulated = true;  ///< false: can be drawn, not run
    std::string docsUrl;
};

/// Whether a connection takes dead letters from one queue to another, from where they can be moved back. Only those of
/// queues can: what came from a function or a topic stays.
/// Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
inline bool carriesDeadLetters(const ServiceSpec& from, const ServiceSpec& to)
{
    return from.redrives && from.id == to.id;
}

const ParameterSpec* findParameter(const ServiceSpec& spec, std::string_view id);

}  // namespace plimsoll
