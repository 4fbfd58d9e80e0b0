// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/study/carried_work.h"
#include "app/study/counterfactuals.h"
#include "app/study/evaluation.h"
#include "model/serialization/design_file.h"
#include "simulator/services/builtin_services.h"

#include <algorithm>

using namespace plimsoll;

/// What practitioners run into, as a design each: what is named is what refused or held up, and what is advised helps.
class TstWhatBinds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCauseIsNamedWithItsCure_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("verdict");
        QTest::addColumn<std::string>("finding");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("remedy");
        // 200 writes/s that all reach an index: 250 with head-room.
        QTest::newRow("an index holds its table back")
            << std::string{"index-holds-its-table-back"} << std::string{"t binds on writes of an index ("}
            << std::string{"refused"} << std::string{"Writes of an index"}
            << std::string{"Raise write capacity of an index from 50 to 250"};
        // 20,000 writes/s are served at once after a peak of 10,000, and at 80% after one of 12,500.
        QTest::newRow("on demand beyond twice its peak")
            << std::string{"on-demand-beyond-twice-its-peak"}
            << std::string{"t binds on writes of one partition (5"} << std::string{"refused"}
            << std::string{"Writes of one partition"}
            << std::string{"Raise earlier write peak from 2,000 to 12,500"};
        QTest::newRow("a peak that auto scaling does not follow")
            << std::string{"floor-of-auto-scaling"} << std::string{"t binds on write capacity"}
            << std::string{"refused"} << std::string{"Write capacity"}
            << std::string{"Raise least write capacity from 1 to 1,250"};
        // 100 events/s of 2 s each: 200 executions, 250 with head-room.
        QTest::newRow("events wait for executions")
            << std::string{"events-beyond-reserved-executions"}
            << std::string{"f binds on concurrent executions"} << std::string{"no-room"}
            << std::string{"Work at f found no room"}
            << std::string{"Raise reserved concurrency from 20 to 25"};
        // Each shard's records are worked on one after the other, 57 ms each.
        QTest::newRow("one worker for each shard")
            << std::string{"one-worker-for-each-shard"} << std::string{"k falls behind by"}
            << std::string{"backlog-grows"} << std::string{"bound by Batches at once of k ("}
            << std::string{"Give k more of what its work is spread over"};
        // 1,500/s of 100 ms are 150 at once; so many come in the three seconds that an environment takes to start.
        QTest::newRow("environments that are slow to start")
            << std::string{"environments-that-are-slow-to-start"}
            << std::string{"f binds on concurrent executions"} << std::string{"starts-in-the-way"}
            << std::string{"its work by itself needs 151 at once"} << std::string{"Keep 188 provisioned"};
        // 9,000 records/s take nine shards' worth, 11.25 with head-room: twice a peak of 6 MiB/s.
        QTest::newRow("an on-demand stream beyond its peak")
            << std::string{"on-demand-stream-beyond-its-peak"} << std::string{"k binds on records written"}
            << std::string{"refused"} << std::string{"bound by Records written"}
            << std::string{"Raise highest write of the last 30 days from 2 to 6"};
        // One group: ten messages each 60 ms or so, of 300/s.
        QTest::newRow("one message group")
            << std::string{"one-message-group"} << std::string{"q falls behind by"}
            << std::string{"backlog-grows"} << std::string{"held up by order"}
            << std::string{"Spread the messages over more groups"};
        // 100/s of 57 ms each take 5.7 workers, 7.1 with head-room; one has two.
        QTest::newRow("too few workers")
            << std::string{"workers-of-a-long-queue"} << std::string{"q falls behind by"}
            << std::string{"backlog-grows"} << std::string{"bound by Workers busy"}
            << std::string{"Raise instances from 1 to "};
        // 4,000 documents/s, of which three nodes index 3,000.
        QTest::newRow("an index takes in less than comes")
            << std::string{"more-documents-than-an-index-takes"} << std::string{"o falls behind by"}
            << std::string{"backlog-grows"} << std::string{"bound by vCPUs at work"}
            << std::string{"Raise data nodes from 3 to 5"};
        // 50 jobs/s are taken, of a minute each on 256 vCPUs: what is turned away is not what waits.
        QTest::newRow("more jobs than may be submitted")
            << std::string{"jobs-beyond-their-submits"} << std::string{"batch binds on jobs submitted"}
            << std::string{"backlog-grows"} << std::string{"bound by Jobs at once"}
            << std::string{"Raise vCPU, at most"};
        // 1,000/s of 40 ms are 40 executions at once; a thousand wait for two vCPUs.
        QTest::newRow("executions that wait for a database")
            << std::string{"a-function-before-a-slow-database"}
            << std::string{"fn is kept busy by calls to db, which is at 9"} << std::string{"refused"}
            << std::string{"fn refused"} << std::string{"Relieve db first, which is at 9"};
        // Batches of ten, each a call after the other: of 50 batches at once most wait for two vCPUs.
        QTest::newRow("batches that wait for a database")
            << std::string{"a-queue-before-a-slow-database"}
            << std::string{"fn is kept busy by calls to db, which is at 99"} << std::string{"backlog-grows"}
            << std::string{"bound by Batches at once of q ("}
            << std::string{"Relieve db first, which is at 99"};
        // 29 s are given, the function takes 35: nothing binds, and all of it is given up.
        QTest::newRow("a gateway gives up before its function is done")
            << std::string{"a-gateway-before-a-long-function"}
            << std::string{"after its timeout: f takes longer."} << std::string{"timed-out"}
            << std::string{"f takes 35 s on average"} << std::string{"Make f quicker than that"};
        // Work of 15 s on messages that are hidden for 10: most of it is done twice, and nobody failed.
        QTest::newRow("messages come back while they are worked on")
            << std::string{"messages-that-come-back-too-soon"} << std::string{"q falls behind by"}
            << std::string{"comes-back-too-soon"} << std::string{"while e is still at work on them"}
            << std::string{"Let messages stay hidden for longer than e takes"};
        QTest::newRow("what is done twice is no progress")
            << std::string{"messages-that-come-back-too-soon"} << std::string{"dead-lettered"}
            << std::string{"backlog-grows"} << std::string{"e finished 0.37"}
            << std::string{"Let messages stay hidden for longer than e takes"};
        QTest::newRow("messages that came back are valid")
            << std::string{"messages-that-come-back-too-soon"} << std::string{"dead-lettered"}
            << std::string{"dead-lettered"} << std::string{"all of them valid: they came back while e"}
            << std::string{"stay hidden for longer than e takes"};
        QTest::newRow("a database is away for a while")
            << std::string{"a-database-that-fails-over"} << std::string{"db was down and refused"}
            << std::string{"refused"} << std::string{": a fault took it away for 30 s"}
            << std::string{"Let callers try again for longer than that"};
        QTest::newRow("a peak that starts cold")
            << std::string{"a-peak-that-starts-cold"} << std::string{"Nothing binds"}
            << std::string{"cold-starts"} << std::string{"waited for a new environment"}
            << std::string{"Keep environments provisioned"};
        // Eight polls a second of the five that a shard answers: at 80% three readers may share it.
        QTest::newRow("more readers than a shard answers")
            << std::string{"eight-readers-and-one-poll-each"}
            << std::string{"k binds on read calls of shared consumers"} << std::string{"reads-refused"}
            << std::string{"k refused its readers"}
            << std::string{"Give 5 of its 8 readers reads of their own"};
        // 160 MB/s in three copies on three brokers: 480 MB/s on a disk of 244.
        QTest::newRow("disks of brokers")
            << std::string{"brokers-whose-disks-are-too-slow"}
            << std::string{"m binds on bytes written to the storage of a broker (197%)"}
            << std::string{"backlog-grows"}
            << std::string{"bound by Bytes written to the storage of a broker"}
            << std::string{"Raise brokers from 3 to "};
        QTest::newRow("nothing behind the balancer")
            << std::string{"a-balancer-without-targets"} << std::string{"records lost (100%)"}
            << std::string{"refused"} << std::string{"refused 100%"}
            << std::string{"Connect something that takes its requests"};
    }
    void theCauseIsNamedWithItsCure()
    {
        QFETCH(std::string, name);
        QFETCH(std::string, verdict);
        QFETCH(std::string, finding);
        QFETCH(std::string, text);
        QFETCH(std::string, remedy);
        const RunReport report = played(designOf(name));
        const std::string said = verdictText(plimsoll::verdict(report, nullptr));
        QVERIFY2(said.find(verdict) != std::string::npos, said.c_str());
        const Finding* named = findingOf(report, finding);
        QVERIFY2(named, finding.c_str());
        QVERIFY2(named->text.english().find(text) != std::string::npos, named->text.english().c_str());
        QVERIFY2(named->remedy.english().find(remedy) != std::string::npos, named->remedy.english().c_str());
    }
    void theCourseOfWhatWaitsEndsWithWhatIsLeft()
    {
        const RunReport report = played(designOf("one-message-group"));
        const ComponentReport* queue = findComponent(report, "q");
        const auto backlog = std::find_if(queue->series.begin(), queue->series.end(),
                                          [](const TimeSeries& series) { return series.name == "backlog"; });
        QVERIFY(backlog != queue->series.end());
        const auto whole = static_cast<std::size_t>(report.provenance.simulatedSeconds / backlog->binSeconds);
        QVERIFY(queue->backlogFinal > 16'000);
        QCOMPARE(backlog->values.at(whole - 1), queue->backlogFinal);
    }
    void eventsThatWaitAreAsOldAsTheirService()
    {
        const RunReport report = played(designOf("events-beyond-reserved-executions"));
        // 120 s at 100/s and 10/s done: the last of the 10,800 left is done with after 18 minutes at best.
        const ComponentReport* function = findComponent(report, "f");
        QVERIFY2(function->peakAgeSeconds > 600 && function->peakAgeSeconds <= 1141,
                 qPrintable(QString::number(function->peakAgeSeconds)));
        QVERIFY(findingOf(report, "fell-behind") || findingOf(report, "backlog-grows"));
    }
    /// With a proxy the database refuses nobody any more; as many calls come to nothing, at the function.
    void whatOnlyMovesTheTroubleOnIsNoCure()
    {
        const RunReport report = tried("a-proxy-before-a-busy-database");
        QVERIFY(findingOf(report, "refused"));
        for (const Finding& finding : report.findings)
            for (const Counterfactual& each : finding.counterfactuals)
                QVERIFY2(each.parameter != "proxy" && each.parameter != "accountConcurrency",
                         each.text.c_str());
    }
    /// A thousand executions were not too few: what the calls go to is what helps, and what carries all of it.
    void aCallerIsRelievedWhereItsCallsGo()
    {
        const RunReport report = tried("a-function-before-a-slow-database");
        const Finding* named = findingOf(report, "refused");
        QVERIFY(named && named->component == "fn");
        QVERIFY(std::any_of(
            named->counterfactuals.begin(), named->counterfactuals.end(), [](const Counterfactual& each) {
                return each.component == "db" && each.parameter == "instanceClass" && each.change < -0.9;
            }));
        const Design design = designOf("a-function-before-a-slow-database");
        const Result<CarriedWork> work = carriedWork(design, m_library, design.scenarios.front().id, {});
        QVERIFY(work && work->stuck.empty() && work->monthly);
        QVERIFY(std::any_of(work->changes.begin(), work->changes.end(), [](const SizeChange& each) {
            return each.component == "db" && each.parameter == "instanceClass" && !each.toChoice.empty();
        }));
    }
    /// The class that carries all of it is not the next one of the list.
    void whatCarriesAllIsTried()
    {
        const RunReport report = tried("a-queue-before-a-slow-database");
        const Finding* named = findingOf(report, "backlog-grows");
        QVERIFY(named && named->component == "q");
        QVERIFY(std::any_of(
            named->counterfactuals.begin(), named->counterfactuals.end(), [](const Counterfactual& each) {
                return each.component == "db" && each.parameter == "instanceClass" && each.change < -0.9;
            }));
    }
    /// More workers would only wait for the same five query slots: the remedy says so once it was tried.
    void aRemedyThatGainsLittleSaysSo()
    {
        const Finding* named = nullptr;
        const RunReport report = tried("workers-that-wait-for-queries");
        QVERIFY((named = findingOf(report, "backlog-grows")));
        QVERIFY2(named->remedy.english().find("tried, that alone gains little") != std::string::npos,
                 named->remedy.english().c_str());
    }
    /// What comes to lie in the queue is done with, and more workers bring more of it there.
    void whatNobodyReadsIsNoWorkLeftUndone()
    {
        const Finding* named = nullptr;
        const RunReport report = tried("a-queue-that-nobody-reads");
        QVERIFY(findingOf(report, "unread"));
        QVERIFY((named = findingOf(report, "backlog-grows")));
        QVERIFY(std::any_of(
            named->counterfactuals.begin(), named->counterfactuals.end(),
            [](const Counterfactual& each) { return each.parameter == "instances" && each.change < -0.9; }));
        QVERIFY(named->remedy.english().find("gains little") == std::string::npos);
    }
    /// The cure that the finding names is tried, with what the function may run, and frees all of it.
    void aNamedCureIsTried_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("finding");
        QTest::addColumn<std::string>("parameter");
        QTest::addColumn<std::string>("to");
        QTest::newRow("concurrency of a mapping")
            << std::string{"a-mapping-beyond-its-function"} << std::string{"dead-lettered"}
            << std::string{"maximumConcurrency"} << std::string{"5"};
        QTest::newRow("records packed by producers")
            << std::string{"many-small-records"} << std::string{"refused"} << std::string{"aggregationBytes"}
            << std::string{"51200"};
        QTest::newRow("a proxy before connections")
            << std::string{"a-function-with-too-few-connections"} << std::string{"refused"}
            << std::string{"proxy"} << std::string{"true"};
        QTest::newRow("time to be hidden")
            << std::string{"messages-that-come-back-too-soon"} << std::string{"comes-back-too-soon"}
            << std::string{"visibilitySeconds"} << std::string{"60"};
    }
    void aNamedCureIsTried()
    {
        QFETCH(std::string, name);
        QFETCH(std::string, finding);
        QFETCH(std::string, parameter);
        QFETCH(std::string, to);
        const RunReport report = tried(name);
        const Finding* named = findingOf(report, finding);
        QVERIFY(named);
        QVERIFY(std::any_of(named->counterfactuals.begin(), named->counterfactuals.end(),
                            [&](const Counterfactual& each) {
                                return each.parameter == parameter && each.to == to && each.change < -0.9;
                            }));
    }
    void whatStillWaitsIsNotClear()
    {
        Design design = designOf("a-mapping-beyond-its-function");
        design.scenarios.front().durationSeconds = 900;
        const RunReport report = played(design);
        const Finding* named = findingOf(report, "fell-behind");
        QVERIFY(named && findComponent(report, "q")->backlogFinal > 1000);
        QVERIFY2(named->text.english().find("of them still at the end") != std::string::npos
                     && named->text.english().find("clear at") == std::string::npos,
                 named->text.english().c_str());
    }
    void whatAFunctionGathersIsNotUnread()
    {
        const RunReport report = played(designOf("records-gathered-in-a-window"));
        QVERIFY(findComponent(report, "f")->backlogFinal > 0);
        QVERIFY(!findingOf(report, "unread"));
    }
    /// What calls a busy database with more time or more executions fails all the same: it takes a larger class, and where there
    /// is none its vCPUs are in the way.
    void workThatFailsIsNotCarried_data()
    {
        QTest::addColumn<double>("load");
        QTest::addColumn<std::string>("remedy");
        QTest::newRow("a larger class")
            << 1.0 << std::string{"Instance class of d db.m7g.large -> db.m7g.xlarge"};
        QTest::newRow("beyond all classes") << 3.0 << std::string{"d: vCPUs"};
    }
    void workThatFailsIsNotCarried()
    {
        QFETCH(double, load);
        QFETCH(std::string, remedy);
        Design design = designOf("a-proxy-before-a-busy-database");
        for (Component& component : design.components)
            if (component.id == "d")
                component.parameters["proxy"] = true;
        for (auto& [source, traffic] : design.scenarios.front().traffic)
            traffic.load *= load;
        const Result<CarriedWork> work = carriedWork(design, m_library, design.scenarios.front().id, {});
        QVERIFY(work);
        QVERIFY(!work->isWhole());
        const std::optional<Finding> finding = carriedFinding(*work);
        QVERIFY(finding.has_value());
        QVERIFY2(finding->remedy.english().find(remedy) != std::string::npos,
                 finding->remedy.english().c_str());
    }
    void deadLettersArePartOfTheVerdict()
    {
        const RunReport report = played(designOf("queue-into-a-small-table"));
        double dead = 0;
        for (const ComponentReport& component : report.components)
            for (const Fact& fact : component.facts)
                dead += fact.id == "dead-lettered" ? fact.value : 0;
        const std::string said = verdictText(verdict(report, nullptr));
        QCOMPARE(said.find("dead-lettered") != std::string::npos, dead > 0);
    }

