// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/gate/stages.h"
#include "tests/support/test_main.h"

using namespace plimsoll;
using namespace plimsoll::tests;

/// Holds what `price` says of a service to what its run meters, beside all that it can be connected to.
class TstEstimateAndRun : public QObject {
    Q_OBJECT
private slots:
    void theEstimateSaysWhatTheRunSays_data()
    {
        QTest::addColumn<std::string>("id");
        for (const ServiceSpec* spec : runnable())
            QTest::newRow(spec->id.c_str()) << spec->id;
    }
    void theEstimateSaysWhatTheRunSays()
    {
        QFETCH(std::string, id);
        std::string apart;
        for (const Stage& stage : steadyStagesOf(library().find(id)->spec)) {
            for (const std::string& difference : differencesOf(stage.design))
                apart += "\n" + stage.name + ": " + difference;
        }
        QVERIFY2(apart.empty(), apart.c_str());
    }
};

PLIMSOLL_TEST(TstEstimateAndRun)
#include "tst_estimate_and_run.moc"
