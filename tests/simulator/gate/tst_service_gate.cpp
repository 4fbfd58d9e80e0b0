// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/price_book.h"
#include "tests/simulator/gate/parameters_act.h"
#include "tests/simulator/gate/unpriced.h"
#include "tests/support/test_main.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <map>
#include <set>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Parameters that act only where no generated stage goes, and the test that shows them at work.
/// "service/parameter".
const std::map<std::string, std::string>& shownElsewhere()
{
    static const std::map<std::string, std::string> list{
#include "tests/simulator/gate/shown_elsewhere.inc"
    };
    return list;
}

QString sourceFile(const std::string& path)
{
    return QStringLiteral(PLIMSOLL_SOURCE_DIR) + QLatin1Char{'/'} + QString::fromStdString(path);
}

std::string folderOf(std::string serviceId)
{
    std::replace(serviceId.begin(), serviceId.end(), '-', '_');
    return "simulator/services/" + serviceId;
}

Component& componentX(Design& design)
{
    return *std::find_if(design.components.begin(), design.components.end(),
                         [](const Component& component) { return component.id == "x"; });
}

}  // namespace

/// Holds every service to the same promise: its folder is all there is to it, it is priced, and what it offers acts.
class TstServiceGate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hasItsFiles_data() { services(); }
    void hasItsFiles()
    {
        QFETCH(std::string, id);
        QVERIFY2(QFile::exists(sourceFile("resources/icons/services/" + id + ".svg")), "no icon");
        QFile readme{sourceFile(folderOf(id) + "/README.md")};
        QVERIFY2(readme.open(QIODevice::ReadOnly), "no README");
        const QString text = QString::fromUtf8(readme.readAll()).toLower();
        for (const char* part : {"modelled", "left out", "sources"})
            QVERIFY2(text.contains(QLatin1String{part}), part);
    }

    void saysWhoSaysSo_data() { services(); }
    void saysWhoSaysSo()
    {
        QFETCH(std::string, id);
        for (const ParameterSpec& parameter : library().find(id)->spec.parameters) {
            QVERIFY2(!parameter.source.empty(), parameter.id.c_str());
            QVERIFY2(!parameter.help.empty() && !parameter.name.empty(), parameter.id.c_str());
            if (parameter.type == ParameterType::Integer || parameter.type == ParameterType::Real)
                QVERIFY2(parameter.minimum < parameter.maximum, parameter.id.c_str());
        }
    }

    void isPriced_data() { services(); }
    void isPriced()
    {
        QFETCH(std::string, id);
        const Result<PriceBook> book = builtinPriceBook("us-east-1");
        QVERIFY(book);
        const ServiceSpec& spec = library().find(id)->spec;
        if (findParameter(spec, "pricePerHourUsd"))
            return;  // its user says what it costs
        for (const MeterSpec& meter : spec.meters)
            QVERIFY2(
                book->prices.contains(meter.id) != unpriced().contains(meter.id),
                (meter.id + " has no price in us-east-1, or one though it is said to have none").c_str());
    }

    void itsParametersAct_data() { services(); }
    void itsParametersAct()
    {
        QFETCH(std::string, id);
        const ServiceSpec& spec = library().find(id)->spec;
        const std::vector<Stage> usual = stagesOf(spec);
        QVERIFY2(!usual.empty(), "no stage can be made for it");
        std::vector<Stage> stages = specialStagesOf(id);
        stages.insert(stages.end(), usual.begin(), usual.end());
        std::string idle;
        for (const ParameterSpec& parameter : spec.parameters) {
            if (parameter.type == ParameterType::Structured || parameter.type == ParameterType::Text
                || shownElsewhere().contains(id + "/" + parameter.id))
                continue;
            const auto show = [&](Design& design) {
                reveal(spec.parameters, parameter, componentX(design).parameters);
            };
            const auto values = [](Design& design) -> ParameterMap& { return componentX(design).parameters; };
            if (const Shown* known = ShownBook::find(id, parameter.id);
                known && showsAgain(stages, *known, show, values, parameter))
                continue;
            const int before = playedDesigns();
            if (const std::optional<Shown> seen = acts(stages, show, values, parameter))
                ShownBook::note(id, parameter.id, *seen, playedDesigns() - before);
            else
                idle += " " + parameter.id;
        }
        QVERIFY2(idle.empty(), ("nothing changes with" + idle).c_str());
    }

private:
    static void services()
    {
        QTest::addColumn<std::string>("id");
        for (const ServiceSpec* spec : runnable())
            QTest::newRow(spec->id.c_str()) << spec->id;
    }
};

PLIMSOLL_TEST(TstServiceGate)
#include "tst_service_gate.moc"
