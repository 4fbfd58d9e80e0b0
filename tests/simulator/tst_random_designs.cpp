// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serialization/design_file.h"
#include "tests/simulator/fixtures.h"
#include "tests/simulator/random_design.h"
#include "tests/simulator/transcript.h"
#include "tests/support/test_main.h"

#include <cstdlib>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Why the summary cannot be: a percentile without the samples for it, or one above a higher one.
std::string wrongWith(const LatencySummary& s)
{
    if (s.samples == 0)
        return s.mean || s.p50 || s.p90 || s.p95 || s.p99 || s.p999 || s.max ? "a figure without a sample"
                                                                             : "";
    if (!s.mean || !s.p50 || !s.p90 || !s.max)
        return "samples without figures";
    if (s.p95.has_value() != (s.samples >= 72) || s.p99.has_value() != (s.samples >= 368)
        || s.p999.has_value() != (s.samples >= 3688))
        return "a percentile of too few samples";
    double last = 0;
    for (const std::optional<double>& figure : {s.p50, s.p90, s.p95, s.p99, s.p999, s.max}) {
        if (figure && !(*figure >= last && std::isfinite(*figure)))
            return "percentiles out of order";
        last = figure.value_or(last);
    }
    return *s.mean >= 0 && *s.mean <= *s.max ? "" : "a mean above the maximum";
}

bool isAmount(double value)
{
    return std::isfinite(value) && value >= 0;
}

/// Everything that must hold in any run whatever; empty when it does.
std::string wrongWith(const Design& design, const RunReport& report)
{
    for (const Audit& audit : report.audits) {
        if (!audit.passed)
            return audit.name + ": " + audit.detail;
    }
    for (const ComponentReport& c : report.components) {
        if (const std::string why = wrongWith(c.latency); !why.empty())
            return "latency of " + c.id + ": " + why;
        if (c.counts.retried > c.counts.offered)
            return c.id + " retried more than it was offered";
        for (const LimitUse& limit : c.limits) {
            if (!isAmount(limit.mean) || !isAmount(limit.peak) || !isAmount(limit.utilisation)
                || !isAmount(limit.refused) || limit.mean > limit.peak * (1 + 1e-9) + 1e-9)
                return "limit " + limit.label + " of " + c.id + ": mean " + plainNumber(limit.mean)
                       + ", peak " + plainNumber(limit.peak);
        }
        for (const double figure : {c.backlogMean, c.backlogPeak, c.backlogFinal, c.peakAgeSeconds}) {
            if (!isAmount(figure))
                return "a backlog or an age of " + c.id + " is " + plainNumber(figure);
        }
        for (const double part : c.partMillis) {
            if (!isAmount(part))
                return "a part of the time at " + c.id + " is " + plainNumber(part);
        }
        for (const Fact& fact : c.facts) {
            if (!isAmount(fact.value))
                return fact.name + " of " + c.id + " is " + plainNumber(fact.value);
        }
        // What a store took in was, for each of its readers, read, dropped or is still there, and once more what it reads
        // again.
        double seenByAll = 0, again = 0;
        for (const Fact& fact : c.facts)
            again += fact.id == "replayed-records" ? fact.value : 0;
        for (const ConsumerCounts& consumer : c.consumers) {
            const std::uint64_t seen =
                consumer.delivered + consumer.filtered + consumer.expired + consumer.resident;
            seenByAll += static_cast<double>(seen);
            if (c.service == "kinesis-data-streams"
                && (seen < c.counts.accepted || (again == 0 && seen != c.counts.accepted)))
                return "reader " + consumer.connection + " of " + c.id + ": " + std::to_string(seen) + " of "
                       + std::to_string(c.counts.accepted);
        }
        if (c.service == "kinesis-data-streams" && !c.consumers.empty()
            && seenByAll != static_cast<double>(c.counts.accepted * c.consumers.size()) + again)
            return "readers of " + c.id + " saw " + plainNumber(seenByAll) + ", of "
                   + std::to_string(c.counts.accepted) + " each and " + plainNumber(again) + " again";
    }
    // The consumers of a queue share its messages: each was deleted by one of them, expired, dead-lettered or is there.
    for (const ComponentReport& c : report.components) {
        std::uint64_t seen = 0;
        for (const ConsumerCounts& consumer : c.consumers)
            seen += consumer.delivered;
        if (c.service == "sqs" && !c.consumers.empty()
            && seen + c.consumers.front().expired + c.consumers.front().resident != c.counts.accepted)
            return "queue " + c.id + " miscounts its messages";
    }
    for (const PathReport& path : report.paths) {
        if (const std::string why = wrongWith(path.response); !why.empty())
            return "response of " + path.id + ": " + why;
        if (path.response.samples != path.succeeded || path.gaveUp > path.failed)
            return "path " + path.id + " miscounts its answers";
    }
    for (const SinkReport& sink : report.sinks) {
        if (const std::string why = wrongWith(sink.delay); !why.empty())
            return "delay of " + sink.component + ": " + why;
        if (sink.delay.samples != sink.delivered)
            return "sink " + sink.component + " miscounts what it delivered";
        if (!isAmount(sink.undeliveredAgeSeconds) || !isAmount(sink.freshnessMeanSeconds.value_or(0))
            || sink.freshnessMeanSeconds.value_or(0) > sink.freshnessMaxSeconds.value_or(0) + 1e-9)
            return "freshness of " + sink.component;
    }
    for (const MeterReading& reading : report.usage) {
        if (!isAmount(reading.amount) || !isAmount(reading.inflowPerSecond) || !isAmount(reading.startStock)
            || !(reading.observedSeconds > 0) || !findComponent(design, reading.component))
            return "meter " + reading.meter + " of " + reading.component + " reads "
                   + plainNumber(reading.amount);
    }
    return {};
}

