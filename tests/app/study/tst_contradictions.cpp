// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include "app/study/evaluation.h"
#include "model/serialization/design_file.h"
#include "simulator/run/findings/binding.h"
#include "simulator/services/builtin_services.h"

#include <QtCore/QDirIterator>

#include <algorithm>

using namespace plimsoll;

/// Reads verdict, findings and figures of every template and case beside each other: they are one answer.
class TstContradictions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void verdictFindingsAndFiguresAgree_data()
    {
        QTest::addColumn<QString>("path");
        for (const char* folder : {"resources/templates", "tests/data/cases"}) {
            QDirIterator files{QStringLiteral(PLIMSOLL_SOURCE_DIR) + QLatin1Char{'/'} + QLatin1String{folder},
                               {QStringLiteral("*.plimsoll")},
                               QDir::Files};
            while (files.hasNext()) {
                const QString path = files.next();
                QTest::newRow(qPrintable(files.fileInfo().completeBaseName())) << path;
            }
        }
    }
    void verdictFindingsAndFiguresAgree()
    {
        QFETCH(QString, path);
        Result<LoadedDesign> loaded = loadDesignFile(path.toStdString(), m_library.catalog());
        QVERIFY2(loaded.has_value(), loaded ? "" : loaded.error().toString().c_str());
        Design& design = loaded->design;
        for (Scenario& scenario : design.scenarios) {
            scenario.durationSeconds = std::min(scenario.durationSeconds, kLongest);
            agree(design, scenario.id);
        }
    }

    void deadLettersThatNothingReadsHoldNothingUp()
    {
        const Result<LoadedDesign> loaded = loadDesignFile(
            std::string{PLIMSOLL_SOURCE_DIR} + "/resources/templates/fan-out.plimsoll", m_library.catalog());
        QVERIFY(loaded);
        RunOptions options;
        RunMonitor monitor;
        const Result<RunReport> report = simulate(loaded->design, m_library, options, monitor);
        QVERIFY(report);
        const std::string said = verdictText(verdict(*report, nullptr));
        QVERIFY2(said.find("Dead letters") == std::string::npos, said.c_str());
        const auto unread = std::find_if(report->findings.begin(), report->findings.end(),
                                         [](const Finding& finding) { return finding.id == "unread"; });
        QVERIFY(unread != report->findings.end() && unread->text.english().find("Dead letters keeps") == 0);
    }

    void whatWaitsAsItIsMeantToIsNotBehind_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<std::string>("behind");  // and rightly so
        QTest::newRow("a buffer before an index that is behind") << "log-search" << std::string{"search"};
        QTest::newRow("a job each hour") << "lake-and-warehouse" << std::string{};
        QTest::newRow("a job every two minutes") << "small-etl-runs" << std::string{};
    }
    void whatWaitsAsItIsMeantToIsNotBehind()
    {
        QFETCH(QString, name);
        QFETCH(std::string, behind);
        const Result<LoadedDesign> loaded = loadDesignFile(
            std::string{PLIMSOLL_SOURCE_DIR} + "/resources/templates/" + name.toStdString() + ".plimsoll",
            m_library.catalog());
        QVERIFY(loaded);
        RunOptions options;
        RunMonitor monitor;
        const Result<RunReport> report = simulate(loaded->design, m_library, options, monitor);
        QVERIFY(report);
        const std::string said = verdictText(verdict(*report, nullptr));
        QVERIFY2(said.find("falls behind") == std::string::npos, said.c_str());
        for (const Finding& finding : report->findings)
            QVERIFY2((finding.id != "backlog-grows" && finding.id != "fell-behind")
                         || finding.component == behind,
                     finding.text.english().c_str());
    }

private:
    void agree(const Design& design, const ScenarioId& scenario)
    {
        RunOptions options;
        options.scenario = scenario;
        RunMonitor monitor;
        const Result<RunReport> report = simulate(design, m_library, options, monitor);
        QVERIFY2(report.has_value(), report ? "" : report.error().toString().c_str());
        const std::string said = verdictText(verdict(*report, nullptr));
        const std::vector<Binding> binds = bindings(*report);
        const auto context = [&](const std::string& what) {
            return scenario + ": " + what + "; verdict: " + said;
        };

        // What is near, refuses or holds up is said by the verdict and by a finding, and by neither otherwise.
        const bool tight = std::any_of(binds.begin(), binds.end(), [](const Binding& each) {
            return each.why != Binding::Why::Near || each.share >= kNearLimit;
        });
        if (tight) {
            QVERIFY2(said.find("Nothing binds") == std::string::npos, context("something binds").c_str());
            QVERIFY2(!report->findings.empty(), context("no finding says what binds").c_str());
        } else {
            for (const Finding& finding : report->findings)
                QVERIFY2(finding.id != "backlog-grows" && finding.id != "near-limit"
                             && finding.id != "reads-refused",
                         context("nothing binds, but: " + finding.text.english()).c_str());
        }
        // A limit that is said to have refused has refused, and where one has it is said first.
        for (const ComponentReport& component : report->components) {
            for (const LimitUse& limit : component.limits)
                QVERIFY2(
                    limit.refused <= 0
                        || std::any_of(binds.begin(), binds.end(),
                                       [&](const Binding& each) { return each.at == &component; }),
                    context(component.id + " refuses by " + limit.limit + ", and binds nothing").c_str());
        }
        for (const Binding& each : binds)
            QVERIFY2(each.why != Binding::Why::Refuses || !each.limit || each.limit->refused > 0,
                     context("a limit without refusals is named for them").c_str());
        for (const Binding& each : binds)
            QVERIFY2(each.why != Binding::Why::HoldsUp || !each.limit || each.share >= kNearLimit,
                     context("work is said to wait for a limit that is not used up").c_str());
        // Lost work is a clause of its own, and nothing else fails a run that lost nothing.
        QCOMPARE(said.find(" lost") != std::string::npos, report->totals.lost + report->totals.gaveUp > 0);
        // A system in which nothing comes to an end has no times.
        for (const PathReport& pathReport : report->paths) {
            if (pathReport.succeeded == 0)
                QVERIFY2(!pathReport.response.p99, context("a time of what never ended").c_str());
        }
        for (const Audit& audit : report->audits)
            QVERIFY2(audit.passed, context(audit.name + ": " + audit.detail).c_str());
    }

    static constexpr double kLongest = 900;
    const ServiceLibrary m_library = builtinServices();
};

PLIMSOLL_TEST(TstContradictions)
#include "tst_contradictions.moc"
