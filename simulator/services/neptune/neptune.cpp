// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_classes.h"
#include "simulator/services/database_cluster.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::neptune {

ServiceSpec neptuneSpec();  // neptune_spec.cpp

namespace {

constexpr const char* kLimits = "https://docs.aws.amazon.com/neptune/latest/userguide/limits.html";

/// WebSocket connections of one instance, by its memory in GiB.
/// Source: https://docs.aws.amazon.com/neptune/latest/userguide/limits.html
double connectionsOf(const ComponentView& self)
{
    if (isServerless(self))
        return 32'768;
    const double memoryGib = classOf(self).memoryGib;
    return memoryGib < 8     ? 512
           : memoryGib < 32  ? 2048
           : memoryGib < 64  ? 4096
           : memoryGib < 128 ? 8192
                             : 16'384;
}

DatabaseConfig configure(const ComponentView& self)
{
    DatabaseConfig config = configureCluster(self, 8192);
    configureConnections(self, connectionsOf(self), kLimits, config);
    return config;
}

void bill(const ComponentView& self, const DatabaseLoad& load, const MeterSink& meters)
{
    billCluster(self, load, "NCU", "", meters);
}

}  // namespace

Service neptune()
{
    return serviceOf<DatabaseFamily>(neptuneSpec(), configure, bill);
}

}  // namespace plimsoll::services::neptune