/// What one component reports, as text.
std::string textOf(const ComponentReport& component)
{
    RunReport alone;
    alone.components.push_back(component);
    return Transcript{alone}.text;
}

Result<RunReport> simulated(const Design& design)
{
    RunMonitor monitor;
    return simulate(design, library(), {}, monitor);
}

}  // namespace

/// Whatever legal thing is drawn, the books balance and the same run comes out twice.
class TstRandomDesigns final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void booksBalance_data()
    {
        QTest::addColumn<quint64>("first");
        QTest::addColumn<quint64>("count");
        // PLIMSOLL_RANDOM_SEED repeats one design by the number a failure names, PLIMSOLL_RANDOM_COUNT asks for more.
        const char* seed = std::getenv("PLIMSOLL_RANDOM_SEED");
        const char* count = std::getenv("PLIMSOLL_RANDOM_COUNT");
        const quint64 first = seed ? std::strtoull(seed, nullptr, 10) : 1;
        const quint64 all = count ? std::strtoull(count, nullptr, 10) : seed ? 1 : 300;
        QTest::newRow("designs") << first << all;
    }
    void booksBalance()
    {
        QFETCH(quint64, first);
        QFETCH(quint64, count);
        std::uint64_t events = 0;
        QStringList failures;
        for (quint64 seed = first; seed < first + count; ++seed) {
            const Design design = RandomDesign{seed, library()}.make();
            const Result<RunReport> report = simulated(design);
            std::string why = report ? wrongWith(design, *report) : report.error().toString();
            if (why.empty()) {
                const Result<RunReport> again = simulated(design);
                if (!again || Transcript{*report}.text != Transcript{*again}.text)
                    why = "two runs of the same seed differ";
            }
            if (report)
                events += report->provenance.events;
            if (why.empty())
                continue;
            if (failures.isEmpty())
                qWarning("design %llu:\n%s", static_cast<unsigned long long>(seed),
                         writeDesign(design).c_str());
            failures << QStringLiteral("design %1: %2").arg(seed).arg(QString::fromStdString(why));
            qWarning("%s", qPrintable(failures.last()));
        }
        qInfo("%llu designs, %llu events", static_cast<unsigned long long>(count),
              static_cast<unsigned long long>(events));
        QVERIFY2(failures.isEmpty(), qPrintable(QStringLiteral("%1 designs failed").arg(failures.size())));
    }
    void anUnrelatedBranchShiftsNothing()
    {
        // Draws go by content and ties by depth and id, so what else is drawn must not move a single record.
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            const Design design = RandomDesign{seed, library()}.make();
            Drawing joined;
            joined.design = design;
            joined.source("aa-source", 40)
                .place("kinesis-data-streams", "mm-stream", {{"shards", std::int64_t{2}}})
                .place("lambda", "zz-worker")
                .connect("aa-source", "mm-stream")
                .connect("mm-stream", "zz-worker");
            joined.design.connections[joined.design.connections.size() - 2].id = "a1";
            joined.design.connections.back().id = "z1";
            std::sort(joined.design.connections.begin(), joined.design.connections.end(),
                      [](const auto& a, const auto& b) { return a.id < b.id; });
            const Result<RunReport> alone = simulated(design);
            const Result<RunReport> together = simulated(joined.design);
            QVERIFY2(alone && together, together ? "" : together.error().toString().c_str());
            QVERIFY(wrongWith(joined.design, *together).empty());
            for (const ComponentReport& component : alone->components)
                QVERIFY2(
                    textOf(component) == textOf(at(*together, component.id)),
                    qPrintable(
                        QStringLiteral("design %1: %2").arg(seed).arg(QString::fromStdString(component.id))));
        }
    }
    void anotherSeedIsAnotherRun()
    {
        int differ = 0;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const Design design = RandomDesign{seed, library()}.make();
            RunOptions options;
            options.seed = 2;
            RunMonitor monitor;
            const Result<RunReport> other = simulate(design, library(), options, monitor);
            QVERIFY(other.has_value());
            QVERIFY(wrongWith(design, *other).empty());
            differ += Transcript{*simulated(design)}.text != Transcript{*other}.text ? 1 : 0;
        }
        QVERIFY(differ >= 18);  // a design may have hardly any traffic
    }
};

PLIMSOLL_TEST(TstRandomDesigns)
#include "tst_random_designs.moc"
