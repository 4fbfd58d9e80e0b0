// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/services/database_parameters.h"

#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

/// What tells one service of clusters over shared storage from another: instances that all read the same volume, which
/// grows by itself and has no bound of its own on operations.
struct ClusterFacts {
    std::string service;                    ///< id
    std::vector<std::string_view> classes;  ///< with a price
    std::string_view firstClass;            ///< unless told otherwise
    std::string unit;                       ///< of serverless capacity, "ACU"; empty = there is none
    double mostUnits = 0;                   ///< of it
    bool ioOptimised = true;                ///< the storage may cost more and bill no operations
    std::string pricing, scaling;           ///< sources
    std::string failoverUrl;                ///< empty = no time is published
    std::string replicasUrl, storageUrl;
};

bool isServerless(const ComponentView& self);
bool isIoOptimised(const ComponentView& self);
/// Memory of one instance, at its largest.
double memoryBytesOf(const ComponentView& self);
/// Serverless: units that all instances together have, time mean.
double unitsOf(const ComponentView& self, const DatabaseLoad& load);

std::vector<ParameterSpec> clusterParameters(const ClusterFacts& facts);
/// `suffixes`: what meter names end in for each engine, with its words; one empty pair where there is one engine.
void addClusterMeters(const ClusterFacts& facts,
                      const std::vector<std::pair<std::string, std::string>>& suffixes, ServiceSpec& spec);
/// All but the connections.
DatabaseConfig configureCluster(const ComponentView& self, double pageBytes);
/// `further`: instances in a second Region, which keeps all data once more.
void billCluster(const ComponentView& self, const DatabaseLoad& load, const std::string& unit,
                 const std::string& suffix, const MeterSink& meters, double further = 0);

}  // namespace plimsoll
