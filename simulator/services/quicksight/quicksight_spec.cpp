// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::quicksight {

namespace {

constexpr const char* kGuide = "https://docs.aws.amazon.com/quicksight/latest/user/welcome.html";
constexpr const char* kSources =
    "https://docs.aws.amazon.com/quicksight/latest/user/supported-data-sources.html";
constexpr const char* kSpice =
    "https://docs.aws.amazon.com/quicksight/latest/user/managing-spice-capacity.html";
constexpr const char* kRefresh =
    "https://docs.aws.amazon.com/quick/latest/userguide/refreshing-imported-data.html";
constexpr const char* kLimits = "https://docs.aws.amazon.com/quick/latest/userguide/data-source-limits.html";
constexpr const char* kPricing = "https://aws.amazon.com/quicksight/pricing/";
constexpr const char* kYours = "depends on your dataset and dashboards";
constexpr const char* kUnpublished = "AWS publishes no figure";

/// The copy in memory, and how it is kept fresh.
std::vector<ParameterSpec> copyParameters()
{
    using namespace declare;
    std::vector<ParameterSpec> own{
        real("rowsMillions", "Rows", "million", {0.000001, 1e6}, 10,
             "Of the dataset: 2,000 million, or 2 TB, at most.", assumed(kYours)),
        integer("numberFields", "Numbers and dates", "fields", {0, 2000}, 10, "Each takes 8 bytes of a row.",
                documented(kSpice)),
        integer("textFields", "Texts", "fields", {0, 2000}, 5, "Each takes 8 bytes and its length.",
                documented(kSpice)),
        real("textBytes", "Length of a text", "B", {0, 65'535}, 20, "On average.", assumed(kYours)),
        movable(Lever::More,
                real("spiceGigabytes", "SPICE bought", "GB", {0, 1e6}, 10,
                     "Beyond what authors bring. A dataset that does not fit cannot be refreshed.",
                     documented(kPricing))),
        advanced(real("includedGigabytes", "SPICE of an author", "GB", {0, 1000}, 10,
                      "Comes with each author, free of charge.", assumed("the plans differ"))),
        choice("refresh", "Refresh", {{"full", "All of it"}, {"incremental", "The last part"}}, "full",
               "A refresh reads the dataset anew, or its look-back window alone.", documented(kRefresh)),
        when("refresh", {"full"},
             real("fullMinutes", "Refreshed every", "min", {60, 44'640}, 60, "Hourly at best.",
                  documented(kRefresh))),
        when("refresh", {"incremental"},
             real("incrementalMinutes", "Refreshed every", "min", {15, 44'640}, 15,
                  "15 or 30 minutes, hours, or days.", documented(kRefresh))),
        when("refresh", {"incremental"},
             real("lookBackPercent", "Look-back window", "%", {0.001, 100}, 5,
                  "Share of the dataset in the window, which is read again each time.", assumed(kYours))),
        advanced(integer("refreshQueries", "Queries of a refresh", "queries", {1, 1000}, 1,
                         "That the source is asked, all at once. What each costs there, the source says.",
                         assumed(kYours))),
        advanced(real("ingestMegabytesPerSecond", "Taken in", "MB/s", {0.01, 100'000}, 50,
                      "How fast a refresh takes in what the source has answered.", assumed(kUnpublished))),
        real("viewPercent", "Data of a view", "%", {0, 100}, 1,
             "Share of the dataset that one view computes over.", assumed(kYours)),
        advanced(real("cpuSecondsPerGb", "Work of a view", "s/GB", {0, 10'000}, 1,
                      "For each GB it computes over.", assumed(kUnpublished))),
    };
    for (ParameterSpec& each : own)
        if (each.visibleWhen.parameter.empty())
            each = when("data", {"spice"}, std::move(each));
    return own;
}

std::vector<ParameterSpec> userParameters()
{
    using namespace declare;
    return {
        integer("authors", "Authors", "people", {1, 1'000'000}, 2, "Who make dashboards, paid by the month.",
                assumed("your team")),
        integer("proAuthors", "Pro authors", "people", {0, 1'000'000}, 0,
                "Authors with the generative features, paid by the month.", documented(kPricing)),
        integer("proReaders", "Pro readers", "people", {0, 10'000'000}, 0,
                "Readers with the generative features, paid by the month.", documented(kPricing)),
        choice("readerPricing", "Readers pay", {{"user", "By reader"}, {"capacity", "By session"}}, "user",
               "Each reader by the month, or a plan of 500 sessions a month and each session beyond it.",
               documented(kPricing)),
        when("readerPricing", {"user"},
             integer("readers", "Readers", "people", {0, 10'000'000}, 20,
                     "Who look at dashboards, paid by the month.", assumed("your team"))),
        when("readerPricing", {"capacity"},
             real("viewsPerSession", "Views of a session", "views", {1, 10'000}, 10,
                  "How many views one session has on average.", assumed("depends on your readers"))),
    };
}

}  // namespace

ServiceSpec quicksightSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "quicksight";
    spec.name = "QuickSight";
    spec.shortName = "QuickSight";
    spec.category = "analytics";
    spec.summary = "Dashboards over warehouses, query engines and its own in-memory copies.";
    spec.integrationName = "QuickSight";
    spec.noun = "view";
    spec.runsQueries = true;
    spec.sender = {.routes = {}, .timeout = true, .retry = true};
    spec.docsUrl = kGuide;
    spec.parameters = {
        choice("data", "Data", {{"spice", "SPICE, a copy in memory"}, {"direct", "Direct query"}}, "spice",
               "A copy that is refreshed, or queries to the source for each view.", documented(kSources))};
    const auto append = [&](std::vector<ParameterSpec> more) {
        spec.parameters.insert(spec.parameters.end(), more.begin(), more.end());
    };
    append(copyParameters());
    append({when("data", {"direct"},
                 movable(Lever::Less,
                         integer("visuals", "Visuals of a view", "queries", {1, 1000}, 5,
                                 "Each asks the source a query of its own, all at once.", assumed(kYours)))),
            when("data", {"direct"},
                 integer("timeoutSeconds", "Timeout", "s", {1, 120}, 120,
                         "A view whose source takes longer fails.", documented(kLimits)))});
    append({real("viewMillis", "Time of a view", "ms", {0, 60'000}, 500,
                 "The source's, and its computing, apart.", assumed(kUnpublished)),
            advanced(real("viewVariation", "Variation of a view's time", "", {0, 5}, 0.5,
                          "Standard deviation over the mean.", assumed(kUnpublished))),
            advanced(integer("viewsAtOnce", "Views at once", "views", {1, 100'000}, 1000, "The others wait.",
                             assumed(kUnpublished)))});
    append(userParameters());
    const auto monthly = [&](const char* id, const char* name, const char* unit) {
        spec.meters.push_back(meter(MeterClass::Stock, std::string{"quicksight/"} + id, name, unit));
    };
    monthly("author-months", "Authors", "user-month");
    monthly("reader-months", "Readers", "user-month");
    monthly("pro-author-months", "Pro authors", "user-month");
    monthly("pro-reader-months", "Pro readers", "user-month");
    monthly("session-plan-months", "Plan of 500 sessions", "month");
    monthly("spice", "SPICE capacity", "GB-month");
    spec.meters.push_back(counted("quicksight/sessions", "Sessions of readers", "session"));
    spec.quotas = {{"Rows of a dataset", 2'000'000'000, "rows", kLimits},
                   {"Dataset", 2048, "GB", kLimits},
                   {"Full refresh, at best every", 60, "min", kRefresh},
                   {"Refresh starts within", 10, "min", kRefresh},
                   {"Direct query times out after", 120, "s", kLimits}};
    return spec;
}

}  // namespace plimsoll::services::quicksight
