// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/report/json_text_writer.h"
#include "app/study/templates.h"
#include "app/study/wording.h"
#include "model/catalog/connection_parameters.h"
#include "model/serialization/design_file.h"
#include "pricing/price_book.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace plimsoll::cli {

namespace {

const char* statusText(const ServiceSpec& spec)
{
    switch (spec.status) {
    case ServiceStatus::Current:
        return spec.simulated ? "" : "drawing only";
    case ServiceStatus::ClosedToNewCustomers:
        return "closed to new customers";
    case ServiceStatus::Legacy:
        return "legacy";
    }
    return "";
}

Document listOf(const ServiceCatalog& catalog)
{
    Document document;
    Section section;
    section.table.columns = {{"Id"}, {"Service"}, {"Category"}, {"What it is"}, {""}};
    for (const ServiceSpec& spec : catalog.all())
        section.table.rows.push_back({{spec.id, spec.name, spec.category, spec.summary, statusText(spec)},
                                      spec.simulated ? Tone::Plain : Tone::Quiet});
    document.sections.push_back(std::move(section));
    return document;
}

std::string rangeText(const ParameterSpec& parameter)
{
    switch (parameter.type) {
    case ParameterType::Integer:
    case ParameterType::Real:
        return plainNumber(parameter.minimum) + " to " + plainNumber(parameter.maximum);
    case ParameterType::Boolean:
        return "true, false";
    case ParameterType::Choice: {
        std::string text;
        for (const ParameterChoice& choice : parameter.choices)
            text += (text.empty() ? "" : ", ") + choice.value;
        return text;
    }
    case ParameterType::Text:
        return "text";
    case ParameterType::Structured:
        return "structured";
    }
    return "";
}

Document describe(const ServiceSpec& spec)
{
    Document document;
    document.title = spec.name;
    document.subtitles = {spec.summary};
    if (!spec.docsUrl.empty())
        document.subtitles.push_back(spec.docsUrl);
    Section parameters{"Parameters", {}, {}, {}};
    parameters.table.columns = {{"Parameter"}, {"Default", Align::Right}, {"Unit"}, {"Range"}, {"Evidence"},
                                {"What it is"}};
    for (const ParameterSpec& each : spec.parameters)
        parameters.table.rows.push_back(
            {{each.id, toString(each.defaultValue), each.unit,
              rangeText(each) + (each.sizable ? ", auto" : ""), std::string{toString(each.evidence)},
              each.help.empty() ? each.name : each.help},
             Tone::Plain});
    document.sections.push_back(std::move(parameters));

    const Result<PriceBook> book = builtinPriceBook("us-east-1");
    Section meters{"Meters, with the first price in us-east-1", {}, {}, {}};
    meters.table.columns = {{"Meter"}, {"Unit"}, {"USD per million", Align::Right}, {"As of"}};
    for (const MeterSpec& meter : spec.meters) {
        Row row{{meter.id, meter.unit, "unpriced", ""}, Tone::Quiet};
        if (book) {
            if (const auto found = book->prices.find(meter.id); found != book->prices.end())
                row = {{meter.id, found->second.unit,
                        plainNumber(found->second.tiers.front().perMillionUnits.dollars()),
                        found->second.asOf},
                       Tone::Plain};
        }
        meters.table.rows.push_back(std::move(row));
    }
    if (!meters.table.rows.empty())
        document.sections.push_back(std::move(meters));

    Section quotas{"Quotas", {}, {}, {}};
    quotas.table.columns = {{"Quota"}, {"Value", Align::Right}, {"Unit"}, {"Source"}};
    for (const QuotaSpec& quota : spec.quotas)
        quotas.table.rows.push_back(
            {{quota.name, figure(quota.value), quota.unit, quota.source}, Tone::Plain});
    if (!quotas.table.rows.empty())
        document.sections.push_back(std::move(quotas));
    return document;
}

struct ServicesCommand {
    std::string id;
    std::string to;    ///< the other end of a connection
    std::string kind;  ///< empty = the pair's default
    OutputOptions output;
};

/// A connection of one service to another, as the two specs and the table of integrations say.
struct Pair {
    const ServiceSpec& from;
    const ServiceSpec& to;
    Legality legality;
    ConnectionKind kind = ConnectionKind::Call;
    std::vector<ParameterSpec> parameters;

