// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"
#include "simulator/services/redshift/node_types.h"

namespace plimsoll::services::redshift {

namespace {

constexpr const char* kQueues =
    "https://docs.aws.amazon.com/redshift/latest/dg/cm-c-defining-query-queues.html";
constexpr const char* kLimits =
    "https://docs.aws.amazon.com/redshift/latest/mgmt/amazon-redshift-limits.html";
constexpr const char* kScaling = "https://docs.aws.amazon.com/redshift/latest/dg/concurrency-scaling.html";
constexpr const char* kServerless =
    "https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-capacity.html";
constexpr const char* kServerlessBilling =
    "https://docs.aws.amazon.com/redshift/latest/mgmt/serverless-billing.html";

constexpr const char* kResize = "https://docs.aws.amazon.com/redshift/latest/mgmt/resizing-cluster.html";
constexpr const char* kManage = "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html";
constexpr const char* kSnapshots =
    "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html";

/// About 10 minutes on average, up to four times the nodes or down to a quarter of them (of small types twice and half).
ChangeSpec elasticResize()
{
    ChangeSpec change;
    change.seconds = change.decreaseSeconds = 600;
    change.mostFactor = 4;
    change.source = change.quotaSource = kResize;
    return change;
}
ChangeSpec pauseOrResume()
{
    ChangeSpec change;
    change.seconds = change.decreaseSeconds = 300;
    change.evidence = Evidence::Assumption;
    change.source = "not published: the console shows minutes";
    return change;
}

}  // namespace

ServiceSpec redshiftSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "redshift";
    spec.name = "Redshift";
    spec.shortName = "Redshift";
    spec.category = "analytics";
    spec.summary = "A warehouse: loads objects with COPY and answers queries from a limited number of slots.";
    spec.integrationName = "Redshift";
    spec.stores = true;
    spec.sender = {.routes = {}, .timeout = true, .retry = true};
    spec.runsQueries = true;
    spec.scope = ServiceScope::Zonal;
    spec.docsUrl = "https://docs.aws.amazon.com/redshift/latest/mgmt/welcome.html";
    spec.paletteRank = 8;
    spec.noun = "row";
    spec.loadsOnSchedule = true;

    std::vector<ParameterChoice> nodeTypes;
    for (const RedshiftNodeType& type : kRedshiftNodeTypes) {
        const std::string id{type.id};
        nodeTypes.push_back({id, id});
        spec.meters.push_back(held("redshift/node-hours-" + id, "Node hours, " + id, "node-hour"));
        spec.meters.push_back(counted("redshift/concurrency-scaling-seconds-" + id,
                                      "Concurrency scaling, " + id, "node-second"));
    }
    spec.meters.push_back(kept("redshift/managed-storage", "Managed storage"));
    spec.meters.push_back(counted("redshift/serverless-rpu-hours", "Serverless capacity", "RPU-hour"));
    spec.meters.push_back(kept("redshift/serverless-storage", "Serverless storage"));
    spec.meters.push_back(counted("redshift/spectrum-tb", "Spectrum data scanned", "TB"));

