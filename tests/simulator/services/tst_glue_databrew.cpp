// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Runs on nodes of their own.
class TstGlueDatabrew final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nodesAreBilledWhileARunWorks()
    {
        // Five nodes of 10 MB/s: 10 GiB take 214.748 s and 10 s of commit; starting is not billed. Four runs.
        const Drawing drawing =
            runs("glue-databrew", 4 * 3600, jobOf("recipes", 3600, 10), {{"sessions", whole(30)}});
        const double hours = 4 * 5 * (10 * 1073741824.0 / 50e6 + 10) / 3600;
        const RunReport report = run(drawing.design);
        QVERIFY(near(metered(report, "recipes", "glue-databrew/node-hours"), hours, 1e-6, "node-hours"));
        QCOMPARE(reading(report.usage, "recipes", "glue-databrew/sessions")->startStock, 30.0);
        const auto estimated =
            reading(estimate(drawing.design).usage, "recipes", "glue-databrew/node-hours");
        QVERIFY(estimated && near(estimated->amount, hours, 1e-6, "node-hours of the estimate"));
    }
    void startUpTakesTimeAndCostsNothing()
    {
        const RunReport report =
            run(runs("glue-databrew", 3600, jobOf("recipes", 3600, 10), {{"startSeconds", 1000.0}}).design);
        QVERIFY(near(metered(report, "recipes", "glue-databrew/node-hours"),
                     5 * (10 * 1073741824.0 / 50e6 + 10) / 3600, 1e-6, "node-hours"));
        QCOMPARE(fact(at(report, "recipes"), "jobs finished"), 1.0);
    }
};

PLIMSOLL_TEST(TstGlueDatabrew)
#include "tst_glue_databrew.moc"
