// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/simulation_state.h"
#include "simulator/metrics/journeys.h"
#include "simulator/metrics/limits.h"
#include "tests/simulator/fixtures.h"
#include "tests/support/test_main.h"

#include <numeric>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

using Part = TimePart;
constexpr std::uint32_t kNone = TraceStore::kNoConnection;

SimTime ns(std::int64_t at)
{
    return SimTime{Duration{at}};
}

/// A source (rank 0) asks a gateway (1) over c0, that a function (2) over c1, that the tables 3, 4, 5 over c2, c3, c4.
std::vector<Link> links()
{
    std::vector<Link> all(5);
    const std::pair<std::uint32_t, std::uint32_t> ends[] = {{0, 1}, {1, 2}, {2, 3}, {2, 4}, {2, 5}};
    for (std::size_t at = 0; at < all.size(); ++at) {
        all[at].from = ends[at].first;
        all[at].to = ends[at].second;
    }
    all[0].fromSource = true;
    return all;
}

const MessageId kMessage{7, 1, 0, 0, 0};

/// "1 service 0-10, 2 cold start 10-40": who had the message, for what, from when to when.
std::string text(const TraceStore::Journey& journey)
{
    std::string all;
    for (const TraceStore::Step& step : journey.steps)
        all += (all.empty() ? "" : ", ") + std::to_string(step.node) + " " + std::string{toString(step.part)}
               + " " + std::to_string(step.from.time_since_epoch().count()) + "-"
               + std::to_string(step.to.time_since_epoch().count());
    return all;
}

TraceStore::Journey only(const TraceStore& store, const std::vector<Link>& ways = links())
{
    const auto journeys =
        store.journeys(ways, {{true, true, true, true, false, false}}, {-1, -1, -1, 0, -1, -1});
    return journeys.size() == 1 ? journeys.front() : TraceStore::Journey{};
}

double sum(const double (&parts)[kTimeParts])
{
    return std::accumulate(std::begin(parts), std::end(parts), 0.0);
}

double of(const double (&parts)[kTimeParts], Part part)
{
    return parts[static_cast<std::size_t>(part)];
}

const RequestTrace* find(const RunReport& report, const std::string& id)
{
    for (const RequestTrace& trace : report.traces)
        if (trace.id == id)
            return &trace;
    return nullptr;
}

}  // namespace

class TstJourneys : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nestedTimeIsTheCallees();
    void theCallThatEndedLastCounts();
    void callsInTurnAreWalkedBackwards();
    void aFailedTryAndItsWaitAreOne();
    void waitsOverAnotherConnectionDoNotDelayASink();
    void aCallBeforeTheWriteIsTheCallees();
    void orderOfSayingDoesNotMatter();
    void theSplitAveragesWholeNanoseconds();
    void aPathThroughGatewayFunctionAndTable();
    void partsSumToTheMeanResponse();
    void throttledTriesAreThrottleWait();
    void aFailedBatchIsRetry();
    void exemplarsAreOrderedAndWhole();
    void routesNotTakenLeaveOtherSinksFresh();
    void slotsKeepSumsWhenTheyWiden();
    void theTightestLimitBinds();
    void headRoomFollowsTheRate();
};

void TstJourneys::nestedTimeIsTheCallees()
{
    TraceStore store;
    store.sampleOneIn(0);
    store.add(kMessage, 1, Part::Service, ns(0), ns(10));
    store.called(kMessage, 1, 1, ns(10), ns(100));
    store.add(kMessage, 2, Part::ColdStart, ns(10), ns(40));
    store.add(kMessage, 2, Part::Service, ns(40), ns(60));
    store.called(kMessage, 2, 2, ns(60), ns(90));
    store.add(kMessage, 3, Part::Service, ns(60), ns(85));
    store.add(kMessage, 2, Part::Service, ns(60), ns(100));  // the function's whole wait, and its last 10 ns
    store.respond(kMessage, 0, ns(0), ns(0), ns(100));
    // Of the 100 ns: gateway 10, cold start 30, function 20 and 10, table 25, on the way back 5.
    QCOMPARE(text(only(store)), std::string{"1 service 0-10, 2 cold start 10-40, 2 service 40-60, "
                                            "3 service 60-85, 3 transfer 85-90, 2 service 90-100"});
    QVERIFY(isWhole(only(store)));
}

