// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/connection_parameters.h"
#include "model/catalog/integrations.h"
#include "model/validation/issue.h"
#include "simulator/draws/random.h"
#include "simulator/estimate/flow.h"
#include "simulator/services/builtin_services.h"
#include "simulator/services/service.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace plimsoll::tests {

/// Makes legal designs from one number: any of the simulated services, connected in any way the integrations table
/// allows, with parameters, traffic, faults, queries and jobs from sensible ranges.
class RandomDesign {
public:
    RandomDesign(std::uint64_t seed, const ServiceLibrary& library) : m_state{mix64(seed)}, m_library{library}
    {}

    Design make()
    {
        Scenario scenario;
        scenario.id = "main";
        scenario.label = "Main";
        scenario.durationSeconds = std::round(real(20, 120));
        m_design = {};
        m_design.title = "Random";
        m_design.scenarios.push_back(scenario);
        const int sources = chance(0.25) ? 2 + static_cast<int>(below(2)) : 1;
        const int others = 1 + static_cast<int>(below(static_cast<std::uint64_t>(12 - sources)));
        for (int n = 0; n < sources; ++n)
            place("traffic-source");
        for (int n = 0; n < others; ++n)
            place(kPlaced[below(std::size(kPlaced))]);
        // Every component gets one way in from an earlier one where the table knows one, some get more.
        for (std::size_t to = static_cast<std::size_t>(sources); to < m_design.components.size(); ++to) {
            const auto start = static_cast<std::size_t>(below(to));
            for (std::size_t step = 0; step < to; ++step) {
                if (connect((start + step) % to, to))
                    break;
            }
            while (chance(0.3))
                connect(static_cast<std::size_t>(below(to)), to);
        }
        addTraffic();
        addQueriesAndJobs();
        addFaults();
        addObjectives();
        addDeadLetters();
        addSpot();
        addRedrives();
        addUsers();
        addChanges();
        sort();
        keepAffordable();
        return m_design;
    }

