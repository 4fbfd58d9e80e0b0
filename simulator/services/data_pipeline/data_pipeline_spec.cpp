// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/instance_types.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::data_pipeline {

ServiceSpec dataPipelineSpec()
{
    using namespace declare;
    constexpr const char* kGuide =
        "https://docs.aws.amazon.com/datapipeline/latest/DeveloperGuide/what-is-datapipeline.html";
    constexpr const char* kYours = "your program; calibrate with one run";
    ServiceSpec spec;
    spec.id = "data-pipeline";
    spec.name = "Data Pipeline";
    spec.shortName = "Data Pipeline";
    spec.category = "integration";
    spec.summary = "Runs activities by schedule on instances it starts; closed to new customers, Glue or "
                   "Step Functions follow it.";
    spec.integrationName = "Data Pipeline";
    spec.runsJobs = true;
    spec.status = ServiceStatus::Legacy;
    spec.docsUrl = kGuide;
    spec.reader = {.batch = false, .enhanced = false};
    std::vector<ParameterChoice> types;
    for (const std::string_view type : kEc2InstanceTypes) {
        types.push_back({std::string{type}, std::string{type}});
        spec.meters.push_back(counted("data-pipeline/hours-" + std::string{type},
                                      "Instance hours, " + std::string{type}, "instance-hour"));
    }
    spec.parameters = {
        choice("instanceType", "Instance type", std::move(types), "m5.large",
               "Instances that a run starts for itself and ends.", assumed("your choice")),
        sizable(integer("instances", "Instances of a run", "instances", {1, 1000}, 1,
                        "They share the work of a run.", assumed("your choice"))),
        real("startSeconds", "Start-up", "s", {0, 7200}, 300,
             "From the date of a run until its instances work: they boot and fetch the task runner.",
             assumed("not published")),
        real("megabytesPerSecondPerInstance", "Work rate of an instance", "MB/s", {0.001, 10000}, 20,
             "Input bytes that one instance gets through a second.", assumed(kYours)),
        real("commitSeconds", "Commit", "s", {0, 3600}, 10,
             "From the end of the work until the output is readable.", assumed(kYours)),
        integer("activities", "Activities", "activities", {1, 10000}, 1,
                "Activities and preconditions that run more than once a day; each is billed by the month.",
                assumed("your pipeline")),
    };
    spec.meters.push_back(meter(MeterClass::Stock, "data-pipeline/activities",
                                "Activities, more than once a day", "activity-month"));
    return spec;
}

}  // namespace plimsoll::services::data_pipeline
