// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/dms/instance_types.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::dms {

namespace {

constexpr const char* kPractices = "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_BestPractices.html";
constexpr const char* kTuning = "https://docs.aws.amazon.com/dms/latest/userguide/"
                                "CHAP_Tasks.CustomizingTasks.TaskSettings.ChangeProcessingTuning.html";
constexpr const char* kLimits = "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Limits.html";
constexpr const char* kPricing = "https://aws.amazon.com/dms/pricing/";

std::vector<ParameterSpec> dmsParameters()
{
    using namespace declare;
    std::vector<ParameterChoice> types;
    for (const std::string_view type : kDmsInstanceTypes)
        types.push_back({std::string{type}, std::string{type}});
    return {
        choice("instanceType", "Replication instance", types, "r5.large", "What an hour of it costs.",
               documented(kPricing)),
        sizable(
            integer("linkMbps", "Path, bandwidth", "Mbit/s", {1, 100000}, 1000,
                    "Of the line between source and target: a VPN, Direct Connect, the network in a Region.",
                    assumed("your line"))),
        real("linkUsePercent", "Path, usable", "%", {1, 100}, 80,
             "Share of the bandwidth that loads and changes get.",
             assumed("the rest is for others and for headers")),
        real("loadMegabytesPerSecond", "Full load, at most", "MB/s", {0, 100000}, 0,
             "What source, instance and target get through; 0 leaves it to the path.",
             assumed("not published; measure yours")),
        real("loadWithinHours", "Full load within", "h", {0.01, 8760}, 168,
             "Time a full load may take: sizes the path.", assumed("your choice")),
        movable(Lever::More, real("changesPerSecond", "Changes applied", "changes/s", {0.1, 1000000}, 1500,
                                  "Small changes that are applied one after the other.",
                                  assumed("not published; measure yours"))),
        yesNo("batchApply", "Batch apply", false, "Changes are gathered and applied together.",
              documented(kTuning)),
        when("batchApply", {"true"},
             real("batchChangesPerSecond", "Changes applied in batches", "changes/s", {0.1, 1000000}, 20000,
                  "Instead of one after the other.", assumed("not published; measure yours"))),
        when("batchApply", {"true"},
             real("batchSeconds", "Gathered for", "s", {1, 30}, 1, "How often a batch is made.",
                  documented(kTuning))),
        advanced(integer("appliers", "Threads that apply", "threads", {1, 32}, 1,
                         "Changes under way to the target at once.",
                         assumed("depends on the kind of target"))),
        advanced(real("retrySeconds", "Tried again after", "s", {0.1, 3600}, 5,
                      "A change that the target refused; those behind it wait.", assumed("not published"))),
        integer("extraStorageGib", "Further storage", "GiB", {0, 30000}, 0,
                "For changes that wait, beside the 50 GiB included.", documented(kLimits)),
    };
}

}  // namespace

ServiceSpec dmsSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "dms";
    spec.name = "Database Migration Service";
    spec.shortName = "DMS";
    spec.category = "database";
    spec.summary = "Copies a database over a line, then keeps the copy up to date with its changes.";
    spec.integrationName = "DMS";
    spec.noun = "change";
    spec.runsJobs = true;
    spec.scope = ServiceScope::Zonal;
    spec.docsUrl = "https://docs.aws.amazon.com/dms/latest/userguide/Welcome.html";
    spec.parameters = dmsParameters();
    for (const std::string_view type : kDmsInstanceTypes)
        spec.meters.push_back(held("dms/instance-hours-" + std::string{type},
                                   "Instance hours, " + std::string{type}, "instance-hour"));
    spec.meters.push_back(kept("dms/storage", "Further storage"));
    spec.quotas = {{"Tables loaded at once, default", 8, "tables", kPractices},
                   {"Tables loaded at once, at most", 49, "tables", kPractices},
                   {"Rows of a commit, default", 10000, "rows", kPractices},
                   {"Memory for changes of a task", 1024, "MB", kTuning},
                   {"Longest wait of a batch", 30, "s", kTuning},
                   {"Replication instances", 60, "instances", kLimits},
                   {"Tasks of an instance", 200, "tasks", kLimits},
                   {"Storage of all instances", 30000, "GB", kLimits}};
    return spec;
}

}  // namespace plimsoll::services::dms
