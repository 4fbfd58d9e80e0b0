// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pricing/price_book.h"

#include "model/catalog/service_catalog.h"
#include "pricing/price_table.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace embedded {
std::string_view priceBookFile(std::string_view name);
}

namespace {

using nlohmann::json;
using Names = std::vector<std::string>;

constexpr int kBookVersion = 1;
constexpr std::size_t kLargestBook = 64u << 20;
constexpr std::string_view kStudyNote = "study-note";

const Names kBookMembers{"format",         "version",       "id",    "region", "asOf",
                         "hoursByService", "countedMeters", "prices"};
const Names kPriceMembers{"meter",      "description", "unit",       "tiers", "freePerMonth",
                          "freeHeld",   "freePool",    "freeNote",   "asOf",  "source",
                          "confidence", "note",        "commitments"};
const Names kCommitmentMembers{"term", "name",   "pack",      "usdPerMillion", "upfrontUsdPerMillion",
                               "asOf", "source", "confidence"};
const Names kTierMembers{"from", "to", "usdPerMillion"};

/// Reads typed members and keeps the first thing that is wrong, so that the reading code stays a plain list.
class Reader {
public:
    bool failed() const { return m_error.has_value(); }
    Error error() const { return m_error.value_or(Error{}); }
    void fail(std::string place, std::string what, std::string remedy)
    {
        if (!m_error)
            m_error = Error{std::move(place), std::move(what), std::move(remedy)};
    }

    void refuseUnknown(const json& object, const std::string& place, const Names& known)
    {
        for (const auto& item : object.items()) {
            if (std::find(known.begin(), known.end(), item.key()) != known.end())
                continue;
            const std::string near = nearestName(item.key(), known);
            fail(place + "/" + item.key(), "is not a member of a price book",
                 near.empty() ? "remove it" : fmt::format("did you mean \"{}\"?", near));
        }
    }

    std::string text(const json& object, const std::string& place, const char* member, bool required)
    {
        const auto found = object.find(member);
        if (found == object.end()) {
            if (required)
                fail(place + "/" + member, "is missing", "add it as a text");
            return {};
        }
        if (!found->is_string()) {
            fail(place + "/" + member, "is not a text", "put it in quotes");
            return {};
        }
        return found->get<std::string>();
    }