void TstJourneys::theCallThatEndedLastCounts()
{
    TraceStore store;
    store.sampleOneIn(0);
    store.called(kMessage, 1, 1, ns(0), ns(90));
    store.add(kMessage, 2, Part::Service, ns(0), ns(90));
    store.called(kMessage, 2, 2, ns(10), ns(50));
    store.add(kMessage, 3, Part::Service, ns(10), ns(50));
    store.called(kMessage, 2, 3, ns(10), ns(80));
    store.add(kMessage, 4, Part::Queue, ns(10), ns(30));
    store.add(kMessage, 4, Part::Service, ns(30), ns(80));
    store.respond(kMessage, 0, ns(0), ns(0), ns(90));
    QCOMPARE(text(only(store)),
             std::string{"2 service 0-10, 4 queue 10-30, 4 service 30-80, 2 service 80-90"});
}

void TstJourneys::callsInTurnAreWalkedBackwards()
{
    TraceStore store;
    store.sampleOneIn(0);
    store.called(kMessage, 1, 1, ns(0), ns(100));
    store.add(kMessage, 2, Part::Service, ns(0), ns(100));
    store.called(kMessage, 2, 2, ns(10), ns(50));
    store.called(kMessage, 2, 4, ns(10), ns(60));  // still open when the next began: it delayed nothing
    store.called(kMessage, 2, 3, ns(50), ns(90));
    for (const auto& [node, from, to] : {std::tuple{3u, 10, 50}, {5u, 10, 60}, {4u, 50, 90}})
        store.add(kMessage, node, Part::Service, ns(from), ns(to));
    store.respond(kMessage, 0, ns(0), ns(0), ns(100));
    QCOMPARE(text(only(store)),
             std::string{"2 service 0-10, 3 service 10-50, 4 service 50-90, 2 service 90-100"});
}

void TstJourneys::aFailedTryAndItsWaitAreOne()
{
    TraceStore store;
    store.sampleOneIn(0);
    store.add(kMessage, 1, Part::Service, ns(0), ns(5));  // of the try that was refused behind the gateway
    store.waited(kMessage, 0, 0, Part::ThrottleWait, ns(0), ns(60));
    store.waited(kMessage, 0, 0, Part::Retry, ns(60), ns(90));
    store.add(kMessage, 1, Part::Service, ns(90), ns(95));
    store.respond(kMessage, 0, ns(0), ns(90), ns(100));
    QCOMPARE(text(only(store)),
             std::string{"0 throttle wait 0-60, 0 retry 60-90, 1 service 90-95, 1 transfer 95-100"});
}

void TstJourneys::waitsOverAnotherConnectionDoNotDelayASink()
{
    std::vector<Link> ways = links();
    ways.push_back({});
    ways[5].from = 0;
    ways[5].to = 5;
    ways[0].sinks = {0};
    TraceStore store;
    store.sampleOneIn(0);
    store.waited(kMessage, 0, 5, Part::ThrottleWait, ns(0), ns(60));
    store.waited(kMessage, 0, 0, Part::Retry, ns(0), ns(20));
    store.add(kMessage, 3, Part::Service, ns(20), ns(30));
    store.arrive(kMessage, 3, ns(0), ns(30));
    QCOMPARE(text(only(store, ways)), std::string{"0 retry 0-20, 3 service 20-30"});
}

void TstJourneys::aCallBeforeTheWriteIsTheCallees()
{
    std::vector<Link> ways = links();
    TraceStore store;
    store.sampleOneIn(0);
    store.add(kMessage, 2, Part::Service, ns(0), ns(10));
    store.called(kMessage, 2, 3, ns(10), ns(40));  // looks something up in 4, then writes to 3
    store.add(kMessage, 4, Part::Service, ns(10), ns(40));
    store.add(kMessage, 2, Part::Queue, ns(10), ns(45));
    store.add(kMessage, 3, Part::Service, ns(45), ns(50));
    store.add(kMessage, 2, Part::Service, ns(10), ns(70));  // the run goes on after the record is readable
    store.arrive(kMessage, 3, ns(0), ns(50));
    QCOMPARE(text(only(store, ways)),
             std::string{"2 service 0-10, 4 service 10-40, 2 queue 40-45, 3 service 45-50"});
}