    spec.parameters = {
        choice("mode", "Mode", {{"provisioned", "Provisioned"}, {"serverless", "Serverless"}}, "provisioned",
               "Provisioned pays for nodes all the time; serverless pays for capacity while queries run.",
               documented(kServerlessBilling)),
        when("mode", {"provisioned"},
             choice("nodeType", "Node type", nodeTypes, "ra3.xlplus",
                    "Sets the slices of a node and its rate; the slices of ra3.large are assumed to be 2.",
                    documented(std::string{kRedshiftNodeSource}))),
        when("mode", {"provisioned"},
             changeable(elasticResize(),
                        movable(Lever::More,
                                integer("nodes", "Nodes", "nodes", {1, 128}, 2,
                                        "More nodes bring more slices to load and scan with.",
                                        assumed("your choice; AWS caps it by node type and account"))))),
        when("mode", {"provisioned"},
             changeable(
                 pauseOrResume(),
                 choice("state", "State",
                        {{"running", "Running"},
                         {"paused", "Paused"},
                         {"restoring", "Being restored from a snapshot"}},
                        "running",
                        "A scenario may change it: a paused warehouse refuses all work and bills no "
                        "nodes; one that is restored is away for a while, then has the rows of the last "
                        "snapshot.",
                        documented(kManage)))),
        when("mode", {"provisioned"},
             advanced(real("resizeInterruptionMinutes", "Interruption by a resize", "min", {0, 600}, 3,
                           "No query or load begins, and what runs rests, when the number of nodes changes.",
                           assumed(std::string{"AWS says a few minutes, without a figure: "} + kResize)))),
        when("mode", {"provisioned"},
             advanced(real("restoreMinutes", "Restore from a snapshot", "min", {0, 10000}, 10,
                           "Until a warehouse made from a snapshot takes queries; blocks follow as they are "
                           "asked for.",
                           assumed("not published; depends on the size")))),
        when("mode", {"provisioned"},
             advanced(real("snapshotHours", "Snapshot every", "h", {0.1, 24}, 8,
                           "An automated snapshot is taken so often, or sooner by what changed.",
                           documented(kSnapshots)))),
        when("mode", {"provisioned"},
             advanced(real("snapshotGb", "Snapshot after", "GB", {0.001, 1e6}, 5,
                           "Changed on a node since the last snapshot.", documented(kSnapshots)))),
        movable(Lever::More,
                integer("slots", "Query slots", "slots", {1, 50}, 5,
                        "Queries that run at once; the others queue, and AWS advises 15 or fewer.",
                        documented(kQueues))),
        when("mode", {"provisioned"},
             movable(Lever::More,
                     integer("scalingClusters", "Concurrency scaling clusters", "clusters", {0, 10}, 0,
                             "Extra clusters, as large as this one, take the queries that its slots have no "
                             "room for; beyond an hour a day they are billed while they have one.",
                             documented(kScaling)))),
        when("mode", {"provisioned"},
             advanced(real("scalingStartSeconds", "Start of an extra cluster", "s", {0, 3600}, 10,
                           "The first query on one takes so much longer.", assumed("not published")))),
        real("externalPercent", "Scanned in external tables", "%", kPercent, 0,
             "Share of what a query scans that lies in S3 and is read by Spectrum.", assumed("your tables")),
        real("externalReadPercent", "Read of external tables", "%", kPercent, 100,
             "Bytes read after format, compression and columns, as a share of those scanned.",
             assumed("depends on your tables; 100 is the largest bill")),
        advanced(
            real("spectrumMegabytesPerSecond", "Spectrum's rate for a query", "MB/s", {0.001, 1e6}, 500,
                 "Bytes of external tables that are read for one query a second; of a connected bucket as "
                 "it answers.",
                 assumed("not published; calibrate with a query of yours"))),
        advanced(real("externalObjectMib", "Objects of external tables", "MiB", {0.001, 102400}, 128,
                      "Read of one object, each by a request to a connected bucket.",
                      assumed("your tables"))),
        advanced(integer("spectrumRequests", "Objects read at once", "objects", {1, 10000}, 40,
                         "For one query, of a connected bucket.",
                         assumed("not published; calibrate with a query of yours"))),
        when("mode", {"serverless"},
             movable(Lever::More,
                     integer("baseRpu", "Base capacity", "RPU", {8, 512}, 128,
                             "Capacity each query may use, 16 GB of memory an RPU; AWS allows 8 to 512.",
                             assumed(std::string{"the range is AWS's, the default is not in it: "}
                                     + kServerless)))),
        real("copyMegabytesPerSecondPerSlice", "COPY rate of a slice", "MB/s", {0.001, 10000}, 20,
             "Compressed bytes one slice loads a second.",
             assumed("not published; calibrate with a load of yours")),
        real("copyOverheadSeconds", "COPY overhead", "s", {0, 3600}, 2,
             "Time every COPY takes however little it loads, commit included.", assumed("not published")),
        real("queryOverheadMillis", "Query overhead", "ms", {0, 600000}, 500,
             "Time every query takes however little it scans.", assumed("not published")),
        when("mode", {"serverless"},
             advanced(real("rpuPerSlice", "RPU that work like a slice", "RPU", {0.1, 512}, 8,
                           "Turns serverless capacity into slices for load and scan times.",
                           assumed("not published; serverless shows no slices")))),
        real("startingStorageGb", "Stored at the start", "GB", {0, 1e9}, 0,
             "What the warehouse holds before the first load.", assumed("your data")),
        real("compressionPercent", "Stored size", "%", {1, 1000}, 100,
             "Bytes kept as a share of the bytes loaded.",
             assumed("depends on your data; 100 changes nothing")),
    };

    spec.parameters.push_back(advanced(choice("zone", "Zone", {{"a", "a"}, {"b", "b"}, {"c", "c"}}, "a",
                                              "The Availability Zone it sits in.", assumed("your choice"))));
    spec.quotas = {{"Slots of a new manual queue", 5, "slots", kQueues},
                   {"Slots in all queues", 50, "slots", kLimits},
                   {"Concurrency scaling clusters", 10, "clusters", kLimits},
                   {"Connections", 2000, "connections", kLimits},
                   {"COPY row", 4, "MB", kLimits},
                   {"Least serverless charge", 60, "s", kServerlessBilling},
                   {"Memory of an RPU", 16, "GB", kServerless}};
    return spec;
}

}  // namespace plimsoll::services::redshift