    bool isAllowed() const
    {
        return legality.verdict == Legality::Verdict::Legal
               || legality.verdict == Legality::Verdict::CustomCode;
    }
    std::string kinds() const
    {
        std::string text;
        for (const ConnectionKind each : legality.kinds)
            text += (text.empty() ? "" : ", ") + std::string{toString(each)};
        return text;
    }
    /// The explanation without the remedy, which has a place of its own.
    std::string why() const
    {
        std::string text = legality.explanation;
        if (!legality.remedy.empty() && text.ends_with("; " + legality.remedy))
            text.resize(text.size() - legality.remedy.size() - 2);
        return text;
    }
    std::string remedy() const
    {
        return legality.verdict == Legality::Verdict::Reversed ? "turn the connection round"
                                                               : legality.remedy;
    }
};

std::string conditionOf(const ParameterSpec& parameter)
{
    if (parameter.visibleWhen.parameter.empty())
        return {};
    std::string values;
    for (const std::string& each : parameter.visibleWhen.values)
        values += (values.empty() ? "" : " or ") + each;
    return parameter.visibleWhen.parameter + " is " + values;
}

Document describe(const Pair& pair)
{
    Document document;
    document.title = pair.from.name + " to " + pair.to.name;
    document.subtitles = {pair.why()};
    if (!pair.legality.sourceUrl.empty())
        document.subtitles.push_back(pair.legality.sourceUrl);
    if (!pair.isAllowed()) {
        document.subtitles.push_back("Not possible; " + pair.remedy());
        return document;
    }
    document.subtitles.push_back("Kinds: " + pair.kinds()
                                 + " (the first unless the connection says another)");
    Section parameters{"Parameters of the kind " + std::string{toString(pair.kind)}, {}, {}, {}};
    parameters.table.columns = {
        {"Parameter"}, {"Default", Align::Right}, {"Unit"}, {"Range"}, {"When"}, {"Evidence"}, {"What it is"},
        {"Source"}};
    for (const ParameterSpec& each : pair.parameters)
        parameters.table.rows.push_back(
            {{each.id, toString(each.defaultValue), each.unit, rangeText(each), conditionOf(each),
              std::string{toString(each.evidence)}, each.help.empty() ? each.name : each.help, each.source},
             Tone::Plain});
    document.sections.push_back(std::move(parameters));
    return document;
}

void writeDefault(JsonTextWriter& json, const ParameterValue& value)
{
    json.key("default");
    if (const auto* yes = std::get_if<bool>(&value))
        json.value(*yes);
    else if (std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value))
        json.value(asNumber(value));
    else
        json.value(toString(value));
}

void writeParameter(JsonTextWriter& json, const ParameterSpec& parameter)
{
    json.beginObject();
    json.member("id", parameter.id);
    json.member("name", parameter.name);
    json.member("help", parameter.help);
    writeDefault(json, parameter.defaultValue);
    if (parameter.type == ParameterType::Integer || parameter.type == ParameterType::Real) {
        json.member("minimum", parameter.minimum);
        json.member("maximum", parameter.maximum);
        json.member("unit", parameter.unit);
    } else if (parameter.type == ParameterType::Choice) {
        json.key("choices");
        json.beginArray();
        for (const ParameterChoice& each : parameter.choices)
            json.value(each.value);
        json.endArray();
    }
    if (const std::string condition = conditionOf(parameter); !condition.empty())
        json.member("when", condition);
    json.member("evidence", toString(parameter.evidence));
    json.member("source", parameter.source);
    json.endObject();
}

std::string jsonOf(const Pair& pair)
{
    JsonTextWriter json;
    json.beginObject();
    json.member("schema", "plimsoll-connection/1");
    json.member("from", pair.from.id);
    json.member("to", pair.to.id);
    json.member("possible", pair.isAllowed());
    json.member("why", pair.why());
    json.member("remedy", pair.isAllowed() ? std::string{} : pair.remedy());
    json.member("source", pair.legality.sourceUrl);
    json.key("kinds");
    json.beginArray();
    if (pair.isAllowed()) {
        for (const ConnectionKind each : pair.legality.kinds)
            json.value(toString(each));
    }
    json.endArray();
    if (pair.isAllowed()) {
        json.member("kind", toString(pair.kind));
        json.key("parameters");
        json.beginArray();
        for (const ParameterSpec& each : pair.parameters)
            writeParameter(json, each);
        json.endArray();
    }
    json.endObject();
    return json.take();
}

Result<const ServiceSpec*> serviceNamed(const ServiceCatalog& catalog, const std::string& id)
{
    if (const ServiceSpec* spec = catalog.find(id))
        return spec;
    const std::string near = catalog.nearest(id);
    return Error{id, "is no service",
                 near.empty() ? "`services` alone lists all" : fmt::format("did you mean {}?", near)};
}