    /// The same with a load that never changes, long enough for its means: no faults, jobs or questions of its own.
    Design makeSteady()
    {
        make();
        keepSteady();
        return m_design;
    }
    /// A source and up to three others of all the services there are, each behind one before it, as they are by default
    /// but for what their connections say; under a load that never changes.
    Design makeSteadyOfAll()
    {
        m_design = {};
        m_design.title = "Random";
        m_design.scenarios.emplace_back();
        scenario().id = "main";
        std::vector<std::string> others;
        for (const ServiceSpec& spec : m_library.catalog().all()) {
            if (!spec.isSource && spec.accepts && m_library.find(spec.id)->makeNode)
                others.push_back(spec.id);
        }
        add("traffic-source");
        m_design.components.front().parameters["recordSizeBytes"] = whole(100, 20'000);
        const std::size_t all = 2 + static_cast<std::size_t>(below(3));
        for (int tries = 0; m_design.components.size() < all && tries < 200; ++tries) {
            add(others[below(others.size())]);
            const std::size_t last = m_design.components.size() - 1;
            const std::size_t from = chance(0.7) ? last - 1 : static_cast<std::size_t>(below(last));
            if (!connect(from, last))
                m_design.components.pop_back();
        }
        scenario().traffic[m_design.components.front().id] = {};
        sort();
        keepSteady();
        keepAffordable();
        return m_design;
    }

private:
    void sort()
    {
        std::sort(m_design.components.begin(), m_design.components.end(),
                  [](const auto& a, const auto& b) { return a.id < b.id; });
        std::sort(m_design.connections.begin(), m_design.connections.end(),
                  [](const auto& a, const auto& b) { return a.id < b.id; });
    }
    void keepSteady()
    {
        scenario().durationSeconds = 3 * 3600;
        scenario().faults.clear();
        scenario().queries.clear();
        scenario().jobs.clear();
        scenario().redrives.clear();
        scenario().changes.clear();
        scenario().replays.clear();
        std::erase_if(m_design.components, [](const Component& each) { return each.service == "users"; });
        std::erase_if(m_design.connections, [this](const Connection& each) {
            return !findComponent(m_design, each.from) || !findComponent(m_design, each.to);
        });
        // What gives up or comes back does so by the tails of laws, of which means know nothing; what scales swings about a
        // few units.
        const auto isPatience = [](const auto& each) {
            static constexpr std::array kWords{"timeout", "visibility", "caling"};
            return std::any_of(kWords.begin(), kWords.end(), [&each](const char* word) {
                return each.first.find(word) != std::string::npos;
            });
        };
        for (Component& component : m_design.components)
            std::erase_if(component.parameters, isPatience);
        for (Connection& connection : m_design.connections) {
            std::erase_if(connection.parameters, isPatience);
            // A source that collects sends volleys.
            if (scenario().traffic.contains(connection.from))
                connection.parameters.erase("batchSize");
        }
        // What no table of AWS knows between two of its own services is a guess on both sides.
        std::erase_if(m_design.connections, [this](const Connection& each) {
            const ServiceSpec& from = m_library.find(findComponent(m_design, each.from)->service)->spec;
            const ServiceSpec& to = m_library.find(findComponent(m_design, each.to)->service)->spec;
            return !from.integrationName.empty() && !to.integrationName.empty()
                   && IntegrationTable::builtin().judge(from, to).verdict == Legality::Verdict::CustomCode;
        });
        for (auto& [source, profile] : scenario().traffic) {
            TrafficProfile steady;
            steady.ratePerSecond = wide(1, 20);
            steady.arrivals = Arrivals::Poisson;
            profile = steady;
        }
    }

    static constexpr const char* kPlaced[] = {"api-gateway",
                                              "lambda",
                                              "lambda",
                                              "kinesis-data-streams",
                                              "kinesis-data-streams",
                                              "data-firehose",
                                              "dynamodb",
                                              "dynamodb",
                                              "s3",
                                              "redshift",
                                              "emr",
                                              "custom-server",
                                              "sqs",
                                              "sqs",
                                              "ec2"};
    static constexpr double kMostWork =
        120'000;  ///< records over all components, so that hundreds of designs run

    std::uint64_t bits()
    {
        m_state += 0x9E3779B97F4A7C15ull;
        return mix64(m_state);
    }
    double unit() { return toUnit(bits()); }
    bool chance(double p) { return unit() < p; }
    std::uint64_t below(std::uint64_t n) { return bits() % n; }
    double real(double low, double high) { return low + (high - low) * unit(); }
    /// Spread evenly over the orders of magnitude.
    double wide(double low, double high) { return low * std::exp(std::log(high / low) * unit()); }
    std::int64_t whole(double low, double high)
    {
        return static_cast<std::int64_t>(std::round(wide(low, high)));
    }
    template <class T>
    T any(std::initializer_list<T> of)
    {
        return *(of.begin() + static_cast<std::ptrdiff_t>(below(of.size())));
    }
    std::string word(std::initializer_list<const char*> of) { return any(of); }
    /// One of these that the parameter offers.
    std::string oneOf(const ParameterSpec& spec, std::initializer_list<const char*> of)
    {
        std::vector<const char*> offered;
        for (const char* each : of) {
            if (std::any_of(spec.choices.begin(), spec.choices.end(),
                            [&](const ParameterChoice& choice) { return choice.value == each; }))
                offered.push_back(each);
        }
        return offered.empty() ? toString(spec.defaultValue) : offered[below(offered.size())];
    }

    /// As it is by default.
    Component& add(const std::string& service)
    {
        Component component;
        component.id = freeId(m_design, service);
        component.service = service;
        component.label = component.id;
        return m_design.components.emplace_back(std::move(component));
    }
    void place(const std::string& service)
    {
        ParameterMap& p = add(service).parameters;
        if (service == "users") {
            p["users"] = whole(1, 20);
            p["thinkSeconds"] = wide(0.1, 20);
            p["thinkDistribution"] = word({"deterministic", "exponential", "uniform"});
            p["retry"] = word({"none", "fixed", "exponential", "sdk-standard"});
            p["maxAttempts"] = whole(1, 5);
            p["retryDelayMillis"] = whole(1, 2000);
            p["retryBudgetPercent"] = real(0, 50);
            p["breaker"] = chance(0.5);
            p["breakerMinimumCalls"] = whole(1, 10);
            p["breakerOpenSeconds"] = wide(0.05, 20);
        } else if (service == "traffic-source") {
            if (chance(0.2))
                p["recordSizeBytes"] =
                    RawJson{"{\"distribution\":\"lognormal\",\"medianBytes\":700,\"p99Bytes\":9000}"};
            else
                p["recordSizeBytes"] = whole(50, 60'000);
            p["keys"] = whole(1, 100'000);
            if (chance(0.3))
                p["keySkew"] = real(0, 1.5);
            if (chance(0.2))
                p["hotKeyShare"] = real(0, 0.6);
            p["retry"] = word({"none", "none", "fixed", "exponential", "sdk-legacy", "sdk-standard"});
            p["retryJitter"] = word({"none", "full", "equal", "decorrelated"});
            if (chance(0.2))
                p["retryBudgetPercent"] = real(0, 50);
            p["breaker"] = chance(0.2);
            p["breakerMinimumCalls"] = whole(1, 30);
            p["breakerOpenSeconds"] = wide(0.05, 20);
            p["maxAttempts"] = whole(1, 5);
            p["retryDelayMillis"] = whole(1, 2000);
        } else if (service == "api-gateway") {
            if (chance(0.3)) {
                p["ratePerSecond"] = whole(1, 300);
                p["burst"] = whole(1, 300);
            }
            if (chance(0.3))
                p["timeoutMillis"] = whole(50, 3000);
            p["apiType"] = word({"http", "rest"});
        } else if (service == "lambda") {
            p["fixedMillis"] = wide(1, 1500);
            p["perRecordMicros"] = wide(1, 20'000);
            p["timeoutSeconds"] = whole(1, 10);
            if (chance(0.3))
                p["reservedConcurrency"] = whole(1, 40);
            if (chance(0.2))
                p["provisionedConcurrency"] = whole(1, 10);
            if (chance(0.2))
                p["scalingPer10Seconds"] = whole(1, 50);
            if (chance(0.3))
                p["errorPercent"] = real(0, 40);
            p["architecture"] = word({"x86", "arm"});
        } else if (service == "kinesis-data-streams") {
            p["mode"] = word({"provisioned", "provisioned", "on-demand"});
            if (chance(0.7))
                p["shards"] = whole(1, 6);
            if (chance(0.3))
                p["recordsPerShard"] = whole(5, 500);
            p["putLatencyMillis"] = whole(1, 300);
        } else if (service == "data-firehose") {
            p["bufferMib"] = whole(1, 5);
            p["bufferSeconds"] = std::int64_t{static_cast<std::int64_t>(below(40))};
            p["compressionPercent"] = real(5, 100);
            p["dynamicPartitioning"] = chance(0.3);
            p["formatConversion"] = chance(0.3);
            if (chance(0.3))
                p["directPutRecordsPerSecond"] = whole(1, 400);
            if (chance(0.3))
                p["retryHours"] = std::int64_t{0};
            p["pollMillis"] = whole(50, 3000);
        } else if (service == "dynamodb") {
            p["mode"] = word({"provisioned", "on-demand"});
            if (chance(0.7)) {
                p["wcu"] = whole(1, 2000);
                p["rcu"] = whole(1, 2000);
            }
            p["autoScaling"] = chance(0.3);
            p["stream"] = word({"off", "new-image", "keys-only"});
            p["consistentReads"] = chance(0.5);
            p["burstSeconds"] = std::int64_t{static_cast<std::int64_t>(below(300))};
            p["writeLatencyMillis"] = wide(0.5, 200);
        } else if (service == "s3") {
            p["prefixes"] = whole(1, 4);
            if (chance(0.3))
                p["putsPerPrefix"] = whole(1, 50);
            if (chance(0.2))
                p["getsPerPrefix"] = whole(1, 50);
            p["firstByteMillis"] = wide(1, 400);
            p["notificationMillis"] = whole(1, 5000);
            p["storageClass"] = word({"standard", "standard-ia", "glacier-instant"});
        } else if (service == "redshift") {
            p["mode"] = word({"provisioned", "serverless"});
            p["slots"] = whole(1, 10);
            p["copyOverheadSeconds"] = real(0, 6);
            p["copyMegabytesPerSecondPerSlice"] = wide(0.01, 30);
        } else if (service == "emr") {
            p["lifecycle"] = word({"transient", "long-running"});
            p["startMinutes"] = real(0, 0.5);
            p["commitSeconds"] = real(0, 8);
            p["megabytesPerSecondPerVcpu"] = wide(0.001, 10);
            p["taskNodesSpot"] = chance(0.5);
        } else if (service == "sqs") {
            p["visibilitySeconds"] = whole(10, 60);  // no less than a function may run
            p["maxReceives"] = whole(1, 5);
            p["retentionSeconds"] = whole(60, 200);
            if (chance(0.3))
                p["delaySeconds"] = whole(1, 20);
            if (chance(0.2))
                p["inFlightQuota"] = whole(1, 200);
            p["sendLatencyMillis"] = static_cast<std::int64_t>(below(40));
            p["receiveLatencyMillis"] = static_cast<std::int64_t>(below(40));
        } else if (service == "ec2") {
            p["instances"] = whole(1, 6);
            p["slots"] = whole(1, 8);
            p["serviceMillis"] = wide(0.1, 300);
            p["serviceDistribution"] = word({"deterministic", "exponential", "lognormal", "uniform"});
            p["scaling"] = word({"none", "busy", "backlog"});
            p["metricSeconds"] = whole(1, 20);
            p["outPoints"] = whole(1, 3);
            p["inPoints"] = whole(1, 4);
            p["bootSeconds"] = real(0, 30);
            p["acceptableSeconds"] = wide(0.1, 10);
            if (chance(0.3))
                p["queueLimit"] = static_cast<std::int64_t>(below(50));
        } else if (service == "custom-server") {
            p["servers"] = whole(1, 20);
            p["serviceTimeMicros"] = wide(100, 200'000);
            p["serviceDistribution"] = word({"deterministic", "exponential", "lognormal", "uniform"});
            if (chance(0.4))
                p["queueLimit"] = std::int64_t{static_cast<std::int64_t>(below(50))};
            if (chance(0.3)) {
                p["batchSize"] = whole(2, 200);
                p["batchWaitMillis"] = chance(0.3) ? 0.0 : wide(1, 5000);
            }
            p["zones"] = whole(1, 3);
            p["zone"] = word({"a", "b", "c"});
            if (chance(0.3))
                p["pricePerHourUsd"] = real(0.01, 3);
        }
    }

    bool connect(std::size_t from, std::size_t to)
    {
        const Component& a = m_design.components[from];
        const Component& b = m_design.components[to];
        for (const Connection& connection : m_design.connections) {
            if (connection.from == a.id && connection.to == b.id)
                return true;
        }
        const ServiceSpec& fromSpec = m_library.find(a.service)->spec;
        const ServiceSpec& toSpec = m_library.find(b.service)->spec;
        const auto targets = std::count_if(m_design.connections.begin(), m_design.connections.end(),
                                           [&a](const Connection& each) { return each.from == a.id; });
        if (fromSpec.mostTargets > 0 && targets >= fromSpec.mostTargets)
            return false;
        const Legality legality = IntegrationTable::builtin().judge(fromSpec, toSpec);
        if (!toSpec.accepts
            || (legality.verdict != Legality::Verdict::Legal
                && legality.verdict != Legality::Verdict::CustomCode))
            return false;
        Connection connection;
        connection.id = "c" + std::to_string(100 + m_design.connections.size());
        connection.from = a.id;
        connection.to = b.id;
        const ConnectionKind kind = legality.kinds[below(legality.kinds.size())];
        ParameterMap& p = connection.parameters;
        p["kind"] = std::string{toString(kind)};
        for (const ParameterSpec& spec : connectionParameters(kind, fromSpec, toSpec)) {
            if (!chance(0.5))
                continue;
            const auto upTo = [&](double most) { return whole(1, std::min(most, spec.maximum)); };
            if (spec.id == "route")
                p["route"] = oneOf(spec, {"copy", "split", "match"});
            else if (spec.id == "share")
                p["share"] = real(1, 100);
            else if (spec.id == "operation")
                p["operation"] = oneOf(spec, {"read", "write", "write"});
            else if (spec.id == "operationsPer")
                p["operationsPer"] = oneOf(spec, {"record", "batch"});
            else if (spec.id == "operations")
                p["operations"] = upTo(3);
            else if (spec.id == "batchSize")
                p["batchSize"] = upTo(500);
            else if (spec.id == "bytes" && chance(0.3))
                p["bytes"] = whole(1, 20'000);
            else if (spec.id == "sizeFactor")
                p["sizeFactor"] = real(0.1, 2);
            else if (spec.id == "order")
                p["order"] = static_cast<std::int64_t>(below(3));
            else if (spec.id == "concurrency")
                p["concurrency"] = upTo(8);
            else if (spec.id == "timeoutMillis" && chance(0.5))
                p["timeoutMillis"] = whole(1, 3000);
            else if (spec.id == "retry")
                p["retry"] = word({"none", "fixed", "exponential", "sdk-legacy", "sdk-standard"});
            else if (spec.id == "retryJitter")
                p["retryJitter"] = word({"none", "full", "equal", "decorrelated"});
            else if (spec.id == "retryDelayMillis")
                p["retryDelayMillis"] = whole(1, 2000);
            else if (spec.id == "retryBudgetPercent" && chance(0.5))
                p["retryBudgetPercent"] = real(0, 50);
            else if (spec.id == "breaker")
                p["breaker"] = chance(0.4);
            else if (spec.id == "breakerMinimumCalls")
                p["breakerMinimumCalls"] = whole(1, 30);
            else if (spec.id == "breakerOpenSeconds")
                p["breakerOpenSeconds"] = wide(0.05, 20);
            else if (spec.id == "breakerTrials")
                p["breakerTrials"] = upTo(5);
            else if (spec.id == "role" && chance(0.4))
                p["role"] = std::string{"on-failure"};
            else if (spec.id == "maxAttempts")
                p["maxAttempts"] = upTo(5);
            else if (spec.id == "batchWindowMillis")
                p["batchWindowMillis"] = whole(1, 5000);
            else if (spec.id == "parallelizationFactor")
                p["parallelizationFactor"] = upTo(5);
            else if (spec.id == "maximumRetryAttempts")
                p["maximumRetryAttempts"] = static_cast<std::int64_t>(below(3));
            else if (spec.id == "maximumConcurrency")
                p["maximumConcurrency"] = whole(2, 40);
            else if (spec.id == "reportBatchItemFailures")
                p["reportBatchItemFailures"] = chance(0.5);
            else if (spec.id == "bisectOnError")
                p["bisectOnError"] = chance(0.5);
            else if (spec.id == "reader")
                p["reader"] = word({"shared", "enhanced"});
            else if (spec.id == "filterShare")
                p["filterShare"] = real(0, 100);
            else if (spec.id == "everySeconds")
                p["everySeconds"] = whole(1, 40);
            else if (spec.id == "maximumEventAgeSeconds")
                p["maximumEventAgeSeconds"] = static_cast<std::int64_t>(std::min(60.0, spec.maximum));
        }
        // What reads a table reads its change stream, which has to be on.
        const bool reads = kind == ConnectionKind::Poll || kind == ConnectionKind::Replicate;
        if (reads && a.service == "dynamodb" && textOf(fromSpec, a.parameters, "stream") == "off")
            m_design.components[from].parameters["stream"] = std::string{"new-image"};
        m_design.connections.push_back(std::move(connection));
        return true;
    }

    Scenario& scenario() { return m_design.scenarios.front(); }

    void addTraffic()
    {
        const double duration = scenario().durationSeconds;
        for (const Component& component : m_design.components) {
            if (component.service != "traffic-source")
                continue;
            TrafficProfile profile;
            profile.shape = any({TrafficShape::Constant, TrafficShape::Constant, TrafficShape::Ramp,
                                 TrafficShape::Spike, TrafficShape::Diurnal});
            profile.arrivals = chance(0.3) ? Arrivals::Regular : Arrivals::Poisson;
            profile.ratePerSecond = chance(0.05) ? 0 : wide(0.2, 500);
            profile.endPerSecond = wide(0.2, 500);
            profile.peakPerSecond = profile.ratePerSecond * real(1, 5);
            profile.peakStartSeconds = std::round(real(0, duration));
            profile.peakSeconds = std::round(real(1, 30));
            profile.peakHour = real(0, 24);
            scenario().traffic[component.id] = profile;
        }
    }

    void addQueriesAndJobs()
    {
        for (const Component& component : m_design.components) {
            const ServiceSpec& spec = m_library.find(component.service)->spec;
            for (int n = 0; spec.runsQueries && n < 2 && chance(0.4); ++n) {
                QueryLoad query;
                query.id = component.id + "-q" + std::to_string(n);
                query.target = component.id;
                if (chance(0.5)) {
                    query.users = whole(1, 10);
                    query.thinkSeconds = chance(0.2) ? 0 : real(0.1, 20);
                } else {
                    query.perHour = wide(10, 5000);
                }
                query.gigabytesScanned = wide(0.01, 20);
                query.cpuSecondsPerGigabyte = real(0.1, 3);
                scenario().queries.push_back(query);
            }
            for (int n = 0; spec.runsJobs && n < 2 && chance(0.6); ++n) {
                JobLoad job;
                job.id = component.id + "-j" + std::to_string(n);
                job.component = component.id;
                job.everySeconds = chance(0.8) ? std::round(wide(1, 60)) : 0;
                job.firstAtSeconds = std::round(real(0, 30));
                job.reads = any({JobReads::New, JobReads::New, JobReads::Window, JobReads::All});
                job.gigabytes = chance(0.4) ? wide(0.001, 5) : 0;
                job.outputFactor = real(0, 2);
                job.retries = static_cast<std::int64_t>(below(3));
                // A job that requests start, side by side, would be as many runs as there are requests.
                job.overlap = job.everySeconds > 0
                                  ? any({JobOverlap::Queue, JobOverlap::Skip, JobOverlap::Parallel})
                                  : any({JobOverlap::Queue, JobOverlap::Skip});
                if (n > 0 && chance(0.4))
                    job.afterJob = component.id + "-j0";
                for (const Connection& connection : m_design.connections) {
                    if (connection.to == component.id && chance(0.5))
                        job.input = connection.from;
                    if (connection.from == component.id && chance(0.5))
                        job.output = connection.to;
                }
                scenario().jobs.push_back(job);
            }
        }
    }

    void addFaults()
    {
        for (int n = 0; n < 4 && chance(0.45); ++n) {
            Fault fault;
            fault.id = "fault-" + std::to_string(n);
            fault.component = m_design.components[below(m_design.components.size())].id;
            fault.kind = any({FaultKind::Down, FaultKind::Slow, FaultKind::Errors, FaultKind::CapacityCut,
                              FaultKind::ZoneLost, FaultKind::ConsumerPaused, FaultKind::PoisonRecord,
                              FaultKind::Deployment, FaultKind::SpotInterruption});
            fault.startSeconds = real(0, scenario().durationSeconds);
            fault.durationSeconds = real(0, scenario().durationSeconds);
            fault.factor = fault.kind == FaultKind::Slow ? wide(1, 20) : unit();
            if (fault.kind == FaultKind::ZoneLost && chance(0.6)) {
                fault.zone = word({"a", "b", "c"});
                fault.component.clear();
            }
            // Not every component can have every fault.
            scenario().faults.push_back(fault);
            for (const Issue& issue : validate(m_design, m_library.catalog(), IntegrationTable::builtin())) {
                if (issue.severity == Severity::Error && issue.rule == "fault-kind") {
                    scenario().faults.pop_back();
                    break;
                }
            }
        }
    }

    void addObjectives()
    {
        for (const Component& component : m_design.components) {
            if (component.service == "traffic-source" || !chance(0.15))
                continue;
            Objective objective;
            objective.metric = word({"delay-p99", "freshness-max"});
            objective.component = component.id;
            objective.atMostMillis = 1000;
            scenario().objectives.push_back(objective);
        }
    }

    /// A queue whose function fails everything for a while, as by chance alone hardly ever comes about. Drawn last, so
    /// that what is drawn before stays what it was.
    void addDeadLetters()
    {
        if (!chance(0.3))
            return;
        const std::size_t queue = m_design.components.size(), letters = queue + 1, function = queue + 2;
        place("sqs");
        place("sqs");
        place("lambda");
        for (const std::size_t at : {queue, letters}) {
            m_design.components[at].parameters["visibilitySeconds"] = whole(1, 5);
            m_design.components[at].parameters["maxReceives"] = whole(1, 2);
            m_design.components[at].parameters.erase("delaySeconds");
        }
        m_design.components[function].parameters["timeoutSeconds"] = whole(1, 1);  // hidden for longer
        connect(0, queue);
        connect(queue, function);
        connect(queue, letters);
        if (chance(0.3))
            connect(letters, function);
        Fault errors;
        errors.id = "outage";
        errors.component = m_design.components[function].id;
        errors.kind = FaultKind::Errors;
        errors.durationSeconds = real(0.2, 0.6) * scenario().durationSeconds;
        scenario().faults.push_back(errors);
    }

    /// The notice is longer than most of these scenarios.
    void addSpot()
    {
        for (const Component& component : m_design.components) {
            if (component.service != "custom-server" || !chance(0.2))
                continue;
            Fault taken;
            taken.id = "taken-" + component.id;
            taken.component = component.id;
            taken.kind = FaultKind::SpotInterruption;
            taken.startSeconds = real(0, 10);
            taken.durationSeconds = real(1, 20);
            taken.factor = unit();
            scenario().faults.push_back(taken);
            scenario().durationSeconds = std::max(scenario().durationSeconds, 150.0);
        }
    }

    void addRedrives()
    {
        for (const Component& component : m_design.components) {
            for (int n = 0; component.service == "sqs" && n < 2 && chance(0.8); ++n) {
                Redrive redrive;
                redrive.id = component.id + "-r" + std::to_string(n);
                redrive.component = component.id;
                redrive.startSeconds = real(0.3, 1) * scenario().durationSeconds;
                redrive.ratePerSecond = chance(0.3) ? 0 : wide(0.5, 500);
                scenario().redrives.push_back(redrive);
                for (const Issue& issue :
                     validate(m_design, m_library.catalog(), IntegrationTable::builtin())) {
                    if (issue.severity == Severity::Error && issue.rule == "redrive-target") {
                        scenario().redrives.pop_back();
                        break;
                    }
                }
            }
        }
    }

    /// Parameters that change on the way, and readers that go back. What is refused is left out again.
    void addChanges()
    {
        const auto refused = [&](const char* rule) {
            const std::vector<Issue> issues =
                validate(m_design, m_library.catalog(), IntegrationTable::builtin());
            return std::any_of(issues.begin(), issues.end(), [&](const Issue& issue) {
                return issue.severity == Severity::Error && issue.rule == rule;
            });
        };
        for (const Component& component : m_design.components) {
            for (const ParameterSpec& parameter : m_library.find(component.service)->spec.parameters) {
                for (int n = 0; parameter.change && n < 2 && chance(0.5); ++n) {
                    const double now =
                        numberOf(m_library.find(component.service)->spec, component.parameters, parameter.id);
                    ParameterChange change;
                    change.id = component.id + "-" + parameter.id + std::to_string(n);
                    change.component = component.id;
                    change.parameter = parameter.id;
                    change.value = static_cast<std::int64_t>(std::round(std::max(1.0, now) * real(0.5, 2)));
                    change.startSeconds = chance(0.5) ? 0 : real(0, 0.7) * scenario().durationSeconds;
                    scenario().changes.push_back(change);
                    if (refused("parameter-change"))
                        scenario().changes.pop_back();
                }
            }
        }
        for (const Connection& connection : m_design.connections) {
            if (!chance(0.5))
                continue;
            scenario().replays.push_back({connection.id + "-again",
                                          connection.id,
                                          real(0.2, 0.9) * scenario().durationSeconds,
                                          {},
                                          {}});
            if (refused("replay"))
                scenario().replays.pop_back();
        }
    }

    /// A few people who wait for their answers, beside the open traffic.
    void addUsers()
    {
        if (!chance(0.25))
            return;
        const std::size_t others = m_design.components.size();
        place("users");
        for (int n = 0; n < 3; ++n)
            connect(others, static_cast<std::size_t>(below(others)));
    }

    /// Fan-out multiplies: the sources are slowed down until the whole design stays within the work allowed.
    void keepAffordable()
    {
        const Result<FlowReport> flow = estimateFlow(m_design, m_library, "");
        if (!flow)
            return;
        double work = 0;
        for (const FlowComponent& component : flow->components)
            work += component.offered.recordsPerSecond * flow->durationSeconds;
        const double factor = work > kMostWork ? kMostWork / work : 1;
        for (auto& [id, profile] : scenario().traffic) {
            profile.ratePerSecond *= factor;
            profile.endPerSecond *= factor;
            profile.peakPerSecond *= factor;
        }
    }

    std::uint64_t m_state;
    const ServiceLibrary& m_library;
    Design m_design;
};

}  // namespace plimsoll::tests
