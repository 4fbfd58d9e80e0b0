// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_classes.h"
#include "simulator/services/database_cluster.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::documentdb {

ServiceSpec documentdbSpec();  // documentdb_spec.cpp

namespace {

constexpr const char* kLimits = "https://docs.aws.amazon.com/documentdb/latest/devguide/limits.html";

/// Of one instance, idle ones included, by its memory in GiB.
/// Source: https://docs.aws.amazon.com/documentdb/latest/devguide/limits.html
double connectionsOf(double memoryGib)
{
    return memoryGib < 8     ? 1000
           : memoryGib < 32  ? 3400
           : memoryGib < 64  ? 7000
           : memoryGib < 128 ? 14'200
                             : 28'400;
}

DatabaseConfig configure(const ComponentView& self)
{
    DatabaseConfig config = configureCluster(self, 8192);
    configureConnections(self, connectionsOf(classOf(self).memoryGib), kLimits, config);
    return config;
}

void bill(const ComponentView& self, const DatabaseLoad& load, const MeterSink& meters)
{
    billCluster(self, load, "", "", meters);
}

}  // namespace

Service documentdb()
{
    return serviceOf<DatabaseFamily>(documentdbSpec(), configure, bill);
}

}  // namespace plimsoll::services::documentdb
