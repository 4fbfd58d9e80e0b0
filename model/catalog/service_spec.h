// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/connection_kind.h"
#include "model/catalog/parameter_spec.h"
#include "model/support/usage.h"

#include <cstdint>
#include <optional>
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

/// A call of an API that carries several records at once.
struct BatchCall {
    std::string api;         ///< "PutRecords"; empty = there is none
    double mostPerCall = 0;  ///< records; 0 = not known
    std::string source;
};

/// How a service hands what it keeps to those who read it (connections of the kind poll).
struct FeedSpec {
    enum class Shape { None, Queue, Lanes, Objects } shape = Shape::None;
    BatchCall read;                        ///< what a reader of its own asks with
    std::int64_t mappingBatch = 100;       ///< records a mapping hands over at once unless told otherwise
    std::int64_t mappingWindowMillis = 0;  ///< how long a mapping waits for them unless told otherwise
    double pollMillis = 1000;              ///< how often an idle reader asks each lane
    bool parallelBatches = true;           ///< a mapping may work on several batches of a lane at once
    bool replays = false;         ///< records stay for a while when they have been read: a reader may go back
    bool enhancedFanOut = false;  ///< readers may have a read rate of their own
    int sharedReaders = 0;        ///< so many share a lane without harm; 0 = no limit is known
    std::string sharedReadersWhy;  ///< "a shard answers ..."
    std::string sharedReadersRemedy;
    std::string sharedReadersSource;
};

/// How a service reads the feed of another one. Nothing else is offered on a poll connection.
struct ReaderSpec {
    bool batch = true;     ///< how many records it takes at once is the user's to say
    bool mapping = false;  ///< an event source mapping reads for it: window, retries, batches in parallel
    bool filter = false;   ///< it can drop what its filter does not pass
    bool enhanced = true;  ///< it can use enhanced fan-out
    bool replays = true;   ///< its user can start it again from an older record
};

/// How often a notification is tried again, and until when.
struct DeliverySpec {
    std::int64_t retries = 2;
    std::int64_t mostRetries = 2;
    std::int64_t ageSeconds = 21'600;
    std::int64_t leastAgeSeconds = 60;
    std::int64_t mostAgeSeconds = 21'600;
    std::string source;  ///< a URL, or why it is assumed
    /// Parameters of the service that hold retries and seconds for addresses of the user's own; empty = the same ones.
    std::string endpointRetries{}, endpointSeconds{};
};

/// How the AWS SDK's client of this service tries again in legacy mode; the other modes are the same for all.
struct LegacyRetry {
    int attempts = 5;  ///< in all, the first included
    double baseMillis = 1000;
    bool jitter = true;
    std::string source = "https://github.com/boto/botocore/blob/develop/botocore/data/_retry.json";
};

/// How a supporting service is asked beside the work of its users: what their connections say of it.
struct UseSpec {
    bool calls = false;                          ///< so many calls for each record its user takes in ...
    bool bytes = false;                          ///< ... and so many bytes
    double callsPerRecord = 1, loggedBytes = 0;  ///< unless told otherwise
    std::string source;                          ///< a URL, or why it is assumed
};

enum class Route { Copy, Split, Match };

/// What a service acts on when it sends over a connection. Nothing else is offered there, and anything else in a file
/// is refused by name.
struct SenderSpec {
    std::vector<Route> routes;  ///< the first is the default; empty = there is nothing to route
    bool operation = false;     ///< read, write or query
    bool operations = false;    ///< so many, per record or per batch
    bool batch = false;         ///< records per call
    bool sizes = false;         ///< bytes and size factor
    bool order = false;
    bool concurrency = false;
    bool timeout = false;
    bool retry = false;
    bool failures = false;  ///< a connection may take what was given up
    bool waits = false;     ///< can wait for the end of what it starts ...
    VisibleWhen
        waitsWhile{};  ///< ... while a parameter of its has one of these values; without a parameter always
    std::string
        failuresSource{};  ///< who says how it tries again and who takes what failed; empty = as a function
};

/// What a service says about itself; palette, inspector, file format, CLI and pricing read only this.
struct ServiceSpec {
    std::string id;         ///< "kinesis-data-streams"
    std::string name;       ///< "Kinesis Data Streams"
    std::string shortName;  ///< "Kinesis"
    /// Where the palette lists it, and nothing else: clients | streaming | compute | database | storage | analytics |
    /// integration | networking | generic
    std::string category;
    int paletteRank = 0;  ///< place in the list the palette opens on, from 1; 0 = only under its category
    std::string summary;  ///< one sentence for palette and tooltips
    std::string integrationName;  ///< its name in the integrations table; empty = custom code only
    std::vector<ParameterSpec> parameters;
    std::vector<MeterSpec> meters;
    std::vector<QuotaSpec> quotas;
    std::vector<std::string> extraOutputs;  ///< extra output ports, e.g. "Stream" of a table
    std::string
        feedParameter;  ///< consumers can poll only while this choice is not "off", e.g. a table's stream
    FeedSpec feed;
    ReaderSpec reader;
    SenderSpec sender;
    std::optional<UseSpec> use;  ///< it supports others: any service may use it, nothing else reaches it
    BatchCall puts;              ///< how several records are written to it at once
    std::optional<DeliverySpec> delivery;  ///< it notifies others and tries again by itself
    std::optional<DeliverySpec>
        events;           ///< it keeps events it is notified of and tries them itself, whoever sent them
    int mostTargets = 0;  ///< it delivers to so many and no more; 0 = to any number
    std::string mostTargetsSource{};
    VisibleWhen
        ordersWhile{};  ///< it delivers in order, to queues alone, while a parameter of its has such a value
    LegacyRetry legacyRetry;
    std::string noun = "record";      ///< what one thing is called that it is given or keeps
    bool invoked = false;             ///< a call to it runs the caller's request, whatever its operation
    bool acknowledgesAtOnce = false;  ///< takes what it is given in no time, whatever it does with it later
    bool answersReads = false;        ///< a read of it is another thing than a write
    bool readsSizes = true;           ///< how large what it is sent is makes a difference to it
    bool balances = false;            ///< picks one of its targets for each request
    bool caches = false;  ///< answers from copies of what others keep: it is read unless told otherwise
    bool loadsOnSchedule = false;  ///< copies from stores by a period of its own
    bool poisonable = false;       ///< one record can fail it each time it is tried
    bool isDefaultSource = false;  ///< what a design without any load is given
    bool isSource = false;         ///< takes traffic from the scenario
    bool sendsUnasked = false;     ///< a source that sends without traffic in the scenario: closed-loop users
    bool stores = false;           ///< keeps records for consumers (pull or change feed)
    bool accepts = true;           ///< may be the target of a connection
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
    /// What it acts on in a run and in an estimate: kinds of connections into it, and out of it.
    KindSet takes = KindSet::all(), makes = KindSet::all();
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