    std::optional<double> number(const json& object, const std::string& place, const char* member)
    {
        const auto found = object.find(member);
        if (found == object.end())
            return std::nullopt;
        if (!found->is_number() || !std::isfinite(found->get<double>()) || found->get<double>() < 0) {
            fail(place + "/" + member, "is not a number of zero or more", "write it as a plain JSON number");
            return std::nullopt;
        }
        return found->get<double>();
    }

private:
    std::optional<Error> m_error;
};

/// Dollars per million units, all of them in text so that they stay exact.
Money readMoney(const json& entry, const std::string& place, const char* member, bool required,
                Reader& reader)
{
    const std::string text = reader.text(entry, place, member, required);
    if (text.empty() && !required)
        return {};
    const std::optional<Money> money = Money::parse(text);
    if (!money)
        reader.fail(place + "/" + member, fmt::format("\"{}\" is not a plain decimal", text),
                    "write dollars per million units such as \"0.014\", below 1,000,000,000");
    return money.value_or(Money{});
}

std::vector<PriceTier> readTiers(const json& price, const std::string& place, Reader& reader)
{
    std::vector<PriceTier> tiers;
    const auto list = price.find("tiers");
    if (list == price.end() || !list->is_array() || list->empty()) {
        reader.fail(place + "/tiers", "is missing or empty",
                    R"(add at least [{"from": 0, "usdPerMillion": "..."}])");
        return tiers;
    }
    std::optional<double> expected = 0;
    for (std::size_t i = 0; i < list->size() && !reader.failed(); ++i) {
        const json& entry = (*list)[i];
        const std::string here = fmt::format("{}/tiers/{}", place, i);
        if (!entry.is_object()) {
            reader.fail(here, "is not an object", R"(write {"from": 0, "usdPerMillion": "..."})");
            return tiers;
        }
        reader.refuseUnknown(entry, here, kTierMembers);
        PriceTier tier;
        tier.from = reader.number(entry, here, "from").value_or(-1);
        tier.to = reader.number(entry, here, "to");
        tier.perMillionUnits = readMoney(entry, here, "usdPerMillion", true, reader);
        if (reader.failed())
            return tiers;
        // A gap or an overlap would price some units never or twice.
        if (!expected || tier.from != *expected)
            reader.fail(here + "/from",
                        expected
                            ? fmt::format("is not {}, where the tier before ends", plainNumber(*expected))
                            : "follows a tier without upper bound",
                        "make the tiers ascend from 0 without gaps");
        if (tier.to && *tier.to <= tier.from)
            reader.fail(here + "/to", "is not above \"from\"", "make the tiers ascend from 0 without gaps");
        expected = tier.to;
        tiers.push_back(tier);
    }
    if (expected)
        reader.fail(place + "/tiers", fmt::format("ends at {}", plainNumber(*expected)),
                    "leave \"to\" out of the last tier");
    return tiers;
}

/// What committing to a term makes of a price.
std::vector<CommitmentRate> readCommitments(const json& price, const std::string& place, Reader& reader)
{
    std::vector<CommitmentRate> rates;
    const auto list = price.find("commitments");
    if (list == price.end())
        return rates;
    if (!list->is_array()) {
        reader.fail(place + "/commitments", "is not a list", R"(write [{"term": "1yr", ...}])");
        return rates;
    }
    for (std::size_t i = 0; i < list->size() && !reader.failed(); ++i) {
        const json& entry = (*list)[i];
        const std::string here = fmt::format("{}/commitments/{}", place, i);
        if (!entry.is_object()) {
            reader.fail(here, "is not an object", R"(write {"term": "1yr", "usdPerMillion": "..."})");
            return rates;
        }
        reader.refuseUnknown(entry, here, kCommitmentMembers);
        CommitmentRate rate;
        const std::optional<Term> term = termOf(reader.text(entry, here, "term", true));
        if (!term || *term == Term::OnDemand)
            reader.fail(here + "/term", "is no term", R"(write "1yr" or "3yr")");
        rate.term = term.value_or(Term::OneYear);
        if (std::any_of(rates.begin(), rates.end(),
                        [&](const CommitmentRate& each) { return each.term == rate.term; }))
            reader.fail(here + "/term", "has a rate already", "keep one of the two");
        rate.name = reader.text(entry, here, "name", true);
        rate.pack = reader.number(entry, here, "pack").value_or(0);
        rate.perMillionUnits = readMoney(entry, here, "usdPerMillion", true, reader);
        rate.upfrontPerMillionUnits = readMoney(entry, here, "upfrontUsdPerMillion", false, reader);
        rate.asOf = reader.text(entry, here, "asOf", false);
        rate.source = reader.text(entry, here, "source", true);
        rate.confidence = reader.text(entry, here, "confidence", false);
        rates.push_back(std::move(rate));
    }
    return rates;
}

Price readPrice(const json& entry, const std::string& place, Reader& reader)
{
    Price price;
    if (!entry.is_object()) {
        reader.fail(place, "is not an object", R"(write {"meter": "...", "unit": "...", "tiers": [...]})");
        return price;
    }
    reader.refuseUnknown(entry, place, kPriceMembers);
    price.meter = reader.text(entry, place, "meter", true);
    price.description = reader.text(entry, place, "description", false);
    price.unit = reader.text(entry, place, "unit", true);
    price.freePerMonth = reader.number(entry, place, "freePerMonth").value_or(0);
    price.freeHeld = reader.number(entry, place, "freeHeld").value_or(0);
    price.freePool = reader.text(entry, place, "freePool", false);
    price.freeNote = reader.text(entry, place, "freeNote", false);
    price.asOf = reader.text(entry, place, "asOf", false);
    // A figure nobody can check is no better than none.
    price.source = reader.text(entry, place, "source", true);
    price.confidence = reader.text(entry, place, "confidence", false);
    price.note = reader.text(entry, place, "note", false);
    if (!reader.failed() && price.meter.find('/') == std::string::npos)
        reader.fail(place + "/meter", fmt::format("\"{}\" names no service", price.meter),
                    "write it as <service id>/<meter>, such as lambda/requests");
    if (!reader.failed())
        price.tiers = readTiers(entry, place, reader);
    if (!reader.failed())
        price.commitments = readCommitments(entry, place, reader);
    return price;
}

void readNote(const json& document, PriceBook& book, Reader& reader)
{
    if (const auto hours = document.find("hoursByService"); hours != document.end()) {
        if (!hours->is_object())
            return reader.fail("/hoursByService", "is not an object", R"(write {"<service id>": hours})");
        for (const auto& item : hours->items()) {
            const double value = reader.number(*hours, "/hoursByService", item.key().c_str()).value_or(0);
            if (!reader.failed() && (value <= 0 || value > 8784))
                reader.fail("/hoursByService/" + item.key(), "is not within 0 to 8,784 hours",
                            "use 720, 730 or 744");
            book.hoursByService[item.key()] = value;
        }
    }
    if (const auto meters = document.find("countedMeters"); meters != document.end()) {
        if (!meters->is_array())
            return reader.fail("/countedMeters", "is not a list", "list the meter ids the note counts");
        for (const json& meter : *meters) {
            if (!meter.is_string())
                return reader.fail("/countedMeters", "holds something that is not a text",
                                   "list meter ids in quotes");
            book.countedMeters.push_back(meter.get<std::string>());
        }
        std::sort(book.countedMeters.begin(), book.countedMeters.end());
    }
    if (book.hoursByService.empty() && !book.countedMeters.empty())
        reader.fail("/countedMeters", "needs \"hoursByService\"",
                    "say how long a month each counted service has");
}

}  // namespace