void TstJourneys::orderOfSayingDoesNotMatter()
{
    const auto tell = [](bool backwards) {
        TraceStore store;
        store.sampleOneIn(0);
        const std::vector<std::function<void()>> said{
            [&] { store.called(kMessage, 1, 1, ns(10), ns(100)); },
            [&] { store.add(kMessage, 1, Part::Service, ns(0), ns(10)); },
            [&] { store.waited(kMessage, 2, kNone, Part::Retry, ns(20), ns(50)); },
            [&] { store.add(kMessage, 2, Part::Service, ns(20), ns(90)); },
            [&] { store.respond(kMessage, 0, ns(0), ns(0), ns(100)); }};
        for (std::size_t at = 0; at < said.size(); ++at)
            said[backwards ? said.size() - 1 - at : at]();
        return text(only(store));
    };
    QCOMPARE(tell(false), std::string{"1 service 0-10, 2 transfer 10-20, 2 retry 20-50, 2 service 50-90, "
                                      "2 transfer 90-100"});
    QCOMPARE(tell(true), tell(false));
}

void TstJourneys::theSplitAveragesWholeNanoseconds()
{
    // 200 journeys of 1 ms service, and n ms in line: n = 1 ... 200. Mean wait 100.5 ms. p99 is the 198th, so the slowest
    // hundredth is 198, 199, 200: 199 ms.
    TraceStore store;
    store.sampleOneIn(0);
    constexpr std::int64_t kMs = 1'000'000;
    for (std::int64_t n = 1; n <= 200; ++n) {
        const MessageId id{static_cast<std::uint64_t>(n), 1, 0, 0, 0};
        store.add(id, 1, Part::Queue, ns(0), ns(n * kMs));
        store.add(id, 1, Part::Service, ns(n * kMs), ns((n + 1) * kMs));
        store.respond(id, 0, ns(0), ns(0), ns((n + 1) * kMs));
    }
    const auto journeys = store.journeys(links(), {}, {});
    const TimeSplit split = splitOf(endedAt(journeys, true, 0));
    QCOMPARE(split.samples, std::uint64_t{200});
    QCOMPARE(of(split.meanMillis, Part::Queue), 100.5);
    QCOMPARE(of(split.meanMillis, Part::Service), 1.0);
    QCOMPARE(of(split.p99Millis, Part::Queue), 199.0);
    const auto traces = exemplars(endedAt(journeys, true, 0), [](std::uint32_t) { return std::string{"x"}; });
    QCOMPARE(traces.size(), std::size_t{3});
    QCOMPARE(traces[0].totalNanos, 101 * kMs);  // the 100th of 200
    QCOMPARE(traces[1].totalNanos, 199 * kMs);  // the 198th
    QCOMPARE(traces[2].totalNanos, 201 * kMs);
}

void TstJourneys::aPathThroughGatewayFunctionAndTable()
{
    // Gateway 10 ms, function 20 ms, table 5 ms; five requests a second apart, so one cold start and nobody waits.
    Drawing drawing{5};
    drawing.source("clients", 1, {}, Arrivals::Regular)
        .place("api-gateway", "door", {{"overheadMillis", 10.0}, {"overheadP99Millis", 10.0}})
        .place("lambda", "work",
               {{"fixedMillis", 20.0}, {"perRecordMicros", 0.0}, {"codeInitMillis", std::int64_t{500}}})
        .place("dynamodb", "items", {{"writeLatencyMillis", 5.0}, {"wcu", std::int64_t{1000}}})
        .connect("clients", "door")
        .connect("door", "work")
        .connect("work", "items");
    drawing.scenario().opening = Opening::Cold;
    const RunReport report = run(drawing.design);
    QCOMPARE(report.paths.size(), std::size_t{1});
    const PathReport& path = report.paths.front();
    QVERIFY(path.succeeded >= 4);
    QCOMPARE(path.split.samples, path.succeeded);
    QVERIFY(near(of(path.split.meanMillis, Part::Service), 35, 0.001, "service"));
    QCOMPARE(of(path.split.meanMillis, Part::Queue), 0.0);
    QVERIFY(of(path.split.meanMillis, Part::ColdStart) > 500.0 / static_cast<double>(path.succeeded));
    const RequestTrace* usual = find(report, "trace/" + path.id + "/p50");
    QVERIFY(usual);
    std::string who;
    for (const TraceSegment& segment : usual->segments)
        if (segment.part == Part::Service)
            who += segment.component + " " + std::to_string((segment.toNanos - segment.fromNanos) / 1'000'000)
                   + " ";
    QCOMPARE(who, std::string{"door 10 work 20 items 5 "});
}

