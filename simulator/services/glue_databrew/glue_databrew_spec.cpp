// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::glue_databrew {

ServiceSpec glueDatabrewSpec()
{
    using namespace declare;
    constexpr const char* kJobs = "https://docs.aws.amazon.com/databrew/latest/dg/jobs.html";
    ServiceSpec spec;
    spec.id = "glue-databrew";
    spec.name = "Glue DataBrew";
    spec.shortName = "DataBrew";
    spec.category = "analytics";
    spec.summary = "Cleans data by recipes that are clicked together; jobs run them on nodes.";
    spec.integrationName = "Glue DataBrew";
    spec.runsJobs = true;
    spec.slaPercent = 99.9;
    spec.slaSource = "assumed: AWS's page could not be read";
    spec.docsUrl = "https://docs.aws.amazon.com/databrew/latest/dg/what-is.html";
    spec.reader = {.batch = false, .enhanced = false};
    spec.parameters = {
        sizable(integer("nodes", "Nodes of a job", "nodes", {1, 149}, 5, "Nodes that a run may use at once.",
                        documented(kJobs))),
        real("startSeconds", "Start-up", "s", {0, 3600}, 120, "From the start of a run until it works.",
             assumed("not published; measure yours")),
        real("megabytesPerSecondPerNode", "Work rate of a node", "MB/s", {0.001, 10000}, 10,
             "Input bytes that one node gets through a second.",
             assumed("depends on the recipe; calibrate with one run")),
        real("commitSeconds", "Commit", "s", {0, 3600}, 10,
             "From the end of the work until the output is readable.", assumed("not published")),
        integer("sessions", "Sessions a month", "sessions", {0, 1000000}, 0,
                "Half-hours in which somebody works on a recipe.", assumed("your people")),
    };
    spec.meters = {counted("glue-databrew/node-hours", "Job nodes", "node-hour"),
                   meter(MeterClass::Stock, "glue-databrew/sessions", "Interactive sessions", "session")};
    spec.quotas = {{"Nodes of a job, unless set", 5, "nodes", kJobs}};
    return spec;
}

}  // namespace plimsoll::services::glue_databrew
