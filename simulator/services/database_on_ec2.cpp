// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_on_ec2.h"

#include "model/support/bytes.h"
#include "simulator/services/database_classes.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace plimsoll::database_on_ec2 {

namespace {

constexpr const char* kTypesUrl = "https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html";
constexpr const char* kVolumes = "https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html";
/// What a gp3 volume does without more being paid for. Source: kVolumes
constexpr double kIncludedIops = 3000;
/// Instance types with a price whose memory the name says.
constexpr std::array<std::string_view, 9> kTypes{"m7g.large",  "m7g.xlarge",  "r5.large",
                                                 "r5.xlarge",  "r5.2xlarge",  "r6g.large",
                                                 "r6g.xlarge", "r6g.2xlarge", "r5.4xlarge"};

}  // namespace

void declareOn(ServiceSpec& spec, const Facts& facts)
{
    using namespace declare;
    constexpr const char* kYourServer = "you run it: measure it";
    spec.scope = ServiceScope::Zonal;
    spec.noun = "document";
    std::vector<ParameterChoice> types;
    for (const std::string_view type : kTypes) {
        types.push_back({std::string{type}, std::string{type}});
        spec.meters.push_back(held(spec.id + "/hours-" + std::string{type},
                                   "Instance hours, " + std::string{type}, "instance-hour"));
    }
    spec.parameters = {
        movable(Lever::Choices, choice("instanceClass", "Instance type", std::move(types), "r6g.xlarge",
                                       "vCPUs, memory and the price of an hour.", documented(kTypesUrl))),
        integer("storageGib", "Volume", "GiB", {1, 16384}, 200,
                "A gp3 volume of each instance, paid for whether it is full or not.", documented(kVolumes)),
        movable(Lever::More,
                integer("iops", "Operations of a volume", "IOPS", {3000, 16000}, 3000,
                        "3,000 come with a gp3 volume; more are paid for.", documented(kVolumes))),
        real("heldGib", "Data at the start", "GiB", {0, 16384}, 20, "Already on the volume.",
             assumed("your data")),
        integer("failoverSeconds", "Takeover takes", "s", {1, 3600},
                static_cast<std::int64_t>(facts.failoverSeconds),
                "Until a copy serves in place of a primary that is down; without a copy it stays down.",
                assumed(kYourServer)),
    };
    const auto append = [&](std::vector<ParameterSpec> more) {
        for (ParameterSpec& each : more)
            spec.parameters.push_back(std::move(each));
    };
    append(classParameters({kTypes.begin(), kTypes.end()}, false));
    append(connectionParametersOf(facts.connectionsHelp,
                                  assumed("the engine's default; your configuration sets it")));
    append(replicaParameters(facts.mostReplicas, 20, assumed("your cluster"),
                             assumed("your network; measure it")));
    append(statementParameters());
    spec.meters.push_back(kept(spec.id + "/storage-gb", "Volumes, gp3"));
    spec.meters.push_back(
        meter(MeterClass::Stock, spec.id + "/iops", "Operations beyond those included, gp3", "IOPS-month"));
    spec.quotas = {{"A gp3 volume without more being paid for", kIncludedIops, "IOPS", kVolumes},
                   {"A gp3 volume, at most", 16'000, "IOPS", kVolumes},
                   {"A gp3 volume, at most", 16, "TiB", kVolumes}};
}

DatabaseConfig of(const ComponentView& self, const Facts& facts)
{
    const DatabaseClass instance = classOf(self);
    DatabaseConfig config;
    config.processor = processorOf(instance);
    configureStatements(self, facts.pageBytes, instance.memoryGib * kGib, config);
    configureConnections(self, facts.connections, "set on the component", config);
    configureReplicas(self, config);
    if (config.replicas.count > 0)
        config.failover = fromSeconds(self.number("failoverSeconds"));
    config.coldAfterFailover = false;  // a copy has read and written the same data
    config.volume.perSecond = self.number("iops");
    config.storage.allocatedBytes = self.number("storageGib") * kGib;
    config.storage.heldBytes = self.number("heldGib") * kGib;
    config.vcpus = {"vcpus", "vCPUs", "vCPUs", instance.vcpus, 1, "", "set by the class"};
    config.operations = {"iops", "Storage operations", "IOPS", config.volume.perSecond, 1, "", kVolumes};
    config.allocated = {"storage", "Storage allocated",   "B", config.storage.allocatedBytes, 1,
                        "",        "set on the component"};
    return config;
}

void bill(const ComponentView& self, const DatabaseLoad&, const MeterSink& meters)
{
    const double instances = 1 + self.number("replicas"), gib = self.number("storageGib");
    const double more = std::max(0.0, self.number("iops") - kIncludedIops);
    const Derivation count = given("instances", instances, "");
    meters.level("hours-" + self.text("instanceClass"), instances, {count}, instances);
    meters.stock("storage-gb", instances * gib, 0, {count, given("volume of an instance", gib, "GiB")});
    meters.stock("iops", instances * more, 0, {count, given("beyond what is included", more, "IOPS")});
}

}  // namespace plimsoll::database_on_ec2