void TstJourneys::partsSumToTheMeanResponse()
{
    // Every message is sampled in so small a run, so the parts of the mean sum to the mean.
    Drawing drawing{30};
    drawing.source("clients", 80)
        .place("custom-server", "desk", {{"servers", std::int64_t{1}}})
        .connect("clients", "desk");
    const PathReport path = run(drawing.design).paths.front();
    QCOMPARE(path.split.samples, path.response.samples);
    QVERIFY(near(sum(path.split.meanMillis), *path.response.mean, 1e-6 * *path.response.mean, "mean"));
    QVERIFY(of(path.split.meanMillis, Part::Queue) > 0);
}

void TstJourneys::throttledTriesAreThrottleWait()
{
    // 1,500 records/s onto one shard of 1,000/s; a refused put costs its latency and then 100 ms, so each delivered
    // record has waited a whole number of (latency + 100 ms). Poisson: of regular arrivals the same would be refused again.
    Drawing drawing{10};
    drawing
        .source("sensors", 1500,
                {{"retry", std::string{"fixed"}},
                 {"maxAttempts", std::int64_t{5}},
                 {"retryDelayMillis", std::int64_t{100}}})
        .place(
            "kinesis-data-streams", "orders",
            {{"shards", std::int64_t{1}}, {"mode", std::string{"provisioned"}}, {"putLatencyMillis", 10.0}})
        .connect("sensors", "orders");
    const RunReport report = run(drawing.design);
    const PathReport& path = report.paths.front();
    QVERIFY(at(report, "orders").counts.throttled > 0);
    QVERIFY(of(path.split.meanMillis, Part::ThrottleWait) > 1);
    QCOMPARE(of(path.split.meanMillis, Part::Retry), 0.0);
    QVERIFY(near(of(path.split.meanMillis, Part::Service), 10, 1e-6, "service"));
    const RequestTrace* slowest = find(report, "trace/" + path.id + "/max");
    QVERIFY(slowest);
    QCOMPARE(slowest->segments.size(), std::size_t{2});
    QCOMPARE(slowest->segments[0].component, std::string{"sensors"});
    QCOMPARE(slowest->segments[0].toNanos % 110'000'000, std::int64_t{0});
    QCOMPARE(slowest->totalNanos, slowest->segments[0].toNanos + 10'000'000);
}

void TstJourneys::aFailedBatchIsRetry()
{
    // Half of the invocations fail and are tried again a second later: the failed run and the pause are "retry".
    Drawing drawing{30};
    drawing.source("sensors", 20, {})
        .place("kinesis-data-streams", "orders",
               {{"shards", std::int64_t{1}}, {"mode", std::string{"provisioned"}}})
        .place("lambda", "work", {{"errorPercent", 50.0}, {"fixedMillis", 10.0}})
        .place("dynamodb", "items", {{"wcu", std::int64_t{1000}}})
        .connect("sensors", "orders")
        .connect("orders", "work")
        .connect("work", "items");
    const RunReport report = run(drawing.design);
    for (const SinkReport& sink : report.sinks) {
        if (sink.component != "items")
            continue;
        QVERIFY(sink.split.samples > 0);
        QVERIFY(of(sink.split.meanMillis, Part::Retry) > 100);
        QVERIFY(of(sink.split.meanMillis, Part::BufferWait) > 0);
    }
}

void TstJourneys::exemplarsAreOrderedAndWhole()
{
    Drawing drawing{20};
    drawing.source("clients", 50)
        .place("custom-server", "desk", {{"servers", std::int64_t{1}}})
        .connect("clients", "desk");
    const RunReport report = run(drawing.design);
    QVERIFY(report.traces.size() >= 3);
    for (const RequestTrace& trace : report.traces) {
        std::int64_t reached = 0;
        for (const TraceSegment& segment : trace.segments) {
            QCOMPARE(segment.fromNanos, reached);
            reached = segment.toNanos;
        }
        QCOMPARE(reached, trace.totalNanos);
    }
    QVERIFY(report.traces[0].totalNanos <= report.traces[1].totalNanos);
    QVERIFY(report.traces[1].totalNanos <= report.traces[2].totalNanos);
}

