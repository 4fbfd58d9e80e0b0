// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/data_parts.h"
#include "app/report/data_writers.h"

#include "model/support/number_text.h"
#include "simulator/metrics/journeys.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace plimsoll {

namespace {

bool isOfTimes(std::string_view figure)
{
    return figure.starts_with("latency-") || figure.starts_with("response-") || figure.starts_with("delay-");
}

/// Adds rows of one item; absent figures leave their cell empty.
class CsvItem {
public:
    CsvItem(std::string& text, std::string section, std::string item)
        : m_text{text}, m_section{std::move(section)}, m_item{std::move(item)}
    {}
    void add(const std::string& measure, const std::string& value, const std::string& unit = {})
    {
        m_text += csvRow({m_section, m_item, measure, value, unit});
    }
    void add(const std::string& measure, double value, const std::string& unit = {})
    {
        add(measure, dataNumber(value), unit);
    }
    void add(const std::string& measure, std::uint64_t value, const std::string& unit = {})
    {
        add(measure, std::to_string(value), unit);
    }
    void add(const std::string& measure, const std::optional<double>& value, const std::string& unit = {})
    {
        add(measure, value ? dataNumber(*value) : "", unit);
    }
    void addLatency(const std::string& prefix, const LatencySummary& s)
    {
        add(prefix + "-mean", s.mean, "ms");
        add(prefix + "-p50", s.p50, "ms");
        add(prefix + "-p90", s.p90, "ms");
        add(prefix + "-p95", s.p95, "ms");
        add(prefix + "-p99", s.p99, "ms");
        add(prefix + "-p999", s.p999, "ms");
        add(prefix + "-max", s.max, "ms");
        add(prefix + "-samples", s.samples);
        add(prefix + "-mean-half-width", s.meanHalfWidth, "ms");
        add(prefix + "-p50-half-width", s.p50HalfWidth, "ms");
        add(prefix + "-p90-half-width", s.p90HalfWidth, "ms");
        add(prefix + "-p95-half-width", s.p95HalfWidth, "ms");
        add(prefix + "-p99-half-width", s.p99HalfWidth, "ms");
        add(prefix + "-p999-half-width", s.p999HalfWidth, "ms");
        add(prefix + "-interval", std::string{toString(s.interval)});
    }

private:
    std::string& m_text;
    std::string m_section, m_item;
};

std::string moneyText(Money amount)
{
    Json json;
    json.value(amount);
    std::string text = json.take();
    text.pop_back();
    return text;
}

}  // namespace

std::string writeRunCsv(const Report& report)
{
    std::string text = csvRow({"section", "item", "measure", "value", "unit"});
    const RunReport& run = report.run;
    CsvItem provenance{text, "run", run.provenance.scenario};
    provenance.add("seed", run.provenance.seed);
    provenance.add("simulated", run.provenance.simulatedSeconds, "s");
    provenance.add("partial", std::string{run.provenance.partial ? "true" : "false"});
    provenance.add("replications", static_cast<std::uint64_t>(run.provenance.replications));
    provenance.add("ended", run.provenance.stopping.ended);
    provenance.add("warm-up", run.provenance.warmUpSeconds, "s");
    for (const IntervalNote& note : run.provenance.intervals)
        CsvItem{text, "intervals of", note.kind}.add(note.carries ? "rest on" : "none", note.text);
    for (const ComponentReport& each : run.components) {
        CsvItem item{text, "component", each.id};
        const Counts& c = each.counts;
        const std::pair<const char*, std::uint64_t> counts[] = {
            {"offered", c.offered},    {"accepted", c.accepted},   {"throttled", c.throttled},
            {"rejected", c.rejected},  {"failed", c.failed},       {"retried", c.retried},
            {"lost", c.lost},          {"completed", c.completed}, {"in-flight", c.inFlight},
            {"abandoned", c.abandoned}};
        for (const auto& [name, value] : counts)
            item.add(name, value);
        item.add("backlog-mean", each.backlogMean);
        item.add("backlog-peak", each.backlogPeak);
        item.add("backlog-final", each.backlogFinal);
        item.addLatency("latency", each.latency);
        item.add("wait-p50", each.wait.p50, "ms");
        item.add("wait-p90", each.wait.p90, "ms");
        item.add("wait-p95", each.wait.p95, "ms");
        item.add("wait-p99", each.wait.p99, "ms");
        for (const Fact& fact : each.facts)
            item.add("fact " + fact.id, fact.value);
        for (const LimitUse& limit : each.limits) {
            item.add("use-mean " + limit.limit, limit.mean, limit.unit);
            item.add("use-peak " + limit.limit, limit.peak, limit.unit);
            item.add("capacity " + limit.limit, limit.capacity, limit.unit);
            item.add("refused " + limit.limit, limit.refused);
        }
        for (const Sizing& size : each.sizing) {
            item.add("minimum " + size.parameter, size.minimum, size.unit);
            item.add("recommended " + size.parameter, size.recommended, size.unit);
        }
    }
    for (const PathReport& path : run.paths)
        CsvItem{text, "path", path.id}.addLatency("response", path.response);
    for (const SinkReport& sink : run.sinks) {
        CsvItem item{text, "sink", sink.component};
        item.addLatency("delay", sink.delay);
        item.add("delivered", sink.delivered);
        item.add("undelivered", sink.undelivered);
        item.add("freshness-mean", sink.freshnessMeanSeconds, "s");
        item.add("freshness-max", sink.freshnessMaxSeconds, "s");
    }
    if (run.provenance.replications > 1) {
        for (const FigureOfRuns& figure : run.figures) {
            const std::optional<Estimate> estimate = estimateOf(figure);
            // Those of times stand beside their figures.
            if (!estimate || isOfTimes(figure.figure))
                continue;
            CsvItem item{text, "interval", figure.where};
            item.add(figure.figure + "-mean", estimate->mean);
            item.add(figure.figure + "-half-width", estimate->halfWidth);
        }
    }
    for (const ObjectiveReport& each : run.objectives) {
        CsvItem item{text, "objective", each.text};
        item.add("half-width", each.halfWidth);
        if (!each.noInterval.empty())
            item.add("no-interval", each.noInterval);
        item.add("value", each.value);
        item.add("verdict", std::string{word(each.verdict)});
    }
    if (report.bill) {
        const std::string unit = report.bill->spanHours > 0 ? "USD" : "USD/month";
        for (const BillLine& line : report.bill->lines)
            if (line.state == LineState::Priced)
                CsvItem{text, "bill", line.component}.add(line.meter, moneyText(line.amount), unit);
        CsvItem{text, "bill", ""}.add("total", moneyText(report.bill->total), unit);
    }
    if (run.sampling.sampled) {
        CsvItem item{text, "sampling", run.provenance.scenario};
        item.add("converged", std::string{run.sampling.converged ? "true" : "false"});
        item.add("messages", run.sampling.messages);
        item.add("simulated", run.sampling.simulatedMessages);
        for (const FigureInterval& interval : run.sampling.intervals) {
            CsvItem figure{text, "interval", interval.figure};
            figure.add("value", interval.value);
            figure.add("half-width", interval.halfWidth);
            if (!interval.reason.empty())
                figure.add("reason", interval.reason);
        }
    }
    for (const Audit& audit : run.audits)
        CsvItem{text, "audit", audit.name}.add("passed", std::string{audit.passed ? "true" : "false"});
    return text;
}

