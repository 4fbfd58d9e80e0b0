// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/gate/parameters_act.h"
#include "tests/support/test_main.h"

#include <set>

using namespace plimsoll;
using namespace plimsoll::tests;

namespace {

/// Calls that all fail, or are too few for a share of them: the guard is the same for all senders, and TstCallGuard shows
/// it. A query that takes longer than the stage lasts is one whichever way they are counted.
/// "from kind to parameter".
bool isShownElsewhere(const Pair& pair, const std::string& parameter)
{
    static const std::set<std::string> list{"custom-server put dax breakerFailurePercent",
                                            "custom-server put dax breakerTrials",
                                            "custom-server put cloudfront breakerFailurePercent",
                                            "quicksight query ec2 breakerFailurePercent",
                                            "quicksight query kcl-application breakerFailurePercent",
                                            "lambda query trino-on-emr operationsPer"};
    return list.contains(pair.from->id + " " + std::string{toString(pair.kind)} + " " + pair.to->id + " "
                         + parameter);
}

}  // namespace

/// Holds every pair of services to the promise that what its connection offers acts.
class TstConnectionGate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itsParametersAct_data()
    {
        // All pairs are a thousand: each service has every kind of connection out of it and into it once, of those that AWS
        // or the user's own code makes.
        const bool all = qEnvironmentVariableIsSet("PLIMSOLL_ALL_PAIRS");
        std::set<std::string> seen;
        QTest::addColumn<Pair>("pair");
        // Those first that are new at both ends.
        for (const int newEnds : {2, 1}) {
            for (const Pair& pair : pairs()) {
                const bool isGuess = !pair.from->integrationName.empty() && !pair.to->integrationName.empty()
                                     && IntegrationTable::builtin().judge(*pair.from, *pair.to).verdict
                                            == Legality::Verdict::CustomCode;
                const std::string kind{toString(pair.kind)};
                const std::string out = pair.from->id + " " + kind, in = kind + " " + pair.to->id;
                const int fresh = (seen.contains(out) ? 0 : 1) + (seen.contains(in) ? 0 : 1);
                if (all ? newEnds == 1 : isGuess || fresh < newEnds)
                    continue;
                seen.insert({out, in});
                QTest::addRow("%s %s %s", pair.from->id.c_str(), kind.c_str(), pair.to->id.c_str()) << pair;
            }
        }
    }
    void itsParametersAct()
    {
        QFETCH(Pair, pair);
        const std::vector<ParameterSpec> specs = connectionParameters(pair.kind, *pair.from, *pair.to);
        std::vector<Stage> stages = stagesOf(pair);
        const std::vector<Stage> calm{
            stages.begin(), stages.begin() + static_cast<std::ptrdiff_t>(std::min(kCalmOnes, stages.size()))};
        QVERIFY2(!stages.empty(), "no stage can be made for it");
        const std::string row = QTest::currentDataTag();
        std::string idle;
        for (const ParameterSpec& parameter : specs) {
            if (parameter.id == "kind" || isShownElsewhere(pair, parameter.id)
                || (parameter.type == ParameterType::Choice && parameter.choices.size() < 2))
                continue;
            const auto show = [&](Design& design) {
                reveal(specs, parameter, connectionC(design).parameters);
            };
            const auto values = [](Design& design) -> ParameterMap& {
                return connectionC(design).parameters;
            };
            const auto actsInVariants = [&]() -> std::optional<Shown> {
                for (const Stage& stage : calm) {
                    std::vector<Stage> variants = variantsOf(stage);
                    if (std::optional<Shown> shown = acts(variants, show, values, parameter))
                        return shown;
                }
                return {};
            };
            if (const Shown* known = ShownBook::find(row, parameter.id);
                known && (showsAgain(stages, *known, show, values, parameter) || [&] {
                    std::vector<Stage> variants = variantsNamed(known->stage, calm);
                    return showsAgain(variants, *known, show, values, parameter);
                }()))
                continue;
            const int before = playedDesigns();
            // What is done for a batch rather than a record shows where there are batches, among the variants.
            const bool variantsFirst = parameter.id == "operationsPer";
            std::optional<Shown> seen =
                variantsFirst ? actsInVariants() : acts(stages, show, values, parameter);
            if (!seen)
                seen = variantsFirst ? acts(stages, show, values, parameter) : actsInVariants();
            if (seen)
                ShownBook::note(row, parameter.id, *seen, playedDesigns() - before);
            else
                idle += " " + parameter.id;
        }
        QVERIFY2(idle.empty(), ("nothing changes with" + idle).c_str());
    }

private:
    static std::vector<Stage> variantsNamed(const std::string& name, const std::vector<Stage>& calm)
    {
        for (const Stage& stage : calm) {
            if (name.starts_with(stage.name + ","))
                return variantsOf(stage);
        }
        return {};
    }
    static constexpr std::size_t kCalmOnes = 4;  ///< two ways in, with another target beside or without
    static Connection& connectionC(Design& design)
    {
        return *std::find_if(design.connections.begin(), design.connections.end(),
                             [](const Connection& connection) { return connection.id == "c"; });
    }
};

PLIMSOLL_TEST(TstConnectionGate)
#include "tst_connection_gate.moc"
