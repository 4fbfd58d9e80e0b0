// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/gate/stages.h"
#include "tests/simulator/services/service_fixture.h"

#include <map>
#include <utility>

namespace plimsoll::tests {

namespace {

void add(std::vector<Stage>& stages, const char* name, Drawing drawing)
{
    stages.push_back({name, std::move(drawing.design)});
}

Drawing withFault(Drawing drawing, Fault fault)
{
    drawing.scenario().faults.push_back(std::move(fault));
    return drawing;
}

Fault zoneLost()
{
    Fault fault = faultOn("x", FaultKind::ZoneLost, 20, 60);
    fault.zone = "a";
    return fault;
}

JobLoad job(double everySeconds, double gigabytes)
{
    JobLoad load;
    load.id = "job";
    load.component = "x";
    load.everySeconds = everySeconds;
    load.gigabytes = gigabytes;
    return load;
}

/// A server that turns away nearly all, so that it matters how its callers try again.
Drawing& refusing(Drawing& drawing)
{
    return drawing
        .place("custom-server", "next",
               {{"servers", whole(1)}, {"serviceTimeMicros", whole(50'000)}, {"queueLimit", whole(0)}})
        .connect("x", "next");
}

void addSenders(std::vector<Stage>& stages, const std::string& service)
{
    const ParameterMap breaker{{"breaker", true},
                               {"breakerFailurePercent", 10.0},
                               {"breakerWindowSeconds", 1.0},
                               {"breakerMinimumCalls", whole(2)},
                               {"breakerOpenSeconds", 1.0}};
    if (service == "users") {
        ParameterMap crowd{{"users", whole(40)}, {"thinkSeconds", 0.2}};
        Drawing plain{60};
        plain.place("users", "x", crowd);
        add(stages, "users who are refused", refusing(plain));
        crowd.insert(breaker.begin(), breaker.end());
        Drawing broken{60};
        broken.place("users", "x", crowd);
        add(stages, "users with a breaker", refusing(broken));
        return;
    }
    Drawing broken{60};
    broken.source("x", 100, breaker);
    add(stages, "a source with a breaker", refusing(broken));
    add(stages, "a source that collects its puts",
        Drawing{60}
            .source("x", 20)
            .place("kinesis-data-streams", "next")
            .connect("x", "next", {{"batchSize", whole(100)}}));
}

/// Copies in the background to another of the same kind.
void addReplicas(std::vector<Stage>& stages, const std::string& service, std::int64_t bytes)
{
    add(stages, "copied elsewhere",
        Drawing{120}
            .source("in", 5, {{"recordSizeBytes", whole(bytes)}})
            .place(service, "x")
            .place(service, "elsewhere")
            .connect("in", "x")
            .connect("x", "elsewhere", {{"kind", text("replicate")}}));
}

void addTables(std::vector<Stage>& stages)
{
    const ParameterMap small{{"mode", text("provisioned")}, {"wcu", whole(10)}, {"rcu", whole(20)}};
    ParameterMap scales = small;
    scales["autoScaling"] = true;
    add(stages, "reads of a table that scales",
        Drawing{900}
            .source("in", 300)
            .place("dynamodb", "x", scales)
            .connect("in", "x", {{"operation", text("read")}}));
    Drawing peak{120};
    peak.source("in", 2).place("dynamodb", "x", small).connect("in", "x");
    peak.scenario().traffic["in"].spikes.push_back(
        {.startSeconds = 60, .seconds = 30, .factor = {}, .peakPerSecond = 200.0});
    add(stages, "a peak on saved capacity", peak);
    add(stages, "a few warm keys",
        Drawing{400}
            .source("in", 3000, {{"keys", whole(8)}})
            .place("dynamodb", "x", {{"mode", text("provisioned")}, {"wcu", whole(4000)}, {"rcu", whole(1)}})
            .connect("in", "x"));
    add(stages, "a stream whose shards roll over",
        Drawing{300}
            .source("in", 50)
            .place("dynamodb", "x", {{"stream", text("new-image")}, {"streamShardHours", 0.02}})
            .place("lambda", "reader")
            .connect("in", "x")
            .connect("x", "reader"));
    addReplicas(stages, "dynamodb", 900);
    add(stages, "an index",
        Drawing{60}
            .source("in", 200)
            .place("dynamodb", "x",
                   {{"mode", text("provisioned")},
                    {"wcu", whole(1000)},
                    {"rcu", whole(1)},
                    {"indexes", whole(1)},
                    {"indexWcu", whole(150)}})
            .connect("in", "x"));
}

/// A new prefix, copies in another bucket, objects large enough to be moved, some of them read.
void addBuckets(std::vector<Stage>& stages, const std::string& service)
{
    Drawing fresh{200};
    fresh.source("in", 4000).place(service, "x").connect("in", "x");
    fresh.scenario().opening = Opening::Cold;
    add(stages, "a new prefix", fresh);
    addReplicas(stages, service, 1'000'000);
    add(stages, "objects that age",
        Drawing{60}
            .source("in", 2, {{"recordSizeBytes", whole(1'000'000)}})
            .source("in-b", 2, {{"recordSizeBytes", whole(1'000'000)}})
            .place(service, "x")
            .connect("in", "x")
            .connect("in-b", "x", {{"operation", text("read")}}));
    add(stages, "objects of an archive that are read",
        Drawing{60}
            .source("in", 2, {{"recordSizeBytes", whole(1'000'000)}})
            .place(service, "x", {{"storageClass", text("glacier-flexible")}})
            .connect("in", "x", {{"operation", text("read")}}));
    add(stages, "objects that are restored",
        Drawing{24 * 3600}
            .source("in", 0.02)
            .place(service, "x", {{"storageClass", text("glacier-flexible")}})
            .connect("in", "x", {{"operation", text("read")}}));
}

void addClusters(std::vector<Stage>& stages)
{
    Drawing spot{1200};
    spot.place("emr", "x", {{"taskNodes", whole(8)}, {"taskNodesSpot", true}});
    spot.scenario().jobs.push_back(job(1000, 200));
    add(stages, "spot nodes that are taken",
        withFault(spot, faultOn("x", FaultKind::SpotInterruption, 450, 300, 0.3)));
    add(stages, "a cluster that loses a zone", withFault(spot, zoneLost()));
    Drawing scaling{3600};
    scaling.place(
        "emr", "x",
        {{"lifecycle", text("long-running")}, {"managedScaling", true}, {"maxTaskNodes", whole(10)}});
    scaling.scenario().jobs.push_back(job(900, 60));
    add(stages, "a cluster that scales", scaling);
}

/// More searches and documents than the cores do, a full disk, a lost zone.
void addSearch(std::vector<Stage>& stages, const std::string& service)
{
    const auto asked = [&](const char* operation, ParameterMap parameters) {
        return Drawing{20}
            .source("in", 40)
            .place(service, "x", std::move(parameters))
            .connect("in", "x", {{"operation", text(operation)}});
    };
    const ParameterMap slow{{"searchMillisPerShard", 300.0},
                            {"documentsPerVcpu", 2.0},
                            {"searchQueue", whole(5)},
                            {"writeQueue", whole(5)}};
    add(stages, "more searches than it does", asked("read", slow));
    add(stages, "more documents than it does", asked("write", slow));
    ParameterMap units = slow;
    units["mode"] = text("serverless");
    add(stages, "more searches than its units do", asked("read", units));
    add(stages, "a full disk", asked("write", {{"ebsGib", whole(10)}, {"storedGb", 20.0}}));
    Drawing zones = asked("write", {{"documentsPerVcpu", 10.0}});
    zones.scenario().durationSeconds = 80;
    add(stages, "a domain that loses a zone", withFault(zones, zoneLost()));
}

/// Changes alone, more of them than are applied, a target that refuses.
void addTransfers(std::vector<Stage>& stages, const std::string& service)
{
    const auto changes = [&](double perSecond, ParameterMap parameters) {
        Drawing drawing{120};
        return drawing.source("in", perSecond).place(service, "x", std::move(parameters)).connect("in", "x");
    };
    add(stages, "more changes than it applies",
        changes(100, {{"changesPerSecond", 50.0}, {"batchChangesPerSecond", 50.0}}));
    Drawing refused = changes(20, {});
    refused.place("dynamodb", "table", {{"mode", text("provisioned")}, {"wcu", whole(5)}, {"rcu", whole(1)}})
        .connect("x", "table");
    add(stages, "a target that refuses", refused);
    // 60 GiB of changes come while a load runs.
    Drawing full = Drawing{200}.source("in", 40, {{"recordSizeBytes", whole(10'000'000)}});
    full.place(service, "x", {{"linkMbps", whole(100'000)}}).connect("in", "x");
    full.scenario().jobs.push_back(job(0, 100'000));
    add(stages, "more changes than it keeps", full);
}

/// Files that wait for runs, more than are moved at once, to a bucket that is down for a while; a load beside them, over a
/// line that is the bound, and over one that is not.
void addFileCopies(std::vector<Stage>& stages, const std::string& service)
{
    for (const std::int64_t megabits : {1000, 20'000}) {
        Drawing drawing{400};
        drawing.source("in", 40, {{"recordSizeBytes", whole(100'000)}})
            .place(service, "x",
                   {{"linkMbps", whole(megabits)},
                    {"everyMinutes", 1.0},
                    {"filesPerSecond", 5.0},
                    {"filesAtOnce", whole(4)}})
            .place("s3", "out")
            .connect("in", "x")
            .connect("x", "out");
        drawing.scenario().jobs.push_back(job(0, 5));
        add(stages, "files that wait for runs", withFault(drawing, faultOn("out", FaultKind::Down, 150, 60)));
    }
}

/// Runs that are asked for, and runs side by side.
void addJobs(std::vector<Stage>& stages, const std::string& service)
{
    Drawing asked{1200};
    asked.source("in", 0.05).place(service, "x", {{"startBatch", whole(8)}}).connect("in", "x");
    asked.scenario().jobs.push_back(job(0, 2));
    add(stages, "jobs that are asked for", asked);
    Drawing parallel{600};
    parallel.place(service, "x");
    parallel.scenario().jobs.push_back(job(10, 40));
    parallel.scenario().jobs.back().overlap = JobOverlap::Parallel;
    add(stages, "jobs side by side", parallel);
}

void addQueues(std::vector<Stage>& stages)
{
    // What fails comes back, goes to the dead letters, and back from there.
    for (const char* name : {"a queue", "a dead-letter queue"}) {
        const bool isLetters = std::string_view{name} == "a dead-letter queue";
        const char *queue = isLetters ? "q" : "x", *letters = isLetters ? "x" : "dead";
        Drawing drawing{240};
        drawing.source("in", 5)
            .place("sqs", queue, {{"visibilitySeconds", whole(4)}, {"maxReceives", whole(3)}})
            .place("sqs", letters)
            .place("lambda", "worker", {{"errorPercent", 60.0}})
            .connect("in", queue)
            .connect(queue, "worker")
            .connect(queue, letters);
        Redrive back;
        back.id = "back";
        back.component = letters;
        back.startSeconds = 120;
        drawing.scenario().redrives.push_back(back);
        add(stages, name, drawing);
    }
}

void addBrokers(std::vector<Stage>& stages, const std::string& service)
{
    add(stages, "brokers that are too slow",
        Drawing{60}
            .source("in", 500, {{"recordSizeBytes", whole(250'000)}})
            .place(service, "x")
            .connect("in", "x"));
    Drawing zone{60};
    zone.source("in", 20).place(service, "x").connect("in", "x");
    add(stages, "a broker in a zone that is lost", withFault(zone, zoneLost()));
}

void addProcessors(std::vector<Stage>& stages, const std::string& service)
{
    const auto reads = [&](double seconds, double perSecond, ParameterMap source, ParameterMap log,
                           ParameterMap processor) {
        Drawing drawing{seconds};
        drawing.source("in", perSecond, std::move(source))
            .place("msk", "log", std::move(log))
            .place(service, "x", std::move(processor))
            .connect("in", "log")
            .connect("log", "x");
        return drawing;
    };
    add(stages, "partitions that bring nothing",
        reads(90, 20, {{"keys", whole(1)}}, {}, {{"windowSeconds", 10.0}}));
    Drawing fails = reads(200, 50, {{"keys", whole(100)}}, {},
                          {{"windowSeconds", 10.0}, {"stateBytesPerKey", whole(1'000'000)}});
    fails.place("sqs", "out").connect("x", "out");
    add(stages, "a restart", withFault(fails, faultOn("x", FaultKind::Down, 95, 5)));
    add(stages, "a scaling",
        reads(1200, 12, {{"keys", whole(50)}}, {{"partitions", whole(2)}},
              {{"window", text("none")}, {"perRecordMicros", 100'000.0}}));
    Drawing joins = reads(130, 5, {{"keys", whole(20)}}, {}, {{"join", true}, {"delayedPercent", 30.0}});
    joins.source("in-b", 5, {{"keys", whole(20)}})
        .place("msk", "log-b")
        .connect("in-b", "log-b")
        .connect("log-b", "x");
    add(stages, "two streams", joins);
}

void addTopics(std::vector<Stage>& stages, const std::string& service)
{
    const auto addOne = [&](const char* name, Drawing drawing, ParameterMap own, const std::string& target,
                            ParameterMap connection) {
        drawing.place(service, "x", std::move(own)).place(target, "out");
        drawing.connect("in", "x").connect("x", "out", std::move(connection));
        add(stages, name, withFault(drawing, faultOn("out", FaultKind::Down, 20, 30)));
    };
    Drawing calm{120};
    calm.source("in", 5, {{"recordSizeBytes", whole(20'000)}, {"keys", whole(3)}});
    addOne("a subscriber that fails", calm, {}, "sqs", {{"route", text("match")}, {"share", 50.0}});
    Drawing busy{30};
    busy.source("in", 2000, {{"keys", whole(2)}});
    addOne("an endpoint with too much to do", busy, {}, "custom-server", {});
}

void addSchedules(std::vector<Stage>& stages, const std::string& service)
{
    const auto addOne = [&](const char* expression, const char* target) {
        Drawing drawing{2 * 86'400};
        drawing
            .place(
                service, "x",
                {{"expression", text(expression)}, {"everyMinutes", whole(600)}, {"schedules", whole(300)}})
            .place(target, "out")
            .connect("x", "out");
        add(stages, expression, withFault(drawing, faultOn("out", FaultKind::Down, 3600, 30'000)));
    };
    addOne("rate", "sqs");
    addOne("cron", "sqs");
    addOne("rate", "data-firehose");  // bills records by their size
}

void addServers(std::vector<Stage>& stages, const std::string& service)
{
    if (service == "custom-server") {
        Drawing batches{60};
        batches.source("in", 50)
            .place(service, "x", {{"batchSize", whole(10)}, {"batchWaitMillis", whole(50)}})
            .connect("in", "x");
        add(stages, "a server of batches", batches);
        Drawing zones{120};
        zones.source("in", 50)
            .place(service, "x", {{"servers", whole(3)}, {"zones", whole(1)}})
            .connect("in", "x");
        add(stages, "servers that lose a zone", withFault(zones, zoneLost()));
        return;
    }
    static const std::map<std::string, std::pair<std::string, std::string>> words{
        {"ec2", {"instances", "maxInstances"}},
        {"ecs", {"tasks", "maxTasks"}},
        {"ecs-fargate", {"tasks", "maxTasks"}},
        {"eks", {"pods", "maxPods"}},
        {"kcl-application", {"workers", "maxWorkers"}}};
    const auto& [many, most] = words.at(service);
    for (const char* metric : {"busy", "backlog"}) {
        Drawing group{1800};
        group.source("in", 5)
            .place("sqs", "queue", {{"visibilitySeconds", whole(600)}})
            .place(service, "x",
                   {{"scaling", text(metric)}, {many, whole(1)}, {most, whole(10)}, {"slots", whole(1)}})
            .connect("in", "queue")
            .connect("queue", "x");
        group.scenario().traffic["in"].spikes.push_back(
            {.startSeconds = 300, .seconds = 600, .factor = {}, .peakPerSecond = 80.0});
        add(stages, metric, group);
    }
    // Two falls, the second within the cooldown of the first, after a rise that launches several at once.
    ParameterMap falls{
        {"scaling", text("busy")}, {many, whole(1)}, {most, whole(40)}, {"inPoints", whole(1)}};
    if (service == "ecs")
        falls["minInstances"] = whole(20);
    if (service == "eks")
        falls["compute"] = text("fargate");
    if (service == "eks" || service == "ecs-fargate")
        falls["launchBurst"] = whole(1);
    Drawing steps{900};
    steps.source("in", 5).place(service, "x", falls).connect("in", "x");
    TrafficProfile& profile = steps.scenario().traffic["in"];
    profile.shape = TrafficShape::Step;
    profile.levels = {{.atSeconds = 60, .ratePerSecond = 300},
                      {.atSeconds = 400, .ratePerSecond = 60},
                      {.atSeconds = 520, .ratePerSecond = 5}};
    add(stages, "two falls", steps);
}

/// An endpoint on instances that rises once and falls twice, the second time within the cooldown.
void addEndpoints(std::vector<Stage>& stages, const std::string& service)
{
    const bool queued = service == "sagemaker-async";
    Drawing steps{1500};
    steps.source("in", 1)
        .place(service, "x",
               {{"scaling", text(queued ? "waiting" : "requests")},
                {"maxInstances", whole(40)},
                {"slots", whole(1)},
                {"serviceMillis", queued ? 4000.0 : 50.0},
                {"startSeconds", 60.0},
                {"inPoints", whole(1)}})
        .connect("in", "x");
    TrafficProfile& profile = steps.scenario().traffic["in"];
    profile.shape = TrafficShape::Step;
    profile.levels = {{.atSeconds = 60, .ratePerSecond = 6},
                      {.atSeconds = 600, .ratePerSecond = 3},
                      {.atSeconds = 800, .ratePerSecond = 1}};
    add(stages, "a rise and two falls", steps);
}

/// Jobs on instances that come and go, and on instances that are kept.
void addJobQueues(std::vector<Stage>& stages, const std::string& service)
{
    for (const char* management : {"managed", "unmanaged"}) {
        Drawing drawing{2400};
        drawing.source("in", 0.05)
            .place(service, "x",
                   {{"platform", text("instances")},
                    {"management", text(management)},
                    {"maxVcpus", whole(16)},
                    {"spot", true},
                    {"arraySize", whole(3)}})
            .connect("in", "x");
        drawing.scenario().traffic["in"].spikes.push_back(
            {.startSeconds = 900, .seconds = 60, .factor = {}, .peakPerSecond = 0.5});
        add(stages, management, withFault(drawing, faultOn("x", FaultKind::SpotInterruption, 820, 200, 0.5)));
    }
    for (const char* children : {"together", "sequential"}) {
        Drawing limited{3600};
        limited.source("in", 0.02)
            .place(service, "x",
                   {{"arraySize", whole(3)},
                    {"childrenRun", text(children)},
                    {"jobSeconds", 90.0},
                    {"failPercent", 20.0},
                    {"timeout", true},
                    {"timeoutSeconds", whole(80)}})
            .place("aws-batch", "next")
            .connect("in", "x")
            .connect("x", "next");
        add(stages, children, limited);
    }
    add(stages, "jobs of several nodes",
        Drawing{3600}
            .source("in", 0.03)
            .place(service, "x",
                   {{"platform", text("instances")},
                    {"management", text("multi-node")},
                    {"maxVcpus", whole(8)},
                    {"nodes", whole(4)}})
            .connect("in", "x"));
    Drawing tasks{900};
    tasks.source("in", 5).place(service, "x", {{"launchBurst", whole(1)}}).connect("in", "x");
    add(stages, "launches that are held back", tasks);
}

/// Two servers behind a balancer, of which one fails and comes back, or gets slow.
void addBalancers(std::vector<Stage>& stages, const std::string& service)
{
    const auto two = [&](ParameterMap parameters) {
        Drawing drawing{600};
        drawing.source("in", 20).place(service, "x", std::move(parameters)).connect("in", "x");
        for (const char* web : {"web0", "web1"})
            drawing.place("custom-server", web, {{"servers", whole(100)}}).connect("x", web);
        return drawing;
    };
    add(stages, "a target that is down", withFault(two({}), faultOn("web1", FaultKind::Down, 100, 200)));
    add(stages, "a target that is slow",
        withFault(two({{"checks", text("as-requests")}}), faultOn("web1", FaultKind::Slow, 100, 200, 700)));
}

/// Workflows whose states are not those of a plain call.
void addWorkflows(std::vector<Stage>& stages, const std::string& service)
{
    const ParameterMap slow{{"servers", whole(100)}, {"serviceTimeMicros", 1.5e6}};
    const auto begun = [&](ParameterMap workflow, const char* kind = "start") {
        return Drawing{60}
            .source("in", 20)
            .place(service, "x", std::move(workflow))
            .place("custom-server", "task", slow)
            .connect("in", "x", {{"kind", text(kind)}});
    };
    add(stages, "a Wait state between two tasks",
        begun({{"waitSeconds", 2.0}})
            .connect("x", "task", {{"order", whole(1)}})
            .place("custom-server", "last")
            .connect("x", "last", {{"order", whole(2)}}));
    add(stages, "items of a Map state",
        begun({{"map", text("express-children")}}).connect("x", "task", {{"operations", whole(4)}}));
    add(stages, "transitions that are held back",
        begun({{"transitionsPerSecond", whole(15)}, {"transitionBurst", whole(100)}}).connect("x", "task"));
    add(stages, "callbacks that are held back",
        begun({{"callbacksPerSecond", whole(15)}, {"callbackBurst", whole(100)}})
            .place("step-functions", "child")
            .connect("x", "child", {{"kind", text("start")}, {"wait", text("callback")}}));
    add(stages, "a synchronous start", begun({{"type", text("express")}}, "call").connect("x", "task"));
    add(stages, "a failure that is caught",
        withFault(begun({})
                      .connect("x", "task")
                      .place("sqs", "failures")
                      .connect("x", "failures", {{"kind", text("put")}, {"role", text("on-failure")}}),
                  faultOn("task", FaultKind::Errors, 0, 60, 0.5)));
}

/// Queries that come often enough to meet again, over a table whose shape matters.
void addQueries(std::vector<Stage>& stages, const std::string& service)
{
    const auto asked = [&](ParameterMap engine, double gigabytes, double perHour) {
        Drawing drawing{300};
        drawing.place(service, "x", std::move(engine));
        QueryLoad query;
        query.id = "query";
        query.target = "x";
        query.perHour = perHour;
        query.gigabytesScanned = gigabytes;
        drawing.scenario().queries.push_back(query);
        return drawing;
    };
    add(stages, "large queries",
        asked({{"format", text("parquet")}, {"columnSharePercent", 10.0}}, 500, 600));
    add(stages, "queries beyond the timeout",
        asked({{"planningMillis", 55'000.0}, {"timeoutMinutes", whole(1)}}, 1, 600));
    if (service == "athena")
        add(stages, "queries that are asked again", asked({{"resultReuse", true}}, 1, 3600));
    Drawing volley{60};
    volley.source("in", 0).place(service, "x").connect("in", "x");
    volley.scenario().traffic["in"].spikes.push_back(
        {.startSeconds = 10, .seconds = 5, .factor = {}, .peakPerSecond = 500.0});
    add(stages, "a volley of queries", volley);
}

/// A cache before an origin that is down for a while.
void addEdgeCaches(std::vector<Stage>& stages, const std::string& service)
{
    Drawing drawing{120};
    drawing.source("in", 20, {{"keys", whole(50)}})
        .place(service, "x")
        .place("custom-server", "origin")
        .connect("in", "x", {{"operation", text("read")}})
        .connect("x", "origin");
    drawing.scenario().opening = Opening::Cold;
    add(stages, "an origin that is down", withFault(drawing, faultOn("origin", FaultKind::Down, 0, 60)));
}

/// Reads that miss the memory, a primary that is down, storage that fills, capacity that follows its load.
void addDatabases(std::vector<Stage>& stages, const std::string& service)
{
    Drawing replicas{60};
    replicas.source("in", 50)
        .source("out", 20)
        .place(service, "x", {{"replicas", whole(2)}, {"hotDataGib", 500.0}, {"replicaReadPercent", 50.0}})
        .connect("in", "x", {{"operation", text("read")}})
        .connect("out", "x");
    add(stages, "reads of replicas, and more data than memory", replicas);
    if (service == "aurora")
        add(stages, "a second Region",
            Drawing{60}
                .source("in", 50)
                .source("readers", 50)
                .place(service, "x", {{"secondInstances", whole(2)}})
                .connect("in", "x")
                .connect("readers", "x", {{"operation", text("read")}}));
    for (const std::int64_t count : {0, 1}) {
        ParameterMap parameters{{"replicas", whole(count)}, {"failoverSeconds", whole(20)}};
        if (service == "rds")
            parameters["standby"] = true;
        else if (findParameter(library().find(service)->spec, "recreateSeconds"))
            parameters["recreateSeconds"] = whole(30);
        Drawing down{120};
        down.source("in", 20).place(service, "x", parameters).connect("in", "x");
        add(stages, "a primary that is down", withFault(down, faultOn("x", FaultKind::Down, 20, 90)));
    }
    ParameterMap special;
    if (service == "aurora" || service == "neptune")
        special = {{"capacity", text("serverless")}, {"mostUnits", 32.0}};
    if (service == "rds")
        special = {{"storageGib", whole(500)}, {"heldGib", 490.0}};
    add(stages, "storage or capacity that grows",
        Drawing{60}.source("in", 300).place(service, "x", special).connect("in", "x"));
    if (findParameter(library().find(service)->spec, "iops"))
        add(stages, "more reads than a volume does",
            Drawing{60}
                .source("in", 2000)
                .place(service, "x", {{"hotDataGib", 5000.0}, {"readMillis", 0.1}})
                .connect("in", "x", {{"operation", text("read")}}));
    if (service.ends_with("-on-ec2"))
        return;
    const ParameterMap burstable{{"instanceClass", text("db.t4g.medium")}, {"writeMillis", 5.0}};
    add(stages, "more than a burstable class earns",
        Drawing{60}.source("in", 200).place(service, "x", burstable).connect("in", "x"));
    Drawing burst{110};
    burst.source("in", 10).place(service, "x", burstable).connect("in", "x");
    burst.scenario().traffic["in"].spikes.push_back(
        {.startSeconds = 5, .seconds = 100, .factor = {}, .peakPerSecond = 300.0});
    add(stages, "a burst of a burstable class", burst);
}

/// Few views over hours, so that a copy is refreshed meanwhile.
void addDashboards(std::vector<Stage>& stages, const std::string& service)
{
    const auto viewed = [&](ParameterMap parameters) {
        return Drawing{4 * 3600}
            .source("in", 0.02)
            .place(service, "x", std::move(parameters))
            .place("athena", "sql")
            .connect("in", "x")
            .connect("x", "sql");
    };
    add(stages, "a copy that is refreshed", viewed({}));
    add(stages, "a dataset that just fits", viewed({{"rowsMillions", 140.0}, {"viewPercent", 50.0}}));
    add(stages, "sources that take long", [&] {
        Drawing slow = viewed({{"data", text("direct")}});
        slow.design.components.back().parameters["planningMillis"] = 3000.0;
        return slow;
    }());
    // 0.02/s of 30 s each.
    add(stages, "more views than fit",
        viewed({{"viewMillis", 30'000.0}, {"viewsAtOnce", whole(1)}, {"rowsMillions", 1.0}}));
}

}  // namespace

// Longer than a screen because it is a list: one stage after the other, by service.
std::vector<Stage> specialStagesOf(const std::string& service)
{
    std::vector<Stage> stages;
    if (service == "users" || service == "traffic-source")
        addSenders(stages, service);
    if (service == "dynamodb")
        addTables(stages);
    if (service == "emr")
        addClusters(stages);
    if (service == "opensearch")
        addSearch(stages, service);
    if (service == "dms")
        addTransfers(stages, service);
    if (service == "datasync")
        addFileCopies(stages, service);
    if (service == "feature-store") {
        Drawing drawing{60};
        drawing.source("in", 20)
            .place(service, "x")
            .place("s3", "out")
            .connect("in", "x")
            .connect("x", "out");
        add(stages, "a bucket that is down", withFault(drawing, faultOn("out", FaultKind::Down, 20, 20)));
    }
    if (service == "sagemaker-transform") {
        Drawing drawing{2000};
        drawing.place(service, "x");
        drawing.scenario().jobs.push_back(job(700, 0.2));
        add(stages, "jobs that end", drawing);
    }
    if (service == "mwaa") {
        Drawing drawing{1500};
        drawing.source("in", 0.1)
            .place(service, "x", {{"maxWorkers", whole(10)}})
            .place("custom-server", "out", {{"servers", whole(100)}, {"serviceTimeMicros", 10e6}})
            .connect("in", "x")
            .connect("x", "out", {{"kind", text("call")}});
        drawing.scenario().traffic["in"].spikes.push_back(
            {.startSeconds = 200, .seconds = 500, .factor = {}, .peakPerSecond = 2.0});
        add(stages, "workers that come and go", drawing);
    }
    if (service == "snowball-edge") {
        Drawing drawing{60};
        drawing.place(service, "x", {{"includedDays", whole(0)}});
        drawing.scenario().jobs.push_back(job(0, 200'000));
        add(stages, "a load of several trips", drawing);
    }
    if (service == "glue" || service == "glue-crawler")
        addJobs(stages, service);
    if (service == "trino-on-emr") {
        Drawing single{600};
        single.source("in", 0.1).place(service, "x").connect("in", "x");
        add(stages, "a cluster in a zone that is lost", withFault(single, zoneLost()));
    }
    if (service == "glue-databrew" || service == "data-pipeline") {
        Drawing ends{3600};
        ends.place(service, "x");
        ends.scenario().jobs.push_back(job(1500, 10));
        add(stages, "jobs that end", ends);
    }
    if (service == "emr") {
        Drawing staged{3600};
        staged.place(service, "x", {{"engine", text("mapreduce")}, {"stages", whole(4)}});
        staged.scenario().jobs.push_back(job(1000, 50));
        add(stages, "stages that begin anew", staged);
    }
    if (service == "hbase-on-emr") {
        Drawing reads{120};
        reads.source("in", 50)
            .source("readers", 100)
            .place(service, "x")
            .connect("in", "x")
            .connect("readers", "x", {{"operation", text("read")}});
        Drawing rooted = reads;
        rooted.place("s3", "root").connect("x", "root");
        add(stages, "rows read out of a bucket", rooted);
        add(stages, "region servers in a zone that is lost", withFault(reads, zoneLost()));
        Fault lost{"f", "x", FaultKind::CapacityCut, 20, 80, 0.6, {}};
        add(stages, "a region server that is lost", withFault(std::move(reads), lost));
    }
    if (service == "cassandra-on-ec2") {
        Drawing ring{120};
        ring.source("in", 50, {{"keys", whole(20)}})
            .source("readers", 100, {{"keys", whole(20)}})
            .place(service, "x", {{"nodes", whole(6)}, {"readQuorum", whole(1)}, {"writeQuorum", whole(1)}})
            .connect("in", "x")
            .connect("readers", "x", {{"operation", text("read")}});
        add(stages, "a ring that loses a zone", withFault(ring, zoneLost()));
        Drawing single{120};
        single.source("in", 50).place(service, "x", {{"zones", whole(1)}}).connect("in", "x");
        add(stages, "a ring in a zone that is lost", withFault(single, zoneLost()));
        add(stages, "a ring with few vCPUs",
            Drawing{60}
                .source("in", 2000)
                .place(service, "x", {{"writeMillis", 5.0}, {"writeP99Millis", 20.0}})
                .connect("in", "x"));
    }
    if (service == "api-gateway")
        add(stages, "clients beyond their plans",
            Drawing{86'400}
                .source("in", 0.5, {{"keys", whole(50)}})
                .place(service, "x",
                       {{"apiType", text("rest")},
                        {"usagePlan", true},
                        {"apiKeys", whole(5)},
                        {"keyRatePerSecond", 0.1},
                        {"keyBurst", whole(2)},
                        {"quotaPeriod", text("day")},
                        {"keyQuota", whole(6000)}})
                .connect("in", "x"));
    if (service == "managed-flink" || service == "glue-streaming" || service == "spark-streaming-on-emr")
        addProcessors(stages, service);
    if (service == "msk" || service == "kafka-on-ec2")
        addBrokers(stages, service);
    if (service == "rds" || service == "aurora" || service == "documentdb" || service == "neptune"
        || service == "oracle-on-ec2" || service == "mongodb-on-ec2" || service == "neo4j-on-ec2")
        addDatabases(stages, service);
    if (service == "quicksight")
        addDashboards(stages, service);
    if (service == "sqs")
        addQueues(stages);
    if (service == "cloudfront") {
        addEdgeCaches(stages, service);
        for (const char* event : {"viewer", "origin"})
            add(stages, event,
                Drawing{60}
                    .source("in", 40, {{"keys", whole(2000)}})
                    .place(service, "x",
                           {{"edgeFunction", text(event)}, {"mostRequestsPerSecond", whole(60)}})
                    .place("s3", "origin")
                    .connect("in", "x", {{"operation", text("read")}})
                    .connect("x", "origin"));
    }
    if (service == "route-53") {
        Drawing drawing{600};
        drawing.source("in", 20).place(service, "x").connect("in", "x");
        for (const char* server : {"first", "second"})
            drawing.place("custom-server", server).connect("x", server);
        add(stages, "a first target that is down",
            withFault(drawing, faultOn("first", FaultKind::Down, 100, 200)));
    }
    if (service == "memorydb")
        add(stages, "reads",
            Drawing{60}
                .source("in", 50)
                .place(service, "x")
                .connect("in", "x", {{"operation", text("read")}}));
    if (service == "alb" || service == "nlb" || service == "gateway-load-balancer")
        addBalancers(stages, service);
    if (service == "sns" || service == "eventbridge" || service == "iot-core")
        addTopics(stages, service);
    if (service == "eventbridge-scheduler")
        addSchedules(stages, service);
    if (service == "custom-server" || service == "ec2" || service == "ecs" || service == "ecs-fargate"
        || service == "eks" || service == "kcl-application")
        addServers(stages, service);
    if (service == "sagemaker-endpoint" || service == "sagemaker-async")
        addEndpoints(stages, service);
    if (service == "appsync")
        add(stages, "operations with updates",
            Drawing{120}
                .source("in", 20, {{"keys", whole(300)}})
                .place(service, "x", {{"updatesPerRequest", 2.0}, {"tokensPerSecond", 50.0}})
                .connect("in", "x"));
    if (service == "aws-batch")
        addJobQueues(stages, service);
    if (service == "step-functions")
        addWorkflows(stages, service);
    if (service == "athena" || service == "trino-on-emr")
        addQueries(stages, service);
    if (service == "kinesis-data-streams") {
        add(stages, "records that are put together",
            Drawing{30}
                .source("in", 500, {{"recordSizeBytes", whole(300)}})
                .place(service, "x", {{"mode", text("provisioned")}})
                .connect("in", "x", {{"batchSize", whole(50)}}));
        add(stages, "records above a mebibyte",
            Drawing{30}
                .source("in", 1, {{"recordSizeBytes", whole(2 * 1024 * 1024)}})
                .place(service, "x")
                .connect("in", "x"));
        add(stages, "a reader that is pushed to",
            Drawing{60}
                .source("in", 20)
                .place(service, "x")
                .place("lambda", "reader")
                .connect("in", "x")
                .connect("x", "reader", {{"reader", text("enhanced")}}));
    }
    if (service == "eventbridge-pipes")
        add(stages, "a pipe to a slow target",
            Drawing{60}
                .source("in", 5, {{"recordSizeBytes", whole(200'000)}})
                .place("kinesis-data-streams", "stream",
                       {{"mode", text("provisioned")}, {"shards", whole(4)}})
                .place(service, "x")
                .place("custom-server", "out", {{"servers", whole(20)}, {"serviceTimeMicros", 3e6}})
                .connect("in", "stream")
                .connect("stream", "x", {{"batchWindowMillis", whole(10'000)}})
                .connect("x", "out", {{"kind", text("call")}}));
    if (service == "data-firehose") {
        for (const bool sorts : {true, false})
            add(stages, sorts ? "many prefixes" : "a function that fails now and then",
                Drawing{600}
                    .source("in", 30, {{"keys", whole(1000)}, {"recordSizeBytes", whole(90'000)}})
                    .place(service, "x",
                           {{"dynamicPartitioning", sorts},
                            {"prefixes", whole(1000)},
                            {"bufferSeconds", whole(90)}})
                    .place("lambda", "shape", {{"errorPercent", 60.0}})
                    .place("s3", "out")
                    .connect("in", "x")
                    .connect("x", "shape")
                    .connect("x", "out"));
        for (const char* target : {"s3", "redshift", "splunk"}) {
            Drawing drawing{3 * 3600};
            drawing.source("in", 0.2)
                .place(service, "x")
                .place(target, "out")
                .connect("in", "x")
                .connect("x", "out");
            add(stages, target, withFault(drawing, faultOn("out", FaultKind::Down, 600, 2 * 3600)));
        }
        for (const char* kept : {"failed", "all"})
            add(stages, kept,
                Drawing{600}
                    .source("in", 30,
                            {{"keys", whole(1000)},
                             {"recordSizeBytes", whole(kept == std::string_view{"all"} ? 90'000 : 900)}})
                    .place(service, "x", {{"backup", text(kept)}, {"transformSeconds", whole(10)}})
                    .place("lambda", "shape", {{"errorPercent", 80.0}})
                    .place("s3", "out")
                    .place("s3", "beside")
                    .connect("in", "x")
                    .connect("x", "shape")
                    .connect("x", "out")
                    .connect("x", "beside", {{"role", text("on-failure")}}));
        add(stages, "rows of tables",
            Drawing{600}
                .source("in", 30, {{"keys", whole(1000)}})
                .place(service, "x", {{"delivers", text("iceberg")}, {"bufferSeconds", whole(60)}})
                .place("s3", "out")
                .connect("in", "x")
                .connect("x", "out"));
    }
    if (service == "s3")
        addBuckets(stages, service);
    if (service == "redshift") {
        Drawing drawing{120};
        drawing.place(service, "x");
        QueryLoad query;
        query.id = "query";
        query.target = "x";
        query.perHour = 3600;
        drawing.scenario().queries.push_back(query);
        add(stages, "a warehouse that loses a zone", withFault(drawing, zoneLost()));
        Drawing beyond{600};
        beyond.place(service, "x",
                     {{"slots", whole(1)}, {"scalingClusters", whole(2)}, {"externalPercent", 50.0}});
        query.gigabytesScanned = 4;
        beyond.scenario().queries.push_back(query);
        add(stages, "extra clusters, and tables outside", beyond);
        Drawing lake{600};
        lake.place(service, "x", {{"externalPercent", 80.0}, {"spectrumRequests", whole(5)}})
            .place("s3", "bucket")
            .connect("x", "bucket");
        lake.scenario().queries.push_back(query);
        add(stages, "tables in a bucket", lake);
        Drawing changes{4 * 3600};
        changes.source("in", 1, {{"recordSizeBytes", whole(100'000)}})
            .place("s3", "bucket")
            .place(service, "x", {{"snapshotHours", 1.5}, {"snapshotGb", 0.05}})
            .connect("in", "bucket")
            .connect("bucket", "x", {{"everySeconds", 60.0}});
        query.gigabytesScanned = 0.5;
        changes.scenario().queries.push_back(query);
        const auto change = [](const char* id, const char* parameter, ParameterValue value, double at) {
            return ParameterChange{id, "x", parameter, std::move(value), at, {}};
        };
        changes.scenario().changes = {
            change("a", "nodes", whole(4), 600), change("b", "state", text("restoring"), 7000),
            change("c", "state", text("running"), 9000), change("d", "state", text("paused"), 11'000)};
        add(stages, "a warehouse that is resized, restored and paused", changes);
    }
    return stages;
}

}  // namespace plimsoll::tests
