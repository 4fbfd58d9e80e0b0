// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::sagemaker_transform {

ServiceSpec sagemakerTransformSpec()
{
    using namespace declare;
    constexpr const char* kGuide = "https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform.html";
    ServiceSpec spec;
    spec.id = "sagemaker-transform";
    spec.name = "SageMaker batch transform";
    spec.shortName = "Batch transform";
    spec.category = "compute";
    spec.summary = "A model that goes through a bucket on instances that are there for the job alone.";
    spec.integrationName = "SageMaker endpoint";
    spec.runsJobs = true;
    spec.docsUrl = kGuide;
    spec.reader = {.batch = false, .enhanced = false};
    spec.parameters = {
        sizable(integer("instances", "Instances", "instances", {1, 100}, 2, "Of each job, all of one type.",
                        assumed("your choice"))),
        real("megabytesPerSecond", "Work rate of an instance", "MB/s", {0.0001, 10000}, 1,
             "Input bytes that the model gets through on one.",
             assumed("your model; calibrate with one job")),
        real("startSeconds", "Start-up", "s", {0, 7200}, 240,
             "From the start of a job until its instances have the model; billed.",
             assumed("not published; measure yours")),
        real("commitSeconds", "Commit", "s", {0, 3600}, 10,
             "From the end of the work until the output is readable.", assumed("not published")),
        real("pricePerHourUsd", "Price of an instance", "USD/h", {0, 1000}, 0,
             "What an hour of the type costs; no price of batch transform is collected.",
             assumed("see the price page for your type")),
    };
    spec.meters = {held("sagemaker-transform/instance-hours", "Instance hours", "instance-hour")};
    return spec;
}

}  // namespace plimsoll::services::sagemaker_transform
