// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/data_parts.h"
#include "app/report/data_writers.h"

#include <cmath>
#include <utility>

namespace plimsoll {

const char* word(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Met:
        return "met";
    case Verdict::Missed:
        return "missed";
    case Verdict::NoData:
        return "no-data";
    }
    return "";
}

const char* word(FindingLevel level)
{
    switch (level) {
    case FindingLevel::Note:
        return "note";
    case FindingLevel::Advice:
        return "advice";
    case FindingLevel::Problem:
        return "problem";
    }
    return "";
}

const char* word(LineState state)
{
    switch (state) {
    case LineState::Priced:
        return "priced";
    case LineState::Unpriced:
        return "unpriced";
    case LineState::LeftOutByNote:
        return "left-out-by-note";
    }
    return "";
}

void writeBillMembers(Json& json, const Bill& bill)
{
    json.member("heading", bill.heading);
    json.member("region", bill.region);
    json.member("priceBook", bill.priceBookId);
    json.member("priceBookDate", bill.priceBookDate);
    json.member("monthHours", bill.monthHours);
    // Amounts called monthly are then of these hours alone.
    json.member("spanHours", bill.spanHours > 0 ? std::optional{bill.spanHours} : std::nullopt);
    json.member("monthlyUsd", bill.total);
    json.member("growthUsdPerMonth", bill.growthPerMonth);
    json.member("term", std::string{word(bill.term)});
    json.key("committed");
    json.beginArray();
    for (const TermTotal& term : bill.byTerm) {
        json.beginObject();
        json.member("term", std::string{word(term.term)});
        json.member("monthlyUsd", term.total);
        json.member("savedUsd", term.saved);
        json.endObject();
    }
    json.endArray();
    json.key("lines");
    json.beginArray();
    for (const BillLine& line : bill.lines) {
        json.beginObject();
        json.member("id", line.id);
        json.member("component", line.component);
        json.key("placement");
        json.beginObject();
        json.member("account", line.placement.account);
        json.member("region", line.placement.region);
        json.member("zone", line.placement.zone);
        json.endObject();
        json.member("meter", line.meter);
        json.member("name", line.name);
        json.member("quantity", line.quantity);
        json.member("unit", line.unit);
        json.member("state", word(line.state));
        // No price is not a price of nothing.
        if (line.state == LineState::Priced)
            json.member("usd", line.amount);
        else
            json.member("usd", std::optional<double>{});
        json.key("tiers");
        json.beginArray();
        for (const TierCharge& tier : line.tiers) {
            json.beginObject();
            json.member("tier", tier.reach);
            json.member("quantity", tier.units);
            json.key("unitPriceUsd");
            json.decimal(unitPrice(tier.perMillionUnits));
            json.member("usd", tier.amount);
            json.endObject();
        }
        json.endArray();
        json.member("growthUsdPerMonth", line.growthPerMonth);
        json.key("committed");
        json.beginArray();
        for (const LineCommitment& one : line.commitments) {
            json.beginObject();
            json.member("term", std::string{word(one.term)});
            json.member("name", one.name);
            json.member("units", one.units);
            json.member("idleShare", one.idleShare);
            json.member("usd", one.amount);
            json.endObject();
        }
        json.endArray();
        json.member("note", line.note);
        json.endObject();
    }
    json.endArray();
}