std::string writeBillCsv(const Bill& bill, const CarriedWork* carried)
{
    std::string text = csvRow({"region", "price_date", "hours", "component", "label", "meter", "name",
                               "quantity", "unit", "unit_price_usd", "tier", "amount_usd", "total_usd",
                               "growth_usd_per_month", "state", "note", "carried_share", "account", "zone"});
    const std::string hours = bill.hasOwnHours     ? ""
                              : bill.spanHours > 0 ? dataNumber(bill.spanHours)
                                                   : dataNumber(bill.monthHours);
    const auto shareOf = [&](const ComponentId& id) -> std::string {
        double share = 2;
        for (const CarriedScenario& scenario : carried ? carried->scenarios : std::vector<CarriedScenario>{})
            for (const CarriedPart& part : scenario.parts)
                if (part.component == id)
                    share = std::min(share, part.share());
        return share <= 1 ? dataNumber(share) : "";
    };
    for (const BillLine& line : bill.lines) {
        const bool priced = line.state == LineState::Priced;
        const auto row = [&](double quantity, const std::string& price, const std::string& tier,
                             const std::string& amount) {
            text += csvRow({line.placement.region.empty() ? bill.region : line.placement.region,
                            bill.priceBookDate, hours, line.component, line.componentLabel, line.meter,
                            line.name, dataNumber(quantity), line.unit, price, tier, amount,
                            priced ? moneyText(line.amount) : "", moneyText(line.growthPerMonth),
                            word(line.state), line.note, shareOf(line.component), line.placement.account,
                            line.placement.zone});
        };
        double billed = 0;
        for (const TierCharge& tier : line.tiers) {
            row(tier.units, unitPrice(tier.perMillionUnits), tier.reach, moneyText(tier.amount));
            billed += tier.units;
        }
        if (!priced)
            row(line.quantity, "", "", "");
        else if (line.tiers.empty() && line.amount > Money{})
            row(line.quantity, "", "", moneyText(line.amount));
        else if (line.tiers.empty() || line.quantity - billed > 1e-9 * line.quantity)
            row(line.quantity - billed, "0", line.quantity > 0 ? "free" : "", "0");
    }
    const auto total = [&](const char* name, Money amount) {
        text += csvRow({bill.region, bill.priceBookDate, hours, "", "", name, "", "", "", "", "",
                        moneyText(amount), moneyText(amount), "", "", "", "", "", ""});
    };
    total("total", bill.total);
    if (carried && carried->monthly)
        total("total-with-all-work", *carried->monthly);
    return text;
}

std::string writeComparisonCsv(const Comparison& comparison)
{
    std::vector<std::string> head{"meter", "name"};
    std::vector<std::string> total{"total", ""};
    for (const ComparedSide& side : comparison.sides) {
        head.push_back(side.name);
        total.push_back(moneyText(side.bill.total));
    }
    std::string text = csvRow(head);
    for (const ComparedLine& line : comparison.lines) {
        std::vector<std::string> row{line.meter, line.name};
        for (const std::optional<Money>& amount : line.amounts)
            row.push_back(amount ? moneyText(*amount) : "");
        text += csvRow(row);
    }
    return text + csvRow(total);
}

std::string writeSizingCsv(const FlowReport& flow)
{
    std::string text =
        csvRow({"component", "parameter", "current", "minimum", "recommended", "unit", "decided_by"});
    for (const FlowComponent& component : flow.components)
        for (const Sizing& size : component.sizing)
            text += csvRow({component.id, size.parameter, dataNumber(size.current), dataNumber(size.minimum),
                            dataNumber(size.recommended), size.unit, size.binding});
    return text;
}

}  // namespace plimsoll