int describePair(Session& session, const ServicesCommand& options, const ServiceSpec& from)
{
    const Result<const ServiceSpec*> to = serviceNamed(session.catalog(), options.to);
    if (!to)
        return session.fail("", to.error());
    Pair pair{from, **to, IntegrationTable::builtin().judge(from, **to), {}, {}};
    Connection connection;
    if (!options.kind.empty()) {
        const std::optional<ConnectionKind> kind = connectionKind(options.kind);
        const std::vector<ConnectionKind>& allowed = pair.legality.kinds;
        if (pair.isAllowed() && (!kind || std::find(allowed.begin(), allowed.end(), *kind) == allowed.end()))
            return session.fail("", {"--kind " + options.kind,
                                     "is no kind of connection from " + from.name + " to " + pair.to.name,
                                     "use " + pair.kinds()});
        connection.parameters["kind"] = options.kind;
    }
    pair.kind = kindOf(connection, pair.from, pair.to);
    pair.parameters = connectionParameters(pair.kind, pair.from, pair.to);
    const Result<Format> format = formatOf(options.output);
    if (!format)
        return session.fail("", format.error());
    if (*format != Format::Text && *format != Format::Json)
        return session.fail("",
                            {"--format", "a connection is described as text or json", "use text or json"});
    return session.deliver(*format == Format::Json ? jsonOf(pair)
                                                   : writeText(describe(pair), session.textStyle()),
                           options.output);
}

int runServices(Session& session, const ServicesCommand& options)
{
    if (options.to.empty() && (!options.kind.empty() || !options.output.format.empty()))
        return session.fail("", {options.kind.empty() ? "--format" : "--kind", "is about a connection",
                                 "name its other end with --to"});
    if (options.id.empty() && !options.to.empty())
        return session.fail(
            "", {"--to", "needs the service the connection comes from", "write `services FROM --to TO`"});
    if (options.id.empty())
        return session.deliver(writeText(listOf(session.catalog()), session.textStyle()), {});
    const Result<const ServiceSpec*> spec = serviceNamed(session.catalog(), options.id);
    if (!spec)
        return session.fail("", spec.error());
    if (!options.to.empty())
        return describePair(session, options, **spec);
    return session.deliver(writeText(describe(**spec), session.textStyle()), {});
}

int runTemplates(Session& session, const std::string& id, const OutputOptions& output)
{
    const std::vector<DesignTemplate>& all = designTemplates();
    std::vector<std::string> ids;
    for (const DesignTemplate& each : all) {
        if (each.id == id)
            return session.deliver(std::string{each.text}, output);
        ids.push_back(each.id);
    }
    if (!id.empty()) {
        const std::string near = nearestName(id, ids);
        return session.fail(
            "", {id, "is no template",
                 near.empty() ? "`templates` alone lists all" : fmt::format("did you mean {}?", near)});
    }
    Document document;
    Section section;
    section.table.columns = {{"Id"}, {"Title"}, {"What it shows"}};
    for (const DesignTemplate& each : all)
        section.table.rows.push_back({{each.id, each.title, each.summary}, Tone::Plain});
    if (all.empty())
        section.before.push_back({"This build has no templates.", Tone::Quiet, ""});
    document.sections.push_back(std::move(section));
    return session.deliver(writeText(document, session.textStyle()), output);
}

struct PricesCommand {
    std::string action = "list";
    std::vector<std::string> books;
    OutputOptions output;
};

int listBooks(Session& session, const OutputOptions& output)
{
    Document document;
    Section section;
    section.table.columns = {{"Book"}, {"Prices", Align::Right}, {"As of"}, {"Notes"}};
    for (const std::string& id : builtinPriceBookIds()) {
        const Result<PriceBook> book = builtinPriceBook(id);
        if (!book)
            return session.fail(id, book.error());
        std::string notes;
        for (const auto& [service, hours] : book->hoursByService)
            notes += fmt::format("{}{} at {} h", notes.empty() ? "" : ", ", service, plainNumber(hours));
        section.table.rows.push_back(
            {{id, std::to_string(book->prices.size()), book->asOf, notes}, Tone::Plain});
    }
    document.sections.push_back(std::move(section));
    return session.deliver(writeText(document, session.textStyle()), output);
}

/// "0.015", or "0.029 to 0.02" where there are tiers; per million units, as in the book.
std::string priceText(const PriceBook& book, const MeterId& meter)
{
    const auto found = book.prices.find(meter);
    if (found == book.prices.end())
        return "unpriced";
    const std::vector<PriceTier>& tiers = found->second.tiers;
    std::string text = plainNumber(tiers.front().perMillionUnits.dollars());
    if (tiers.size() > 1)
        text += " to " + plainNumber(tiers.back().perMillionUnits.dollars());
    return text;
}