std::vector<std::string> builtinRegions()
{
    // One region a line, in the order lists show them.
    std::vector<std::string> regions;
    std::string_view lines = embedded::priceBookFile("regions.txt");
    while (!lines.empty()) {
        const std::size_t end = std::min(lines.find('\n'), lines.size());
        if (end > 0)
            regions.emplace_back(lines.substr(0, end));
        lines.remove_prefix(std::min(end + 1, lines.size()));
    }
    return regions;
}

std::vector<std::string> builtinPriceBookIds()
{
    std::vector<std::string> ids = builtinRegions();
    ids.emplace_back(kStudyNote);
    return ids;
}

Result<PriceBook> builtinPriceBook(std::string_view id)
{
    const std::vector<std::string> known = builtinPriceBookIds();
    if (std::find(known.begin(), known.end(), id) == known.end()) {
        const std::string near = nearestName(id, known);
        return Error{"price book", fmt::format("there is none for \"{}\"", id),
                     fmt::format("{}use --price-book with one of {}, or with the file of your own book",
                                 near.empty() ? "" : fmt::format("did you mean {}? Else ", near),
                                 fmt::join(known, ", "))};
    }
    return readPriceTable(embedded::priceBookFile(std::string{id} + ".tsv"));
}

Result<PriceBook> parsePriceBook(std::string_view text)
{
    if (text.size() > kLargestBook)
        return Error{"", "the price book is larger than 64 MiB", "keep only the meters you need"};
    const json document = json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (document.is_discarded() || !document.is_object())
        return Error{"/", "this is not a JSON object", "start from `prices show us-east-1`"};
    Reader reader;
    if (reader.text(document, "", "format", true) != "plimsoll-price-book")
        reader.fail("/format", "is not \"plimsoll-price-book\"", "give a price book, not a design");
    const std::optional<double> version = reader.number(document, "", "version");
    if (!reader.failed() && version != double{kBookVersion})
        reader.fail("/version", version ? fmt::format("{} is unknown", plainNumber(*version)) : "is missing",
                    fmt::format("this program reads version {}", kBookVersion));
    reader.refuseUnknown(document, "", kBookMembers);

    PriceBook book;
    book.id = reader.text(document, "", "id", true);
    book.region = reader.text(document, "", "region", true);
    book.asOf = reader.text(document, "", "asOf", false);
    readNote(document, book, reader);
    const auto prices = document.find("prices");
    if (prices == document.end() || !prices->is_array())
        reader.fail("/prices", "is missing", "add the list of prices");
    for (std::size_t i = 0; !reader.failed() && i < prices->size(); ++i) {
        const std::string place = fmt::format("/prices/{}", i);
        Price price = readPrice((*prices)[i], place, reader);
        const MeterId meter = price.meter;
        if (!reader.failed() && !book.prices.emplace(meter, std::move(price)).second)
            reader.fail(place + "/meter", fmt::format("\"{}\" has a price already", meter),
                        "keep one of the two");
    }
    if (reader.failed())
        return reader.error();
    return book;
}

