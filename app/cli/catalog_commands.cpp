// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "app/study/templates.h"
#include "app/study/wording.h"
#include "model/serialization/design_file.h"
#include "pricing/price_book.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <map>
#include <memory>
#include <ostream>
#include <string>
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

int runServices(Session& session, const std::string& id)
{
    if (id.empty())
        return session.deliver(writeText(listOf(session.catalog()), session.textStyle()), {});
    const ServiceSpec* spec = session.catalog().find(id);
    if (!spec) {
        const std::string near = session.catalog().nearest(id);
        return session.fail(
            "", {id, "is no service",
                 near.empty() ? "`services` alone lists all" : fmt::format("did you mean {}?", near)});
    }
    return session.deliver(writeText(describe(*spec), session.textStyle()), {});
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
    CLI::App* command = app.add_subcommand("services", "The services this build knows, or all about one");
    auto id = std::make_shared<std::string>();
    command->add_option("service", *id, "A service id")->type_name("ID");
    return {command, [&session, id] { return runServices(session, *id); }};
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
