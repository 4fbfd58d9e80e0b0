// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_cluster.h"

#include "model/support/bytes.h"
#include "simulator/services/database_classes.h"

#include <algorithm>

namespace plimsoll {

namespace {

constexpr const char* kOfUnit = "AWS states no vCPUs, and the memory only roughly";

std::string lower(std::string word)
{
    std::transform(word.begin(), word.end(), word.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return word;
}

}  // namespace

bool isServerless(const ComponentView& self)
{
    return findParameter(*self.spec, "capacity") && self.text("capacity") == "serverless";
}

bool isIoOptimised(const ComponentView& self)
{
    return findParameter(*self.spec, "storage") && self.text("storage") == "io-optimized";
}

double memoryBytesOf(const ComponentView& self)
{
    return (isServerless(self) ? self.number("mostUnits") * self.number("unitGib") : classOf(self).memoryGib)
           * kGib;
}

double unitsOf(const ComponentView& self, const DatabaseLoad& load)
{
    return load.capacityVcpus / self.number("unitVcpus");
}

std::vector<ParameterSpec> clusterParameters(const ClusterFacts& facts)
{
    using namespace declare;
    std::vector<ParameterChoice> classes;
    for (const std::string_view each : facts.classes)
        classes.push_back({std::string{each}, std::string{each.substr(3)}});
    ParameterSpec instance = movable(
        Lever::Choices, choice("instanceClass", "Instance class", classes, std::string{facts.firstClass},
                               "vCPUs, memory and the price of an hour.", documented(facts.pricing)));
    std::vector<ParameterSpec> own;
    if (facts.unit.empty()) {
        own.push_back(std::move(instance));
    } else {
        const std::vector<std::string> serverless{"serverless"};
        own = {
            choice("capacity", "Capacity", {{"provisioned", "Instances"}, {"serverless", "Serverless"}},
                   "provisioned", "Instances of a class, or capacity that follows the load.",
                   documented(facts.pricing)),
            when("capacity", {"provisioned"}, std::move(instance)),
            when("capacity", serverless,
                 real("leastUnits", facts.unit + " at least", facts.unit, {0.5, facts.mostUnits}, 1,
                      "It never has less, and this much is always billed.", documented(facts.scaling))),
            when("capacity", serverless,
                 movable(Lever::More,
                         real("mostUnits", facts.unit + " at most", facts.unit, {0.5, facts.mostUnits}, 8,
                              "It never has more.", documented(facts.scaling)))),
            when("capacity", serverless,
                 advanced(real("unitVcpus", "vCPUs of one " + facts.unit, "vCPUs", {0.01, 16}, 0.25,
                               "A memory-optimised instance has one vCPU to 8 GiB.", assumed(kOfUnit)))),
            when("capacity", serverless,
                 advanced(real("unitGib", "Memory of one " + facts.unit, "GiB", {0.1, 64}, 2,
                               "What keeps pages, and sets the connections of some engines.",
                               assumed(kOfUnit)))),
            when("capacity", serverless,
                 real("targetPercent", "Busy vCPUs it keeps", "%", {10, 100}, 70,
                      "Capacity grows above this share and shrinks below it.",
                      assumed("how it decides is not published"))),
            when("capacity", serverless,
                 real("doublingSeconds", "Capacity doubles in", "s", {0.1, 3600}, 60,
                      "At most; AWS says that it grows faster the larger it is.",
                      assumed("the speed of a step is not published"))),
            when("capacity", serverless,
                 advanced(real("halvingSeconds", "Capacity halves in", "s", {0.1, 86400}, 300, "At most.",
                               assumed("the speed of a step is not published")))),
        };
    }
    std::vector<ParameterSpec> ofClass = classParameters(facts.classes, !facts.unit.empty());
    own.insert(own.end(), ofClass.begin(), ofClass.end());
    if (facts.ioOptimised)
        own.push_back(choice(
            "storage", "Storage", {{"standard", "Standard"}, {"io-optimized", "I/O-Optimized"}}, "standard",
            "Standard bills each operation; I/O-Optimized costs more by the hour and gigabyte.",
            documented(facts.pricing)));
    own.push_back(real("heldGib", "Data at the start", "GiB", {0, 262144}, 20,
                       "Already in the storage, which grows with what is written.", assumed("your data")));
    own.push_back(real("backupGib", "Backups to pay for", "GiB", {0, 1e6}, 0,
                       "Beyond what is free: as much as the data take, for the retention of a day.",
                       documented(facts.pricing)));
    const declare::Fact failover =
        facts.failoverUrl.empty() ? assumed("AWS publishes no time") : documented(facts.failoverUrl);
    own.push_back(integer("failoverSeconds", "Failover to a replica takes", "s", {1, 3600}, 30,
                          "Until a replica has become the primary and takes writes.", failover));
    own.push_back(integer("recreateSeconds", "A new primary takes", "s", {1, 86400}, 600,
                          "Where there is no replica to take over.", failover));
    return own;
}

void addClusterMeters(const ClusterFacts& facts,
                      const std::vector<std::pair<std::string, std::string>>& suffixes, ServiceSpec& spec)
{
    using namespace declare;
    const std::string of = facts.service + "/";
    for (const auto& [id, words] :
         {std::pair<std::string, std::string>{"", ""}, {"io-optimized-", ", I/O-Optimized"}}) {
        if (!id.empty() && !facts.ioOptimised)
            continue;
        for (const auto& [suffix, engine] : suffixes)
            for (const std::string_view instance : facts.classes)
                spec.meters.push_back(held(
                    of + id + "instance-hours-" + std::string{instance} + suffix,
                    "Instance hours, " + std::string{instance.substr(3)} + engine + words, "instance-hour"));
        if (!facts.unit.empty())
            spec.meters.push_back(held(of + id + lower(facts.unit) + "-hours", "Serverless capacity" + words,
                                       facts.unit + "-hour"));
        spec.meters.push_back(kept(of + id + "storage", "Storage" + words));
    }
    spec.meters.push_back(counted(of + "io-requests", "I/O requests", "request"));
    spec.meters.push_back(held(of + "surplus-vcpu-hours", "Burst beyond what was saved", "vCPU-hour"));
    spec.meters.push_back(kept(of + "backup", "Backups"));
}

DatabaseConfig configureCluster(const ComponentView& self, double pageBytes)
{
    DatabaseConfig config;
    if (isServerless(self)) {
        ElasticConfig elastic;
        const double ofUnit = self.number("unitVcpus");
        elastic.leastVcpus = self.number("leastUnits") * ofUnit;
        elastic.mostVcpus = std::max(self.number("mostUnits"), self.number("leastUnits")) * ofUnit;
        elastic.stepVcpus = 0.5 * ofUnit;
        elastic.target = self.number("targetPercent") / 100;
        elastic.doubling = fromSeconds(self.number("doublingSeconds"));
        elastic.halving = fromSeconds(self.number("halvingSeconds"));
        config.elastic = elastic;
        config.processor.vcpus = elastic.mostVcpus;
    } else {
        config.processor = processorOf(classOf(self));
    }
    configureStatements(self, pageBytes, memoryBytesOf(self), config);
    configureReplicas(self, config);
    config.failover =
        fromSeconds(self.number(config.replicas.count > 0 ? "failoverSeconds" : "recreateSeconds"));
    // What takes over has its own memory, which holds what it read itself: a replica's, of nothing the primary had.
    config.storage.heldBytes = self.number("heldGib") * kGib;
    config.vcpus = {"vcpus", "vCPUs", "vCPUs", config.processor.vcpus, 1, "", "set by class or capacity"};
    return config;
}

void billCluster(const ComponentView& self, const DatabaseLoad& load, const std::string& unit,
                 const std::string& suffix, const MeterSink& meters, double further)
{
    const std::string optimised = isIoOptimised(self) ? "io-optimized-" : "";
    const double instances = 1 + self.number("replicas") + further, copies = further > 0 ? 2 : 1;
    if (isServerless(self))
        meters.level(optimised + lower(unit) + "-hours", unitsOf(self, load),
                     {given("capacity of all instances", unitsOf(self, load), unit)});
    else
        meters.level(
            optimised + "instance-hours-" + self.text("instanceClass") + suffix, instances,
            {given(further > 0 ? "primary, replicas and the second Region's" : "primary and replicas",
                   instances, "")});
    std::vector<Derivation> stored{given("data at the start", self.number("heldGib"), "GB"),
                                   given("data added", load.keptBytes / kGib, "GB/s")};
    if (copies > 1)
        stored.push_back(given("Regions that keep them", copies, ""));
    meters.stock(optimised + "storage", copies * self.number("heldGib"), copies * load.keptBytes / kGib,
                 std::move(stored));
    if (!isIoOptimised(self))
        meters.count("io-requests", load.operations,
                     {given("pages read and writes", load.operations, "1/s")});
    meters.level("surplus-vcpu-hours", load.surplusVcpuSeconds,
                 {given("vCPUs beyond what the class earns", load.surplusVcpuSeconds, "vCPU")});
    meters.stock("backup", self.number("backupGib"), 0, {given("backups", self.number("backupGib"), "GB")});
}

}  // namespace plimsoll