Document differencesOf(const PriceBook& a, const PriceBook& b)
{
    std::map<MeterId, std::string> units;
    for (const PriceBook* book : {&a, &b})
        for (const auto& [meter, price] : book->prices)
            units.emplace(meter, price.unit);
    Document document;
    Section section;
    section.table.columns = {
        {"USD per million"}, {"Unit"}, {a.id, Align::Right}, {b.id, Align::Right}, {"Change", Align::Right}};
    for (const auto& [meter, unit] : units) {
        const std::string before = priceText(a, meter);
        const std::string after = priceText(b, meter);
        if (before == after)
            continue;
        std::string change;
        if (a.prices.contains(meter) && b.prices.contains(meter)) {
            const double from = a.prices.at(meter).tiers.front().perMillionUnits.dollars();
            const double to = b.prices.at(meter).tiers.front().perMillionUnits.dollars();
            if (from > 0)
                change = fmt::format("{:+.1f}%", (to / from - 1) * 100);
        }
        section.table.rows.push_back({{meter, unit, before, after, change}, Tone::Plain});
    }
    if (section.table.rows.empty())
        section.before.push_back({"The two books agree.", Tone::Plain, ""});
    document.sections.push_back(std::move(section));
    return document;
}

int runPrices(Session& session, const PricesCommand& options)
{
    const std::size_t wanted = options.action == "show" ? 1 : options.action == "diff" ? 2 : 0;
    if (options.books.size() != wanted)
        return session.fail("", {"prices " + options.action, fmt::format("takes {} price books", wanted),
                                 "write `prices list`, `prices show BOOK` or `prices diff BOOK BOOK`"});
    std::vector<PriceBook> books;
    for (const std::string& each : options.books) {
        Result<PriceBook> book = loadPriceBook(each);
        if (!book)
            return session.fail("", book.error());
        books.push_back(std::move(*book));
    }
    if (wanted == 0)
        return listBooks(session, options.output);
    if (wanted == 1)
        return session.deliver(writePriceBook(books.front()), options.output);
    return session.deliver(writeText(differencesOf(books[0], books[1]), session.textStyle()), options.output);
}

int runMigrate(Session& session, const std::string& file, OutputOptions output)
{
    const Result<std::string> before = readTextFile(file, kLargestDesignFile);
    if (!before)
        return session.fail("", before.error());
    const Result<LoadedDesign> loaded = parseDesign(*before, session.catalog());
    if (!loaded)
        return session.fail(file, loaded.error());
    for (const std::string& warning : loaded->warnings)
        session.warn(file, warning);
    const std::string after = writeDesign(loaded->design);
    if (output.file.empty()) {
        if (after == *before) {
            session.err() << file << ": is in the current format already\n";
            return kDone;
        }
        output.file = file;
    }
    if (const int status = session.deliver(after, output); status != kDone)
        return status;
    session.err() << output.file << ": written in format version " << kDesignFormatVersion << "\n";
    return kDone;
}

}  // namespace

Command addServices(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand(
        "services", "The services this build knows, all about one, or how one may be connected to another");
    auto options = std::make_shared<ServicesCommand>();
    command->add_option("service", options->id, "A service id")->type_name("ID");
    command->add_option("--to", options->to, "Describe a connection to this service")->type_name("ID");
    command
        ->add_option("--kind", options->kind,
                     "Of this kind (call, put, poll, ...); the pair's first if not told")
        ->type_name("KIND");
    addOutputOptions(*command, options->output, "text or json, with --to");
    return {command, [&session, options] { return runServices(session, *options); }};
}

Command addTemplates(CLI::App& app, Session& session)
{
    struct Options {
        std::string id;
        OutputOptions output;
    };
    CLI::App* command =
        app.add_subcommand("templates", "Designs to start from; with an id, the design itself");
    auto options = std::make_shared<Options>();
    command->add_option("template", options->id, "A template id")->type_name("ID");
    command->add_option("-o,--output", options->output.file, "Write to this file")->type_name("FILE");
    return {command, [&session, options] { return runTemplates(session, options->id, options->output); }};
}

Command addPrices(CLI::App& app, Session& session)
{
    CLI::App* command = app.add_subcommand("prices", "The price books: list, show BOOK, diff BOOK BOOK");
    auto options = std::make_shared<PricesCommand>();
    command->add_option("action", options->action, "list, show or diff")
        ->check(CLI::IsMember({"list", "show", "diff"}))
        ->type_name("ACTION");
    command->add_option("books", options->books, "Ids or files; `show` writes one to start your own from")
        ->type_name("BOOK...");
    command->add_option("-o,--output", options->output.file, "Write to this file")->type_name("FILE");
    return {command, [&session, options] { return runPrices(session, *options); }};
}

Command addMigrate(CLI::App& app, Session& session)
{
    struct Options {
        std::string file;
        OutputOptions output;
    };
    CLI::App* command =
        app.add_subcommand("migrate", "Write a design in the current format, in place if not told");
    auto options = std::make_shared<Options>();
    command->add_option("design", options->file, "The design, a .plimsoll file")
        ->required()
        ->type_name("FILE");
    command->add_option("-o,--output", options->output.file, "Write to this file instead")->type_name("FILE");
    return {command, [&session, options] { return runMigrate(session, options->file, options->output); }};
}

}  // namespace plimsoll::cli