void TstJourneys::routesNotTakenLeaveOtherSinksFresh()
{
    // A gateway sends half of the requests to each table; what went to the one is not missing at the other.
    Drawing drawing{60};
    drawing.source("clients", 20)
        .place("api-gateway", "door")
        .place("dynamodb", "left", {{"wcu", std::int64_t{1000}}})
        .place("dynamodb", "right", {{"wcu", std::int64_t{1000}}})
        .connect("clients", "door")
        .connect("door", "left", {{"route", std::string{"split"}}, {"share", 50.0}})
        .connect("door", "right", {{"route", std::string{"split"}}, {"share", 50.0}});
    const RunReport report = run(drawing.design);
    QCOMPARE(report.sinks.size(), std::size_t{2});
    for (const SinkReport& sink : report.sinks) {
        QVERIFY(sink.delivered > 300);
        QVERIFY(sink.freshnessMaxSeconds);
        QVERIFY(*sink.freshnessMaxSeconds < 1);
        QVERIFY(sink.undelivered < 5);
    }
}

void TstJourneys::slotsKeepSumsWhenTheyWiden()
{
    // 3 a second for 2,500 s: 1,024 slots are too few at 1 s and at 2 s, so they are 4 s wide: 625 of them.
    SlotSums sums;
    for (std::int64_t second = 0; second < 2500; ++second)
        sums.add(second, 3);
    const std::vector<double> means = sums.means(2500);
    QCOMPARE(SlotSums::widthFor(2500), 4.0);
    QCOMPARE(means.size(), std::size_t{625});
    for (const double mean : means)
        QCOMPARE(mean, 3.0);
    // Two slots held from 0.5 s to 2.5 s: 1, 2 and 1 slot-seconds.
    HeldSums held;
    held.spread(ns(500'000'000), ns(2'500'000'000), 2);
    QCOMPARE(held.means(4), (std::vector<double>{1, 2, 1, 0}));
    // The last slot counts for the time it has: 3 in half a second are 6 a second.
    SlotSums cut;
    cut.add(0, 3);
    QCOMPARE(cut.means(0.5), (std::vector<double>{6}));
}

void TstJourneys::theTightestLimitBinds()
{
    ComponentReport component;
    LimitUse records, bytes;
    records.limit = "records";
    bytes.limit = "bytes";
    records.capacity = bytes.capacity = 1;
    records.binSeconds = bytes.binSeconds = 2;
    records.overTime = {0.5, 0.9, 1.1, 0.85, 0.1};
    bytes.overTime = {0.7, 0.2, 0.3, 0.95, 0.2};
    component.limits = {records, bytes};
    describeHeadRoom(component);
    QCOMPARE(component.binding.size(), std::size_t{2});
    QCOMPARE(component.binding[0].limit, std::string{"records"});
    QCOMPARE(component.binding[0].fromSeconds, 2.0);
    QCOMPARE(component.binding[0].toSeconds, 6.0);
    QCOMPARE(component.binding[0].utilisation, 1.0);  // (0.9 + 1.1) / 2
    QCOMPARE(component.binding[1].limit, std::string{"bytes"});
    QCOMPARE(component.binding[1].toSeconds, 8.0);
    const TimeSeries& room = component.series.back();
    QCOMPARE(room.name, std::string{"head-room"});
    const std::vector<double> expected{0.3, 0.1, -0.1, 0.05, 0.8};
    for (std::size_t bin = 0; bin < expected.size(); ++bin)
        QVERIFY(near(room.values[bin], expected[bin], 1e-12, "head-room"));
}

void TstJourneys::headRoomFollowsTheRate()
{
    // 500 records of 1 KB a second onto one shard of 1,000 records/s: half of it, second by second.
    Drawing drawing{20};
    drawing.source("sensors", 500, {}, Arrivals::Regular)
        .place("kinesis-data-streams", "orders",
               {{"shards", std::int64_t{1}}, {"mode", std::string{"provisioned"}}})
        .connect("sensors", "orders");
    const RunReport report = run(drawing.design);
    bool seen = false;
    for (const TimeSeries& series : at(report, "orders").series) {
        if (series.name != "utilisation: records")
            continue;
        seen = true;
        QCOMPARE(series.values.size(), std::size_t{20});
        for (const double value : series.values)
            QVERIFY(near(value, 0.5, 0.002, "utilisation"));
    }
    QVERIFY(seen);
    QVERIFY(at(report, "orders").binding.empty());
}

PLIMSOLL_TEST(TstJourneys)
#include "tst_journeys.moc"