namespace {

/// Integers stay integers: 512000, not 512000.0.
json jsonNumber(double value)
{
    if (value == std::floor(value) && std::fabs(value) < 9e15)
        return static_cast<std::int64_t>(value);
    return value;
}

/// All nine decimals that Money holds, without idle zeros.
std::string exactDecimal(Money money)
{
    std::string text =
        fmt::format("{}.{:09}", money.nanodollars() / 1'000'000'000, money.nanodollars() % 1'000'000'000);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

}  // namespace

std::string writePriceBook(const PriceBook& book)
{
    using nlohmann::ordered_json;
    ordered_json document{{"format", "plimsoll-price-book"},
                          {"version", kBookVersion},
                          {"id", book.id},
                          {"region", book.region},
                          {"asOf", book.asOf}};
    if (book.isStudyNote()) {
        ordered_json hours = ordered_json::object();
        for (const auto& [service, value] : book.hoursByService)
            hours[service] = jsonNumber(value);
        document["hoursByService"] = hours;
        document["countedMeters"] = book.countedMeters;
    }
    ordered_json prices = ordered_json::array();
    for (const auto& [meter, price] : book.prices) {
        ordered_json entry{{"meter", meter}, {"description", price.description}, {"unit", price.unit}};
        for (const PriceTier& tier : price.tiers) {
            ordered_json row = ordered_json::object();
            row["from"] = jsonNumber(tier.from);
            if (tier.to)
                row["to"] = jsonNumber(*tier.to);
            row["usdPerMillion"] = exactDecimal(tier.perMillionUnits);
            entry["tiers"].push_back(row);
        }
        if (price.freePerMonth > 0)
            entry["freePerMonth"] = jsonNumber(price.freePerMonth);
        if (price.freeHeld > 0)
            entry["freeHeld"] = jsonNumber(price.freeHeld);
        const std::pair<const char*, const std::string&> texts[] = {
            {"freePool", price.freePool}, {"freeNote", price.freeNote},     {"asOf", price.asOf},
            {"source", price.source},     {"confidence", price.confidence}, {"note", price.note}};
        for (const auto& [member, value] : texts)
            if (!value.empty() || member == std::string_view{"source"})
                entry[member] = value;
        for (const CommitmentRate& rate : price.commitments) {
            ordered_json row{{"term", word(rate.term)}, {"name", rate.name}};
            if (rate.pack > 0)
                row["pack"] = jsonNumber(rate.pack);
            row["usdPerMillion"] = exactDecimal(rate.perMillionUnits);
            if (rate.upfrontPerMillionUnits > Money{})
                row["upfrontUsdPerMillion"] = exactDecimal(rate.upfrontPerMillionUnits);
            for (const auto& [member, value] : {std::pair<const char*, const std::string&>{"asOf", rate.asOf},
                                                {"source", rate.source},
                                                {"confidence", rate.confidence}})
                if (!value.empty() || member == std::string_view{"source"})
                    row[member] = value;
            entry["commitments"].push_back(std::move(row));
        }
        prices.push_back(entry);
    }
    document["prices"] = prices;
    return document.dump(2, ' ', true, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace plimsoll
