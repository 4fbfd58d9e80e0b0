// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serialization/design_file.h"
#include "model/validation/issue.h"
#include "pricing/bill.h"
#include "tests/simulator/gate/stages.h"
#include "tests/simulator/gate/unpriced.h"
#include "tests/support/test_main.h"

#include <set>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

std::string samplePath()
{
    return std::string{PLIMSOLL_SOURCE_DIR} + "/docs/samples/every-service.plimsoll";
}

/// Components that the scenario gave nothing to do.
std::vector<std::string> idle(const RunReport& report)
{
    std::vector<std::string> all;
    for (const ComponentReport& component : report.components) {
        if (component.counts.completed == 0)
            all.push_back(component.id);
    }
    return all;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string all;
    for (const std::string& word : words)
        all += " " + word;
    return all;
}

/// Lines without a price whose meters are not among those that no source gives one for.
std::vector<std::string> surprises(const Bill& bill)
{
    std::vector<std::string> all;
    for (const BillLine& line : bill.lines) {
        if (line.state != LineState::Priced && !unpriced().contains(line.meter))
            all.push_back(line.id);
    }
    return all;
}

}  // namespace

/// docs/samples/every-service.plimsoll: one of everything that is built in, in one design that works.
class TstEveryService : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const Result<LoadedDesign> loaded = loadDesignFile(samplePath(), library().catalog());
        QVERIFY2(loaded, loaded ? "" : loaded.error().toString().c_str());
        m_design = loaded->design;
    }

    /// What is added to the services is added here, too.
    void holdsEveryService()
    {
        std::set<std::string> placed;
        for (const Component& component : m_design.components)
            placed.insert(component.service);
        std::vector<std::string> missing;
        for (const ServiceSpec* spec : runnable()) {
            if (!placed.contains(spec->id))
                missing.push_back(spec->id);
        }
        QVERIFY2(missing.empty(), ("not in the sample:" + joined(missing)).c_str());
    }

    void nothingIsWrongWithIt()
    {
        std::vector<std::string> found;
        for (const Issue& issue : validate(m_design, library().catalog(), IntegrationTable::builtin())) {
            if (issue.severity != Severity::Hint)
                found.push_back(issue.place + ": " + issue.what + ";");
        }
        QVERIFY2(found.empty(), joined(found).c_str());
    }

    void everyPartWorks()
    {
        const RunReport ran = run(m_design);
        QVERIFY2(idle(ran).empty(), ("nothing was done by" + joined(idle(ran))).c_str());
        for (const ComponentReport& component : ran.components) {
            QVERIFY2(component.counts.failed == 0 && component.counts.lost == 0, component.id.c_str());
            QVERIFY2(component.counts.throttled == 0 && component.counts.rejected == 0, component.id.c_str());
        }
    }

    void isPriced()
    {
        const Result<PriceBook> book = builtinPriceBook("us-east-1");
        QVERIFY(book);
        const Result<Bill> bill =
            priceMonth({{estimate(m_design).usage, 0}}, *book, library().catalog(), m_design, {});
        QVERIFY(bill);
        QVERIFY2(surprises(*bill).empty(), ("no price of" + joined(surprises(*bill))).c_str());
        for (const Component& component : m_design.components) {
            const bool isMetered = !library().find(component.service)->spec.meters.empty();
            const bool isOnBill =
                std::any_of(bill->lines.begin(), bill->lines.end(),
                            [&](const BillLine& line) { return line.component == component.id; });
            QVERIFY2(!isMetered || isOnBill, (component.id + " is not on the bill").c_str());
        }
    }

private:
    Design m_design;
};

PLIMSOLL_TEST(TstEveryService)
#include "tst_every_service.moc"
