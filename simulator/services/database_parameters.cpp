// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_parameters.h"
#include "model/support/bytes.h"

#include <algorithm>

namespace plimsoll {

namespace {

constexpr const char* kYours = "depends on schema, indexes and statements; measure yours";
constexpr const char* kInstanceMemory =
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.MySQL.Parameters.html";
constexpr const char* kProxy =
    "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy-connections.html";

}  // namespace

std::vector<ParameterSpec> statementParameters()
{
    using namespace declare;
    return {
        real("readMillis", "Read, vCPU time", "ms", {0.001, 1e6}, 2,
             "Mean time that one read statement keeps a vCPU busy.", assumed(kYours)),
        real("writeMillis", "Write, vCPU time", "ms", {0.001, 1e6}, 3,
             "Mean time that one written row or document keeps a vCPU busy.", assumed(kYours)),
        choice("serviceDistribution", "vCPU time, law",
               {{"deterministic", "Always the mean"},
                {"exponential", "Exponential"},
                {"lognormal", "Log-normal"},
                {"uniform", "Uniform from 0 to twice the mean"}},
               "exponential", "How the times spread around their mean.", assumed(kYours)),
        when("serviceDistribution", {"lognormal"},
             real("serviceCv", "Coefficient of variation", "", {0, 100}, 1,
                  "Standard deviation of the time divided by its mean.", assumed(kYours))),
        real("pagesPerRead", "Pages of a read", "pages", {0, 1e6}, 4,
             "Pages that one read statement looks at; those not in memory are read from storage.",
             assumed(kYours)),
        real("operationsPerWrite", "Storage operations of a write", "operations", {0, 1e6}, 2,
             "Operations on the storage for one written row or document, its share of the log included.",
             assumed(kYours)),
        real("hotDataGib", "Data in use", "GiB", {0, 1e6}, 2,
             "What reads go to, evenly. What of it does not fit into the memory for pages is read from "
             "storage.",
             assumed("your data; the engine's own hit share says how much misses")),
        real("bufferPercent", "Memory for pages", "%", {1, 100}, 75,
             "Share of the instance's memory that keeps pages; the default of MySQL's buffer pool.",
             documented(kInstanceMemory)),
        advanced(real("storageMillis", "Time of a storage operation", "ms", {0, 1e5}, 1,
                      "What a statement that needs the storage waits for it, its turn apart.",
                      assumed("AWS says single-digit milliseconds for general-purpose volumes"))),
        real("latencyMillis", "Network time, median", "ms", {0, 1e5}, 0.5,
             "From the caller and back, without any work.", assumed("one zone or the next; measure yours")),
        real("latencyP99Millis", "Network time, 99th percentile", "ms", {0, 1e5}, 2,
             "With the median it sets the log-normal law of the network's time.",
             assumed("one zone or the next; measure yours")),
        real(
            "keptPercent", "Writes that add data", "%", {0, 100000}, 100,
            "Bytes by which the data grow, of the bytes written: updates add nothing, indexes more than all.",
            assumed(kYours)),
    };
}

std::vector<ParameterSpec> connectionParametersOf(const std::string& limitHelp, declare::Fact limitFact)
{
    using namespace declare;
    return {
        movable(Lever::More, integer("maxConnections", "Connections at most", "connections", {0, 100000}, 0,
                                     limitHelp, std::move(limitFact))),
        advanced(real("connectMillis", "Time to connect", "ms", {0, 60000}, 10,
                      "For a call that finds no open connection of its caller.",
                      assumed("TLS and sign-in; measure yours"))),
        advanced(integer(
            "idleConnectionSeconds", "Idle connections close after", "s", {1, 2592000}, 600,
            "By the caller's pool, by keep-alive, or by the database, whichever is first. An execution "
            "environment that is gone leaves its connection open until then.",
            assumed("engine, driver and keep-alive decide"))),
    };
}

std::vector<ParameterSpec> proxyParameters()
{
    using namespace declare;
    return {
        movable(
            Lever::Choices,
            yesNo("proxy", "RDS Proxy", false,
                  "All callers share connections to the primary, and wait for one instead of being refused.",
                  documented(kProxy))),
        when("proxy", {"true"},
             real("proxyPercent", "Connections of the proxy, at most", "%", {1, 100}, 100,
                  "MaxConnectionsPercent: of the database's connections.", documented(kProxy))),
        when("proxy", {"true"},
             integer("proxyWaitSeconds", "Wait for a connection, at most", "s", {1, 3600}, 120,
                     "The borrow timeout; then the call fails.", documented(kProxy))),
        when("proxy", {"true"},
             real("proxyMillis", "Time in the proxy", "ms", {0, 1000}, 1, "Added to every statement.",
                  assumed("not published; measure yours"))),
    };
}

std::vector<ParameterSpec> replicaParameters(int most, double lagMillis, declare::Fact number,
                                             declare::Fact lag)
{
    using namespace declare;
    return {
        movable(Lever::More,
                integer("replicas", "Replicas for reads", "replicas", {0, static_cast<double>(most)}, 0,
                        "Further instances of the same class; each is billed.", std::move(number))),
        real("replicaReadPercent", "Reads that go to replicas", "%", kPercent, 100,
             "Share of the reads that callers send to the replicas, if there are any.",
             assumed("your program's choice")),
        advanced(real("replicaLagMillis", "Replica lag", "ms", {0, 1e7}, lagMillis,
                      "From a write to its being readable on a replica, where nothing queues.",
                      std::move(lag))),
        advanced(
            real("replayPercent", "Replay of a write", "%", {0, 1000}, 30,
                 "vCPU time to apply a write on a replica, of what it took on the primary; one after the "
                 "other.",
                 assumed("depends on engine and statements"))),
    };
}

void configureStatements(const ComponentView& self, double pageBytes, double memoryBytes,
                         DatabaseConfig& config)
{
    config.read.processor = serviceTimeOf(self, self.number("readMillis") * 1e6);
    config.read.operations = self.number("pagesPerRead");
    config.write.processor = serviceTimeOf(self, self.number("writeMillis") * 1e6);
    config.write.operations = self.number("operationsPerWrite");
    config.read.volumeLatency = config.write.volumeLatency = fromNanos(self.number("storageMillis") * 1e6);
    config.network = Law::logNormalFromQuantiles(self.number("latencyMillis") * 1e6,
                                                 self.number("latencyP99Millis") * 1e6);
    const double hot = self.number("hotDataGib") * kGib;
    const double buffer = memoryBytes * self.number("bufferPercent") / 100;
    config.hitShare = hot > buffer ? buffer / hot : 1;
    config.bufferPages = std::min(hot, buffer) / pageBytes;
    config.storage.keptShare = self.number("keptPercent") / 100;
}

void configureConnections(const ComponentView& self, double engineDefault, const char* source,
                          DatabaseConfig& config)
{
    const double set = self.number("maxConnections");
    config.connections = {
        "connections", "Connections", "connections", set > 0 ? set : std::floor(engineDefault), 1, "",
        source};
    config.connect = fromNanos(self.number("connectMillis") * 1e6);
    config.idle = fromSeconds(self.number("idleConnectionSeconds"));
}

void configureProxy(const ComponentView& self, DatabaseConfig& config)
{
    if (!self.flag("proxy"))
        return;
    const double share = self.number("proxyPercent") / 100;
    config.proxy = ProxyConfig{std::max(1.0, std::floor(config.connections.perUnit * share)),
                               fromSeconds(self.number("proxyWaitSeconds")),
                               fromNanos(self.number("proxyMillis") * 1e6)};
    config.pool = {"pool", "Connections of the proxy", "connections", config.proxy->connections, 1, "",
                   kProxy};
}

void configureReplicas(const ComponentView& self, DatabaseConfig& config)
{
    config.replicas.count = static_cast<int>(self.number("replicas"));
    config.replicas.readShare = self.number("replicaReadPercent") / 100;
    config.replicas.lag = fromNanos(self.number("replicaLagMillis") * 1e6);
    config.replicas.replayShare = self.number("replayPercent") / 100;
}

}  // namespace plimsoll
