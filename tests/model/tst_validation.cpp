// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/issue.h"
#include "tests/model/fixtures.h"
#include "tests/support/test_main.h"

#include <functional>
#include <limits>
#include <utility>

using namespace plimsoll;
using namespace plimsoll::tests;

using Change = std::function<void(Design&)>;
Q_DECLARE_METATYPE(Change)

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::vector<Issue> issuesOf(const Design& design)
{
    return validate(design, smallCatalog(), IntegrationTable::builtin());
}

const char* nameOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Hint:
        return "hint";
    }
    return "";
}

/// One line per issue: "error illegal-connection /connections/c9".
QStringList shown(const std::vector<Issue>& issues)
{
    QStringList lines;
    for (const Issue& issue : issues)
        lines += QString{"%1 %2 %3"}.arg(nameOf(issue.severity), q(issue.rule), q(issue.place));
    return lines;
}

Scenario& steady(Design& design)
{
    return design.scenarios.front();
}
TrafficProfile& traffic(Design& design)
{
    return steady(design).traffic["producers"];
}

void wire(Design& design, const char* id, const char* from, const char* to, ParameterMap parameters = {})
{
    design.connections.push_back(connection(id, from, to, std::move(parameters)));
}

void place(Design& design, const char* id, const char* service, ParameterMap parameters = {})
{
    design.components.push_back(component(id, service, std::move(parameters)));
}

ParameterMap retried()
{
    return {{"maximumRetryAttempts", std::int64_t{3}}};
}

}  // namespace

