// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/batch_cluster/batch_cluster.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::glue_databrew {

ServiceSpec glueDatabrewSpec();  // glue_databrew_spec.cpp

namespace {

ClusterConfig configure(const ComponentView& self)
{
    const double perNode = self.number("megabytesPerSecondPerNode") * 1e6;
    ClusterConfig config;
    config.startUp = fromSeconds(self.number("startSeconds"));
    config.bytesPerSecond = self.number("nodes") * perNode;
    config.commit = fromSeconds(self.number("commitSeconds"));
    config.billsStartUp = false;
    config.sized = "nodes";
    config.sizedUnit = "nodes";
    config.sizedNow = self.number("nodes");
    config.bytesPerSized = perNode;
    config.busy = {"jobs", "Jobs at work", "jobs", 1, 1, "", "a job for each run"};
    config.idle = "idle: add a job";
    return config;
}

void bill(const ComponentView& self, const ClusterLoad& load, const MeterSink& meters)
{
    const double nodes = self.number("nodes");
    meters.count("node-hours", load.billed * nodes / 3600,
                 {given("runs that work, on average", load.billed, ""), given("nodes of a run", nodes, "")});
    const double sessions = self.number("sessions");
    meters.stock("sessions", sessions, 0, {given("sessions a month", sessions, "")});
}

}  // namespace

Service glueDatabrew()
{
    return serviceOf<BatchClusterFamily>(glueDatabrewSpec(), configure, bill);
}

}  // namespace plimsoll::services::glue_databrew
