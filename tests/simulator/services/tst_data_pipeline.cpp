// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/service.h"
#include "tests/simulator/services/service_fixture.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Runs on instances of their own.
class TstDataPipeline final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void instancesAreBilledFromTheirOrder()
    {
        // Two m5.large of 20 MB/s: 10 GiB take 268.435 s, 300 s of start-up, 10 s of commit. Four runs.
        JobLoad load = jobOf("pipeline", 3600, 10);
        load.firstAtSeconds = 10;  // so that none begins with the end
        const Drawing drawing =
            runs("data-pipeline", 4 * 3600, load, {{"instances", whole(2)}, {"activities", whole(3)}});
        const double hours = 4 * 2 * (300 + 10 * 1073741824.0 / 40e6 + 10) / 3600;
        const RunReport report = run(drawing.design);
        QVERIFY(near(metered(report, "pipeline", "data-pipeline/hours-m5.large"), hours, 1e-6, "hours"));
        QCOMPARE(reading(report.usage, "pipeline", "data-pipeline/activities")->startStock, 3.0);
        const auto estimated =
            reading(estimate(drawing.design).usage, "pipeline", "data-pipeline/hours-m5.large");
        QVERIFY(estimated && near(estimated->amount, hours, 1e-6, "hours of the estimate"));
    }
    void isNotForNewDesigns()
    {
        QCOMPARE(library().find("data-pipeline")->spec.status, ServiceStatus::Legacy);
    }
};

PLIMSOLL_TEST(TstDataPipeline)
#include "tst_data_pipeline.moc"