/// Which part of the work the bill is for, and what all of it takes.
void writeCarried(Json& json, const CarriedWork& work)
{
    json.key("carried");
    json.beginObject();
    json.member("whole", work.isWhole());
    json.member("searched", work.searched);
    json.key("scenarios");
    json.beginArray();
    for (const CarriedScenario& scenario : work.scenarios) {
        json.beginObject();
        json.member("scenario", scenario.scenario);
        json.member("share", scenario.share);
        json.key("components");
        json.beginArray();
        for (const CarriedPart& part : scenario.parts) {
            json.beginObject();
            json.member("id", part.component);
            json.member("isEnd", part.isEnd);
            json.member("wantedPerSecond", part.wantedPerSecond);
            json.member("offeredPerSecond", part.offeredPerSecond);
            json.member("refusedPerSecond", part.refusedPerSecond);
            json.member("waitingPerSecond", part.waitingPerSecond);
            json.member("failedPerSecond", part.failedPerSecond);
            json.member("carriedPerSecond", part.carriedPerSecond);
            json.member("share", part.share());
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
    json.key("changes");
    json.beginArray();
    for (const SizeChange& change : work.changes) {
        json.beginObject();
        json.member("component", change.component);
        json.member("connection", change.connection);
        json.member("parameter", change.parameter);
        json.member("unit", change.unit);
        if (change.toChoice.empty()) {
            json.member("from", change.from);
            json.member("to", change.to);
        } else {
            json.member("from", change.fromChoice);
            json.member("to", change.toChoice);
        }
        json.endObject();
    }
    json.endArray();
    json.member("targetUtilisation", work.targetUtilisation);
    json.member("monthlyUsd", work.monthly);
    json.key("stuck");
    json.beginArray();
    for (const std::string& each : work.stuck)
        json.value(each);
    json.endArray();
    json.endObject();
}

namespace {

/// The patterns a sentence is made of, with what stands in their places: numbers as numbers.
void writePhrase(Json& json, const char* name, const Phrase& phrase)
{
    json.key(name);
    json.beginArray();
    for (const Phrase::Part& part : phrase.parts()) {
        json.beginObject();
        json.member("pattern", part.pattern);
        json.key("arguments");
        json.beginObject();
        for (const PhraseArgument& argument : part.arguments) {
            if (argument.kind == PhraseArgument::Kind::Name)
                json.member(argument.name.c_str(), argument.text);
            else
                json.member(argument.name.c_str(), argument.value);
        }
        json.endObject();
        json.endObject();
    }
    json.endArray();
}

}  // namespace

void writeFindings(Json& json, const std::vector<Finding>& findings)
{
    json.key("findings");
    json.beginArray();
    for (const Finding& finding : findings) {
        json.beginObject();
        json.member("id", finding.id);
        json.member("level", word(finding.level));
        json.member("component", finding.component);
        json.member("text", finding.text.english());
        json.member("remedy", finding.remedy.english());
        writePhrase(json, "textPhrases", finding.text);
        writePhrase(json, "remedyPhrases", finding.remedy);
        json.key("counterfactuals");
        json.beginArray();
        for (const Counterfactual& tried : finding.counterfactuals) {
            json.beginObject();
            json.member("text", tried.text);
            json.member("component", tried.component);
            json.member("connection", tried.connection);
            json.member("parameter", tried.parameter);
            json.member("from", tried.from);
            json.member("to", tried.to);
            json.member("measure", tried.measure);
            json.member("before", tried.before);
            json.member("after", tried.after);
            json.member("change", tried.change);
            json.member("halfWidth", tried.halfWidth);
            json.member("usdPerMonth", tried.usdPerMonth);
            json.member("changeInFull", tried.changeInFull);
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }
    json.endArray();
}

std::string writeBillJson(const Bill& bill, const std::vector<Finding>& findings, const CarriedWork* carried)
{
    Json json;
    json.beginObject();
    json.member("schema", "plimsoll-bill/1");
    writeBillMembers(json, bill);
    if (carried)
        writeCarried(json, *carried);
    writeFindings(json, findings);
    json.endObject();
    return json.take();
}

namespace {

void writeNode(Json& json, const Derivation& node)
{
    json.beginObject();
    json.member("name", node.name);
    json.member("value", node.value);
    json.member("unit", node.unit);
    json.member("formula", node.formula);
    json.member("evidence", toString(node.evidence));
    json.member("source", node.source);
    json.key("inputs");
    json.beginArray();
    for (const Derivation& input : node.inputs)
        writeNode(json, input);
    json.endArray();
    json.endObject();
}

}  // namespace

std::string writeDerivationJson(const std::string& id, const Derivation& derivation)
{
    Json json;
    json.beginObject();
    json.member("schema", "plimsoll-derivation/1");
    json.member("id", id);
    json.key("derivation");
    writeNode(json, derivation);
    json.endObject();
    return json.take();
}

}  // namespace plimsoll
