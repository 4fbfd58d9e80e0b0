// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/data_writers.h"
#include "app/study/evaluation.h"
#include "fuzz/require.h"
#include "model/catalog/connection_parameters.h"
#include "model/serialization/design_file.h"
#include "model/validation/issue.h"
#include "simulator/run/simulation.h"
#include "simulator/services/builtin_services.h"
#include "simulator/services/service.h"
#include "simulator/services/service_library.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace plimsoll::fuzz {

namespace {

/// The fuzzer's bytes as choices; 0 when there are no more.
class Choices {
public:
    Choices(const std::uint8_t* data, std::size_t size) : m_data{data}, m_size{size} {}
    std::size_t below(std::size_t n) { return n == 0 ? 0 : (next() << 8 | next()) % n; }
    bool chance(std::size_t outOf) { return below(outOf) == 0; }
    template <class T>
    const T& one(const std::vector<T>& all)
    {
        return all[below(all.size())];
    }
    double extreme()
    {
        static const std::vector<double> kValues{0,    1,    2,      0.5,   10,    100,  1000, 3600,
                                                 1e5,  1e6,  1e7,    1e9,   1e12,  1e18, -1,   0.1,
                                                 1e-3, 1e-9, 1e-300, 1e300, 86400, 7};
        return one(kValues);
    }

private:
    std::size_t next() { return m_at < m_size ? m_data[m_at++] : 0; }
    const std::uint8_t* m_data;
    std::size_t m_size, m_at = 0;
};

ParameterValue valueFor(const ParameterSpec& spec, Choices& choices)
{
    switch (spec.type) {
    case ParameterType::Boolean:
        return choices.chance(2);
    case ParameterType::Choice:
        return choices.one(spec.choices).value;
    case ParameterType::Text:
        return std::string{"\x1b[31m<script>"};
    case ParameterType::Structured:
        return RawJson{R"({"distribution":"lognormal","mean":100,"cv":2})"};
    case ParameterType::Integer:
    case ParameterType::Real:
        break;
    }
    if (spec.sizable && choices.chance(4))
        return Auto{};
    // Mostly within the range, and most of that at its ends.
    const std::size_t which = choices.below(5);
    double value =
        which == 0   ? spec.minimum
        : which == 1 ? spec.maximum
        : which == 2
            ? spec.minimum + (spec.maximum - spec.minimum) * static_cast<double>(choices.below(1000)) / 1e3
            : choices.extreme();
    if (which == 3)
        value = std::clamp(value, spec.minimum, std::max(spec.minimum, spec.maximum));
    if (spec.type == ParameterType::Integer && std::abs(value) < 9e15)
        return static_cast<std::int64_t>(value);
    return value;
}

void addParameters(const std::vector<ParameterSpec>& specs, ParameterMap& values, Choices& choices)
{
    for (std::size_t count = choices.below(4); count > 0 && !specs.empty(); --count) {
        const ParameterSpec& spec = choices.one(specs);
        values[spec.id] = valueFor(spec, choices);
    }
}

void addTraffic(const Design& design, const ServiceCatalog& catalog, Scenario& scenario, Choices& choices)
{
    for (const Component& component : design.components) {
        if (!catalog.find(component.service)->isSource)
            continue;
        TrafficProfile profile;
        profile.shape = static_cast<TrafficShape>(choices.below(6));
        profile.arrivals = static_cast<Arrivals>(choices.below(3));
        // Rates that a fuzzer's machine can run, and now and then one that must be refused.
        profile.ratePerSecond =
            choices.chance(8) ? choices.extreme() : static_cast<double>(choices.below(2000)) / 4;
        profile.peakPerSecond = profile.ratePerSecond * 2;
        profile.endPerSecond = choices.chance(8) ? choices.extreme() : profile.ratePerSecond;
        if (choices.chance(3))
            profile.spikes.push_back(
                {choices.extreme(), choices.extreme(), choices.extreme(), {}, choices.extreme()});
        if (profile.shape == TrafficShape::Step)
            profile.levels.push_back({choices.extreme(), profile.ratePerSecond});
        scenario.traffic[component.id] = profile;
    }
}

Scenario scenarioFor(const Design& design, const ServiceCatalog& catalog, Choices& choices)
{
    Scenario scenario;
    scenario.id = "main";
    scenario.durationSeconds = choices.chance(4) ? choices.extreme() : 5;
    addTraffic(design, catalog, scenario, choices);
    const auto component = [&] { return choices.one(design.components).id; };
    while (choices.chance(3) && scenario.queries.size() < 4)
        scenario.queries.push_back({"q" + std::to_string(scenario.queries.size()), component(), "",
                                    static_cast<std::int64_t>(std::clamp(choices.extreme(), -1e9, 1e9)),
                                    choices.extreme(), choices.extreme(), choices.extreme(),
                                    choices.extreme()});
    while (choices.chance(3) && scenario.jobs.size() < 4) {
        JobLoad job;
        job.id = "j" + std::to_string(scenario.jobs.size());
        job.component = component();
        job.everySeconds = choices.extreme();
        job.firstAtSeconds = choices.extreme();
        job.afterJob = choices.chance(4) ? "j0" : "";
        job.input = choices.chance(2) ? component() : "";
        job.output = choices.chance(2) ? component() : "";
        job.gigabytes = choices.extreme();
        job.outputFactor = choices.extreme();
        job.overlap = static_cast<JobOverlap>(choices.below(3));
        job.reads = static_cast<JobReads>(choices.below(3));
        job.retries = static_cast<std::int64_t>(std::clamp(choices.extreme(), -1e9, 1e9));
        scenario.jobs.push_back(job);
    }
    while (choices.chance(3) && scenario.faults.size() < 4) {
        Fault fault;
        fault.id = "f" + std::to_string(scenario.faults.size());
        fault.component = component();
        fault.kind = static_cast<FaultKind>(choices.below(9));
        fault.startSeconds = choices.extreme();
        fault.durationSeconds = choices.extreme();
        fault.factor = choices.extreme();
        fault.zone = choices.chance(2) ? "a" : "";
        scenario.faults.push_back(fault);
    }
    return scenario;
}

/// Any services with any parameters, connected as the integrations table allows, under any load.
Design designFrom(Choices& choices, const ServiceLibrary& library)
{
    std::vector<const ServiceSpec*> placed;
    for (const ServiceSpec& spec : library.catalog().all()) {
        if (spec.simulated && library.find(spec.id)->makeNode)
            placed.push_back(&spec);
    }
    Design design;
    for (std::size_t n = 1 + choices.below(7); n > 0; --n) {
        const ServiceSpec& spec = *choices.one(placed);
        Component component;
        component.id = "k" + std::to_string(design.components.size());
        component.service = spec.id;
        addParameters(spec.parameters, component.parameters, choices);
        design.components.push_back(component);
    }
    for (std::size_t n = choices.below(10); n > 0; --n) {
        Connection connection;
        connection.id = "c" + std::to_string(design.connections.size());
        connection.from = choices.one(design.components).id;
        connection.to = choices.one(design.components).id;
        const ServiceSpec& from = *library.catalog().find(findComponent(design, connection.from)->service);
        const ServiceSpec& to = *library.catalog().find(findComponent(design, connection.to)->service);
        const Legality legality = IntegrationTable::builtin().judge(from, to);
        if (legality.kinds.empty() || connection.from == connection.to)
            continue;
        const ConnectionKind kind = choices.one(legality.kinds);
        connection.parameters["kind"] = std::string{toString(kind)};
        addParameters(connectionParameters(kind, from, to), connection.parameters, choices);
        design.connections.push_back(connection);
    }
    design.scenarios.push_back(scenarioFor(design, library.catalog(), choices));
    return design;
}

/// Ends a run after so many questions, so that one design does not stop the fuzzer; what ran is still whole.
class Brief final : public RunMonitor {
public:
    void progressed(double) override { ++m_asked; }
    bool isCancelled() const override { return ++m_asked > 200; }

private:
    mutable std::atomic<int> m_asked{0};
};

bool isPlainJson(const std::string& text)
{
    for (const char* bad : {": nan", ": inf", ": -inf", ": -nan", ": -0,", ": -0\n", ": NaN", ": Infinity"})
        if (text.find(bad) != std::string::npos)
            return false;
    return true;
}

void tryDesign(const Design& design, const ServiceLibrary& library, Choices& choices)
{
    const std::vector<Issue> issues = validate(design, library.catalog(), IntegrationTable::builtin());
    for (const Issue& issue : issues)
        require(!issue.what.empty() && !issue.place.empty(), "an issue says what and where");
    if (const Result<FlowReport> flow = estimateFlow(design, library, "main"))
        require(isPlainJson(writeSizingJson(*flow)), "the estimate is plain JSON");
    const PriceChoice price;
    const Result<Bill> estimate = estimateBill(design, library, "main", price);
    if (estimate)
        require(isPlainJson(writeBillJson(*estimate, {})), "the bill is plain JSON");
    RunOptions options;
    options.scenario = "main";
    options.engine = choices.chance(2) ? Engine::Auto : Engine::Event;
    options.durationSeconds = choices.chance(2) ? 0.2 : 2;
    options.replications = choices.chance(4) ? 2 : 1;
    options.mostHeld = 200'000;
    options.sampling.budgetMessages = 1e5;
    options.monthlyCost = costOf(design, library, price);
    Brief monitor;
    Result<RunReport> run = simulate(design, library, options, monitor);
    if (!run) {
        const std::string text = run.error().toString();
        require(text.find("internal error") == std::string::npos, text.c_str());
        return;
    }
    if (!run->provenance.partial)
        for (const Audit& audit : run->audits)
            require(audit.passed, (audit.name + ": " + audit.detail).c_str());
    const Result<Bill> bill = billOf(*run, design, library, price);
    require(isPlainJson(writeRunJson(makeReport(design, library.catalog(), std::move(*run), bill))),
            "the report is plain JSON");
}

}  // namespace

}  // namespace plimsoll::fuzz

/// A design made of the input, through check, price, size and a short run. With PLIMSOLL_SHOW set it is printed first.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace plimsoll;
    static const ServiceLibrary library = builtinServices();
    fuzz::Choices choices{data, size};
    const Design design = fuzz::designFrom(choices, library);
    if (std::getenv("PLIMSOLL_SHOW"))
        std::fputs(writeDesign(design).c_str(), stderr);
    fuzz::tryDesign(design, library, choices);
    return 0;
}