class TestValidation : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCleanDesignHasNoIssues() { QCOMPARE(shown(issuesOf(cleanDesign())), QStringList{}); }

    void anEmptyDesignHasNoIssues() { QCOMPARE(shown(issuesOf(Design{})), QStringList{}); }

    void anIgnoredParameterIsNamedWithWhatCanBeSet()
    {
        Design design = cleanDesign();
        design.connections[1].parameters["batchsize"] = std::int64_t{60};
        design.components.push_back(component("later", "data-firehose"));
        design.connections.push_back(connection("c4", "orders", "later", {{"filterShare", 50.0}}));
        QStringList says;
        for (const Issue& issue : validate(design, smallCatalog(), IntegrationTable::builtin())) {
            if (issue.rule == "ignored-parameter")
                says += q(issue.what + "; " + issue.remedy);
        }
        QCOMPARE(says,
                 (QStringList{"c2: `batchsize` has no effect on a poll from Kinesis Data Streams to Lambda; "
                              "did you mean \"batchSize\"?",
                              "c4: `filterShare` has no effect on a poll from Kinesis Data Streams to Data "
                              "Firehose; remove it; nothing but the kind can be set there"}));
    }

    void rulesFire_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, Change change, QStringList expected) {
            QTest::newRow(name) << std::move(change) << expected;
        };

        row("refused pair", [](Design& d) { wire(d, "c9", "orders", "table"); },
            {"error illegal-connection /connections/c9"});
        row("drawn against its way",
            [](Design& d) {
                place(d, "bucket", "s3");
                place(d, "analysts", "athena");
                wire(d, "c8", "function", "bucket");
                wire(d, "c9", "bucket", "analysts");
            },
            {"error illegal-connection /connections/c9"});
        row("a kind the pair does not have",
            [](Design& d) { d.connections[0].parameters["kind"] = std::string{"load"}; },
            {"error illegal-connection /connections/c1/parameters/kind"});
        row("no kind at all",
            [](Design& d) { d.connections[0].parameters["kind"] = std::string{"teleport"}; },
            {"error connection-parameter-range /connections/c1/parameters/kind"});
        row("custom code",
            [](Design& d) {
                place(d, "server", "custom-server");
                wire(d, "c9", "function", "server");
            },
            {"hint custom-code /connections/c9"});
        row("self connection", [](Design& d) { wire(d, "c9", "function", "function"); },
            {"error self-connection /connections/c9"});

        row("unknown service",
            [](Design& d) {
                place(d, "future", "quantum-teleporter");
                wire(d, "c9", "function", "future");
            },
            {"error unknown-service /components/future/service"});
        row("not simulated",
            [](Design& d) {
                place(d, "things", "iot-core");
                wire(d, "c9", "producers", "things");
            },
            {"error not-simulated /components/things/service"});

        const auto shards = [](ParameterValue value) {
            return [value](Design& d) { d.components[1].parameters["shards"] = value; };
        };
        const QStringList badShards{"error parameter-range /components/orders/parameters/shards"};
        row("below the range", shards(std::int64_t{0}), badShards);
        row("at the least", shards(std::int64_t{1}), {});
        row("at the most", shards(std::int64_t{500}), {});
        row("above the range", shards(std::int64_t{501}), badShards);
        row("far above the range", shards(1e300), badShards);
        row("not a number", shards(kNaN), badShards);
        row("infinite", shards(std::numeric_limits<double>::infinity()), badShards);
        row("a whole real", shards(3.0), {});
        row("half a shard", shards(3.5), badShards);
        row("text for a number", shards(std::string{"3"}), badShards);
        row("flag for a number", shards(true), badShards);
        row("list for a number", shards(RawJson{"[3]"}), badShards);
        row("auto where it can be sized", shards(Auto{}), {});
        row("auto where it cannot", [](Design& d) { d.components[1].parameters["retentionHours"] = Auto{}; },
            {"error parameter-range /components/orders/parameters/retentionHours"});
        row("a distribution for a number",
            [](Design& d) {
                d.components[2].parameters["recordSizeBytes"] = RawJson{R"({"distribution":"lognormal"})"};
            },
            {});
        row("unknown choice", [](Design& d) { d.components[1].parameters["mode"] = std::string{"free"}; },
            {"error parameter-range /components/orders/parameters/mode"});
        row("a value without effect",
            [](Design& d) {
                d.components[1].parameters["mode"] = std::string{"on-demand"};
                d.components[1].parameters["shards"] = std::int64_t{0};
            },
            {});
        row("number for a flag", [](Design& d) { d.components[0].parameters["arm"] = std::int64_t{1}; },
            {"error parameter-range /components/function/parameters/arm"});
        row("number for a text", [](Design& d) { d.components[0].parameters["runtime"] = std::int64_t{3}; },
            {"error parameter-range /components/function/parameters/runtime"});
        row("unknown parameter", [](Design& d) { d.components[0].parameters["zzz"] = kNaN; }, {});

        row("batch at the API's limit",
            [](Design& d) { d.connections[0].parameters["batchSize"] = std::int64_t{500}; }, {});
        row("batch above the API's limit",
            [](Design& d) { d.connections[0].parameters["batchSize"] = std::int64_t{501}; },
            {"error connection-parameter-range /connections/c1/parameters/batchSize"});
        row("a parameter the sender does not act on",
            [](Design& d) { d.connections[0].parameters["operations"] = std::int64_t{3}; },
            {"error ignored-parameter /connections/c1/parameters/operations"});
        row("a parameter of another kind",
            [](Design& d) { d.connections[2].parameters["everySeconds"] = std::int64_t{60}; },
            {"error ignored-parameter /connections/c3/parameters/everySeconds"});
        row("a parameter no connection has",
            [](Design& d) { d.connections[1].parameters["batchsize"] = std::int64_t{60}; },
            {"error ignored-parameter /connections/c2/parameters/batchsize"});
        row("a choice of older files",
            [](Design& d) { d.connections[2].parameters["operationsPer"] = std::string{"request"}; }, {});
        row("a share while everything is copied",
            [](Design& d) { d.connections[2].parameters["share"] = 40.0; }, {});
        row("unknown retry", [](Design& d) { d.connections[2].parameters["retry"] = std::string{"forever"}; },
            {"error connection-parameter-range /connections/c3/parameters/retry"});

        row("no rate", [](Design& d) { traffic(d).ratePerSecond = 0; },
            {"warning no-source /scenarios/steady"});
        row("a ramp from zero",
            [](Design& d) {
                traffic(d).ratePerSecond = 0;
                traffic(d).shape = TrafficShape::Ramp;
                traffic(d).endPerSecond = 10;
            },
            {});
        row("no scenario", [](Design& d) { d.scenarios.clear(); }, {"warning no-source /scenarios"});
        row("queries alone are work",
            [](Design& d) {
                steady(d).traffic.clear();
                place(d, "warehouse", "redshift");
                wire(d, "c9", "function", "warehouse");
                steady(d).queries.push_back({"q", "warehouse", "", 1, 0, 0, 1, 2, {}});
            },
            {});

        row("unreachable",
            [](Design& d) {
                place(d, "other", "lambda");
                wire(d, "c9", "other", "table");
            },
            {"warning unreachable /components/other"});
        row("reached by queries",
            [](Design& d) {
                place(d, "analysts", "athena");
                place(d, "bucket", "s3");
                wire(d, "c9", "analysts", "bucket");
                steady(d).queries.push_back({"q", "analysts", "", 1, 0, 0, 1, 2, {}});
            },
            {});
        row("orphan", [](Design& d) { place(d, "alone", "lambda"); }, {"hint orphan /components/alone"});
        row("a warehouse with queries only",
            [](Design& d) {
                place(d, "warehouse", "redshift");
                steady(d).queries.push_back({"q", "warehouse", "", 1, 0, 0, 1, 2, {}});
            },
            {});

        row("calls in a loop",
            [](Design& d) {
                place(d, "other", "lambda");
                wire(d, "c8", "function", "other", {{"kind", std::string{"call"}}});
                wire(d, "c9", "other", "function", {{"kind", std::string{"call"}}});
            },
            {"warning loop /components/function"});
        row("events in a loop", [](Design& d) { wire(d, "c9", "table", "function", retried()); },
            {"warning loop /components/function"});
        row("copies of copies close no loop",
            [](Design& d) {
                place(d, "elsewhere", "dynamodb");
                wire(d, "c8", "table", "elsewhere", {{"kind", std::string{"replicate"}}});
                wire(d, "c9", "elsewhere", "table", {{"kind", std::string{"replicate"}}});
            },
            {});
        row("reading closes no loop",
            [](Design& d) {
                d.connections[2].parameters["operation"] = std::string{"read"};
                wire(d, "c9", "table", "function", retried());
            },
            {});

        row("one zone in the only path",
            [](Design& d) {
                place(d, "server", "ec2");
                place(d, "bucket", "s3");
                wire(d, "c8", "producers", "server");
                wire(d, "c9", "server", "bucket");
            },
            {"hint single-point-of-failure /components/server"});
        row("two zonal servers side by side",
            [](Design& d) {
                place(d, "bucket", "s3");
                for (const char* id : {"one", "two"}) {
                    place(d, id, "ec2");
                    wire(d, *id == 'o' ? "c6" : "c7", "producers", id);
                    wire(d, *id == 'o' ? "c8" : "c9", id, "bucket");
                }
            },
            {});

        row("traffic for nothing", [](Design& d) { steady(d).traffic["nobody"].ratePerSecond = 1; },
            {"error traffic-source /scenarios/steady/traffic/nobody"});
        row("traffic for no source", [](Design& d) { steady(d).traffic["function"].ratePerSecond = 1; },
            {"error traffic-source /scenarios/steady/traffic/function"});
        const QStringList badRate{"error traffic-rate /scenarios/steady/traffic/producers/ratePerSecond"};
        row("the highest rate", [](Design& d) { traffic(d).ratePerSecond = 1e9; }, {});
        row(
            "above the highest rate", [](Design& d) { traffic(d).ratePerSecond = 1.1e9; }, badRate);
        row(
            "endless rate",
            [](Design& d) { traffic(d).ratePerSecond = std::numeric_limits<double>::infinity(); }, badRate);
        row(
            "rate of NaN",
            [](Design& d) {
                traffic(d).ratePerSecond = kNaN;
                traffic(d).peakPerSecond = 1;
            },
            badRate);
        row(
            "negative rate",
            [](Design& d) {
                traffic(d).ratePerSecond = -1;
                traffic(d).peakPerSecond = 1;
            },
            badRate);
        row("hour 24", [](Design& d) { traffic(d).peakHour = 24; },
            {"error traffic-rate /scenarios/steady/traffic/producers/peakHour"});

        const auto badTraffic = [](const char* member) {
            return QStringList{QString{"error traffic-rate /scenarios/steady/traffic/producers/"} + member};
        };
        row("steps",
            [](Design& d) {
                traffic(d).shape = TrafficShape::Step;
                traffic(d).levels = {{10, 5}, {20, 0}};
            },
            {});
        row(
            "steps without a level", [](Design& d) { traffic(d).shape = TrafficShape::Step; },
            badTraffic("levels"));
        row(
            "steps out of order",
            [](Design& d) {
                traffic(d).levels = {{20, 5}, {10, 0}};
            },
            badTraffic("levels/1/atSeconds"));
        row(
            "a negative level",
            [](Design& d) {
                traffic(d).levels = {{20, -5}};
            },
            badTraffic("levels/0/ratePerSecond"));
        row("a spike", [](Design& d) { traffic(d).spikes = {{10, 60, 2.5, {}, 600}}; }, {});
        row(
            "a spike of nothing",
            [](Design& d) {
                traffic(d).spikes = {{10, 60, {}, {}, 0}};
            },
            badTraffic("spikes/0"));
        row(
            "a spike of both",
            [](Design& d) {
                traffic(d).spikes = {{10, 60, 2, 2, 0}};
            },
            badTraffic("spikes/0"));
        row(
            "a spike of no time",
            [](Design& d) {
                traffic(d).spikes = {{10, 0, 2, {}, 0}};
            },
            badTraffic("spikes/0/seconds"));
        row(
            "a spike of NaN",
            [](Design& d) {
                traffic(d).spikes = {{10, 60, kNaN, {}, 0}};
            },
            badTraffic("spikes/0/factor"));
        row(
            "a spike within itself",
            [](Design& d) {
                traffic(d).spikes = {{10, 60, 2, {}, 60}};
            },
            badTraffic("spikes/0/everySeconds"));
        row(
            "a spike without end",
            [](Design& d) {
                traffic(d).spikes = {{10, 1e-6, 2, {}, 1e-5}};
            },
            badTraffic("spikes/0/everySeconds"));
        row(
            "a pause before the start",
            [](Design& d) {
                traffic(d).pauses = {{-1, 60, 0}};
            },
            badTraffic("pauses/0/startSeconds"));
        row("more pauses than can be told apart", [](Design& d) { traffic(d).pauses.resize(1001); },
            {"error traffic-rate /scenarios/steady/traffic/producers"});
        row("a load", [](Design& d) { traffic(d).load = 2.4; }, {});
        row(
            "a negative load", [](Design& d) { traffic(d).load = -1; }, badTraffic("load"));
        row(
            "a load of NaN", [](Design& d) { traffic(d).load = kNaN; }, badTraffic("load"));
        row("a load of the scenario", [](Design& d) { steady(d).load = -1; },
            {"error traffic-rate /scenarios/steady/load"});
        row(
            "a weekend of NaN", [](Design& d) { traffic(d).weekendFactor = kNaN; },
            badTraffic("weekendFactor"));
        row("bursts", [](Design& d) { traffic(d).arrivals = Arrivals::Bursty; }, {});
        // A tenth of the time at ten times the mean is all there is; more is not possible.
        row("bursts that hold everything",
            [](Design& d) {
                traffic(d).arrivals = Arrivals::Bursty;
                traffic(d).burstFactor = 10;
            },
            {});
        row(
            "bursts above the mean",
            [](Design& d) {
                traffic(d).arrivals = Arrivals::Bursty;
                traffic(d).burstFactor = 10.1;
            },
            badTraffic("burstFactor"));
        row(
            "bursts of no time",
            [](Design& d) {
                traffic(d).arrivals = Arrivals::Bursty;
                traffic(d).burstSeconds = 0;
            },
            badTraffic("burstSeconds"));
        row(
            "a trace without a file", [](Design& d) { traffic(d).shape = TrafficShape::Trace; },
            badTraffic("file"));
        row(
            "a trace that cannot be read",
            [](Design& d) {
                traffic(d).shape = TrafficShape::Trace;
                traffic(d).file = "calls.csv";
                traffic(d).trace.problem = Error{"calls.csv:3", "the time is negative", "sort it"};
            },
            badTraffic("file"));

        const QStringList badDuration{"error scenario-duration /scenarios/steady/durationSeconds"};
        row(
            "no duration", [](Design& d) { steady(d).durationSeconds = 0; }, badDuration);
        row(
            "negative duration", [](Design& d) { steady(d).durationSeconds = -1; }, badDuration);
        row(
            "duration of NaN", [](Design& d) { steady(d).durationSeconds = kNaN; }, badDuration);
        row("ten years", [](Design& d) { steady(d).durationSeconds = 315'576'000; }, {});
        row(
            "more than ten years", [](Design& d) { steady(d).durationSeconds = 315'576'001; }, badDuration);

        row("unknown metric", [](Design& d) { steady(d).objectives[0].metric = "delay-p98"; },
            {"error objective /scenarios/steady/objectives/0/metric"});
        row("objective of nothing", [](Design& d) { steady(d).objectives[0].component = "nobody"; },
            {"error objective /scenarios/steady/objectives/0/component"});
        row("objective without a component", [](Design& d) { steady(d).objectives[0].component.clear(); },
            {"error objective /scenarios/steady/objectives/0/component"});
        row("objective without a target", [](Design& d) { steady(d).objectives[0].atMostMillis.reset(); },
            {"error objective /scenarios/steady/objectives/0"});
        row("objective of NaN", [](Design& d) { steady(d).objectives[0].atMostMillis = kNaN; },
            {"error objective /scenarios/steady/objectives/0/atMostMillis"});

        row("queries of nothing",
            [](Design& d) {
                steady(d).queries.push_back({"q", "nobody", "", 1, 0, 0, 1, 2, {}});
            },
            {"error load-target /scenarios/steady/queries/q/target"});
        row("queries of a function",
            [](Design& d) {
                steady(d).queries.push_back({"q", "function", "", 1, 0, 0, 1, 2, {}});
            },
            {"error load-target /scenarios/steady/queries/q/target"});
        row("a job after itself",
            [](Design& d) {
                place(d, "warehouse", "redshift");
                wire(d, "c9", "function", "warehouse");
                JobLoad job;
                job.id = "a";
                job.component = "warehouse";
                job.afterJob = "b";
                steady(d).jobs.push_back(job);
                std::swap(job.id, job.afterJob);
                steady(d).jobs.push_back(job);
            },
            {"error load-target /scenarios/steady/jobs/a/afterJob",
             "error load-target /scenarios/steady/jobs/b/afterJob"});

        const auto fault = [](Fault value) {
            return [value](Design& d) { steady(d).faults.push_back(value); };
        };
        row("a fault", fault({"f", "table", FaultKind::Down, 60, 60, 1, {}}), {});
        row("fault of nothing", fault({"f", "nobody", FaultKind::Down, 60, 60, 1, {}}),
            {"error fault-target /scenarios/steady/faults/f/component"});
        row("fault after the end", fault({"f", "table", FaultKind::Down, 3600, 60, 1, {}}),
            {"warning fault-target /scenarios/steady/faults/f/startSeconds"});
        row("more errors than calls", fault({"f", "table", FaultKind::Errors, 60, 60, 1.5, {}}),
            {"error fault-target /scenarios/steady/faults/f/factor"});

        row("nothing to pause", fault({"f", "table", FaultKind::ConsumerPaused, 60, 60, 1, {}}),
            {"error fault-kind /scenarios/steady/faults/f/kind"});
        row("nothing to poison", fault({"f", "orders", FaultKind::PoisonRecord, 60, 60, 1, {}}),
            {"error fault-kind /scenarios/steady/faults/f/kind"});
        row("no deployment of AWS's own", fault({"f", "table", FaultKind::Deployment, 60, 60, 1, {}}),
            {"error fault-kind /scenarios/steady/faults/f/kind"});
        row("no Spot", fault({"f", "table", FaultKind::SpotInterruption, 60, 60, 0.5, {}}),
            {"error fault-kind /scenarios/steady/faults/f/kind"});
        row("a source has no fault", fault({"f", "producers", FaultKind::Down, 60, 60, 1, {}}),
            {"error fault-kind /scenarios/steady/faults/f/kind"});
        row("a cut that takes nothing", fault({"f", "table", FaultKind::CapacityCut, 60, 60, 1, {}}),
            {"warning fault-kind /scenarios/steady/faults/f/factor"});
        row("a zone", fault({"f", "", FaultKind::ZoneLost, 60, 60, 1, {}, "b"}), {});
        row("no zone said", fault({"f", "", FaultKind::ZoneLost, 60, 60, 1, {}, {}}),
            {"error fault-target /scenarios/steady/faults/f/zone"});
        row("no such zone", fault({"f", "", FaultKind::ZoneLost, 60, 60, 1, {}, "z"}),
            {"error fault-kind /scenarios/steady/faults/f/zone"});
        row("a zone that means nothing", fault({"f", "table", FaultKind::Down, 60, 60, 1, {}, "a"}),
            {"warning fault-kind /scenarios/steady/faults/f/zone"});

        const auto redrive = [](Redrive value) {
            return [value](Design& d) {
                place(d, "jobs", "sqs");
                place(d, "dead", "sqs");
                wire(d, "c8", "function", "jobs");
                wire(d, "c9", "jobs", "dead");
                steady(d).redrives.push_back(value);
            };
        };
        row("a redrive", redrive({"r", "dead", 60, 500, {}}), {});
        row("a redrive of nothing", redrive({"r", "nobody", 60, 0, {}}),
            {"error redrive-target /scenarios/steady/redrives/r/component"});
        row("a redrive of nobody's dead-letter queue", redrive({"r", "jobs", 60, 0, {}}),
            {"error redrive-target /scenarios/steady/redrives/r/component"});
        row("a redrive after the end", redrive({"r", "dead", 3600, 0, {}}),
            {"warning redrive-target /scenarios/steady/redrives/r/startSeconds"});
        row("a redrive before the start", redrive({"r", "dead", -1, 0, {}}),
            {"error redrive-target /scenarios/steady/redrives/r/startSeconds"});
        row("a redrive faster than SQS moves", redrive({"r", "dead", 60, 501, {}}),
            {"error redrive-target /scenarios/steady/redrives/r/ratePerSecond"});
        row("a redrive at a rate below none", redrive({"r", "dead", 60, -1, {}}),
            {"error redrive-target /scenarios/steady/redrives/r/ratePerSecond"});

        const auto worked = [](std::int64_t visibility, std::int64_t timeout) -> Change {
            return [visibility, timeout](Design& d) {
                place(d, "jobs", "sqs", {{"visibilitySeconds", visibility}});
                place(d, "worker", "lambda", {{"timeoutSeconds", timeout}});
                wire(d, "c8", "function", "jobs");
                wire(d, "c9", "jobs", "worker", {{"kind", std::string{"poll"}}});
            };
        };
        row("hidden for less than a run", worked(29, 30),
            {"error visibility /components/jobs/parameters/visibilitySeconds"});
        row("hidden for as long as a run", worked(30, 30),
            {"hint visibility /components/jobs/parameters/visibilitySeconds"});
        row("hidden for just below six runs", worked(179, 30),
            {"hint visibility /components/jobs/parameters/visibilitySeconds"});
        row("hidden for six runs", worked(180, 30), {});

        row("month of an unknown scenario",
            [](Design& d) {
                d.month.push_back({"gone", 1.0, {}, {}});
            },
            {"error month-mix /month/0/scenario"});
        row("two rests of the month",
            [](Design& d) {
                d.month.push_back({"steady", {}, {}, {}});
                d.month.push_back({"steady", {}, {}, {}});
            },
            {"error month-mix /month/1"});

        row("retries without end", [](Design& d) { d.connections[1].parameters.clear(); },
            {"hint poison-record /connections/c2/parameters/maximumRetryAttempts"});
        row("five shared readers", [](Design& d) { addReaders(d, 4, {}); }, {});
        row("six shared readers", [](Design& d) { addReaders(d, 5, {}); },
            {"warning shared-readers /components/orders"});
        const auto deliversTo = [](std::initializer_list<const char*> buckets) {
            return [buckets = std::vector<const char*>{buckets}](Design& d) {
                d.components.push_back(component("later", "data-firehose"));
                d.connections.push_back(connection("c8", "orders", "later"));
                for (const char* bucket : buckets) {
                    d.components.push_back(component(bucket, "s3"));
                    d.connections.push_back(connection(std::string{"to-"} + bucket, "later", bucket));
                }
                std::sort(d.components.begin(), d.components.end(),
                          [](const Component& a, const Component& b) { return a.id < b.id; });
            };
        };
        row("one target", deliversTo({"raw"}), {});
        row("two targets of who has one", deliversTo({"raw", "raw2"}),
            {"error too-many-targets /components/later"});
        row("six readers, one enhanced", [](Design& d) { addReaders(d, 5, "enhanced"); }, {});
    }
    void rulesFire()
    {
        QFETCH(Change, change);
        QFETCH(QStringList, expected);
        Design design = cleanDesign();
        change(design);
        const std::vector<Issue> issues = issuesOf(design);
        QCOMPARE(shown(issues), expected);
        for (const Issue& issue : issues) {
            QVERIFY(!issue.what.empty());
            QVERIFY(!issue.remedy.empty());
        }
    }

    void aRefusalExplainsItself()
    {
        Design design = cleanDesign();
        wire(design, "c9", "orders", "table");
        const Issue issue = issuesOf(design).front();
        QCOMPARE(q(issue.connection), QString("c9"));
        QVERIFY(q(issue.what).startsWith("Kinesis Data Streams cannot deliver to DynamoDB"));
        QVERIFY(q(issue.remedy).startsWith("put Lambda"));
        QVERIFY(q(issue.source).startsWith("https://"));
    }

    void aRangeNamesItsBoundsAndSource()
    {
        Design design = cleanDesign();
        design.components[1].parameters["shards"] = std::int64_t{501};
        const Issue issue = issuesOf(design).front();
        QCOMPARE(q(issue.component), QString("orders"));
        QCOMPARE(q(issue.what), QString("Open shards of orders is 501, outside its range"));
        QCOMPARE(q(issue.remedy), QString("use 1 to 500"));
        QVERIFY(!issue.source.empty());
    }

    void issuesAreSortedBySeverityThenPlace()
    {
        Design design = cleanDesign();
        place(design, "alone", "lambda");
        design.components[1].parameters["shards"] = std::int64_t{0};
        wire(design, "c9", "orders", "table");
        steady(design).traffic["producers"].ratePerSecond = 0;
        const std::vector<Issue> issues = issuesOf(design);
        QCOMPARE(shown(issues),
                 (QStringList{"error parameter-range /components/orders/parameters/shards",
                              "error illegal-connection /connections/c9",
                              "warning no-source /scenarios/steady", "hint orphan /components/alone"}));
        QVERIFY(hasErrors(issues));
        QVERIFY(!hasErrors({issues.back()}));
    }

    void everyMetricIsAccepted()
    {
        for (const std::string& metric : knownMetrics()) {
            Design design = cleanDesign();
            steady(design).objectives[0] = {metric, "table", 1.0, 1.0, {}};
            QCOMPARE(shown(issuesOf(design)), QStringList{});
        }
    }

private:
    /// More functions that read the stream; the first with this kind of reader.
    static void addReaders(Design& design, int count, const std::string& firstReader)
    {
        for (int at = 0; at < count; ++at) {
            const std::string id = "reader-" + std::to_string(at);
            ParameterMap parameters = retried();
            if (at == 0 && !firstReader.empty())
                parameters["reader"] = firstReader;
            design.components.push_back(component(id, "lambda"));
            design.connections.push_back(connection("to-" + id, "orders", id, parameters));
        }
    }
};

PLIMSOLL_TEST(TestValidation)
#include "tst_validation.moc"
