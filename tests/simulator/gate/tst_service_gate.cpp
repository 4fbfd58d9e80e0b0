// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/price_book.h"
#include "tests/simulator/gate/stages.h"
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

/// Meters that no source gives a price for in us-east-1, and why: the program lists them as unpriced.
const std::map<std::string, std::string>& unpriced()
{
    static const std::map<std::string, std::string> list{
#include "tests/simulator/gate/unpriced.inc"
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

/// Makes the parameter count: sets whatever it is shown under, from the outside in.
template <class Specs>
void reveal(const Specs& specs, const ParameterSpec& parameter, ParameterMap& values, int depth = 0)
{
    if (parameter.visibleWhen.parameter.empty() || depth > 4)
        return;
    for (const ParameterSpec& other : specs) {
        if (other.id != parameter.visibleWhen.parameter)
            continue;
        reveal(specs, other, values, depth + 1);
        const auto own = values.find(other.id);
        const std::string now = toString(own == values.end() ? other.defaultValue : own->second);
        const auto& wanted = parameter.visibleWhen.values;
        if (std::find(wanted.begin(), wanted.end(), now) != wanted.end() || wanted.empty())
            continue;
        if (other.type == ParameterType::Boolean)
            values[other.id] = wanted.front() == "true";
        else if (other.type == ParameterType::Choice)
            values[other.id] = wanted.front();
        else
            values[other.id] = static_cast<std::int64_t>(std::stoll(wanted.front()));
    }
}

}  // namespace

/// Holds every service to the same promise: its folder is all there is to it, it is priced, and what it offers acts.
class TstServiceGate : public QObject {
    Q_OBJECT
private slots:
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
            if (!acts(
                    stages,
                    [&](Design& design) {
                        reveal(spec.parameters, parameter, componentX(design).parameters);
                    },
                    [&](Design& design) -> ParameterMap& { return componentX(design).parameters; },
                    parameter))
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
    /// Whether some stage says something else when the parameter has another value.
    template <class Reveal, class Values>
    static bool acts(const std::vector<Stage>& stages, Reveal makeVisible, Values values,
                     const ParameterSpec& parameter)
    {
        for (const Stage& stage : stages) {
            Design design = stage.design;
            makeVisible(design);
            const auto own = values(design).find(parameter.id);
            const ParameterValue now = own == values(design).end() ? parameter.defaultValue : own->second;
            const std::string before = saidOf(design);
            if (before.starts_with("error"))
                continue;
            for (const ParameterValue& other : otherValues(parameter, now)) {
                Design changed = design;
                values(changed)[parameter.id] = other;
                const std::string after = saidOf(changed);
                if (!after.starts_with("error") && after != before)
                    return true;
            }
        }
        return false;
    }
};

PLIMSOLL_TEST(TstServiceGate)
#include "tst_service_gate.moc"