private:
    Design designOf(const std::string& name) const
    {
        const Result<LoadedDesign> loaded =
            loadDesignFile(std::string{PLIMSOLL_SOURCE_DIR} + "/tests/data/cases/" + name + ".plimsoll",
                           m_library.catalog());
        return loaded ? loaded->design : Design{};
    }
    RunReport played(const Design& design) const
    {
        RunMonitor monitor;
        RunOptions options;
        options.scenario = design.scenarios.empty() ? "" : design.scenarios.front().id;
        const Result<RunReport> report = simulate(design, m_library, options, monitor);
        return report ? *report : RunReport{};
    }
    /// As `simulate --why` has it.
    RunReport tried(const std::string& name) const
    {
        const Design design = designOf(name);
        RunReport report = played(design);
        RunMonitor monitor;
        TrialOptions options;
        options.scenario = report.provenance.scenario;
        return tryChanges(design, m_library, options, report, monitor) ? report : RunReport{};
    }
    static const Finding* findingOf(const RunReport& report, const std::string& id)
    {
        const auto found = std::find_if(report.findings.begin(), report.findings.end(),
                                        [&](const Finding& finding) { return finding.id == id; });
        return found == report.findings.end() ? nullptr : &*found;
    }
    const ServiceLibrary m_library = builtinServices();
};

PLIMSOLL_TEST(TstWhatBinds)
#include "tst_what_binds.moc"
