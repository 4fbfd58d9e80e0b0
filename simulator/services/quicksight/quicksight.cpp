// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/query_engine/query_engine.h"
#include "simulator/services/family_service.h"

#include <algorithm>

namespace plimsoll::services::quicksight {

ServiceSpec quicksightSpec();  // quicksight_spec.cpp

namespace {

constexpr const char* kLimits = "https://docs.aws.amazon.com/quick/latest/userguide/data-source-limits.html";
/// Of one dataset of Enterprise edition.
constexpr double kMostRows = 2e9, kMostBytes = 2048 * kGib;

bool keepsCopy(const ComponentView& self)
{
    return self.text("data") == "spice";
}

/// Rows x (8 bytes for each number or date, 8 and its length for each text).
/// Source: https://docs.aws.amazon.com/quicksight/latest/user/managing-spice-capacity.html
double rowBytes(const ComponentView& self)
{
    return 8 * self.number("numberFields") + (8 + self.number("textBytes")) * self.number("textFields");
}

void configureCopy(const ComponentView& self, QueryEngineConfig& config)
{
    const bool whole = self.text("refresh") == "full";
    config.refresh = fromSeconds(self.number(whole ? "fullMinutes" : "incrementalMinutes") * 60);
    config.copyBytes = self.number("rowsMillions") * 1e6 * rowBytes(self);
    config.refreshBytes = config.copyBytes * (whole ? 1 : self.number("lookBackPercent") / 100);
    config.refreshBytesPerSecond = self.number("ingestMegabytesPerSecond") * kMib;
    config.askedPerQuery = static_cast<std::uint32_t>(self.number("refreshQueries"));
    const double room =
        (self.number("spiceGigabytes") + self.number("includedGigabytes") * self.number("authors")) * kGib;
    config.copy = {
        "spice", "SPICE capacity", "B", std::min({room, kMostBytes, kMostRows * rowBytes(self)}), 1,
        "",      kLimits};
    config.askedBytes = config.copyBytes * self.number("viewPercent") / 100;
    config.cpuSecondsPerByte = self.number("cpuSecondsPerGb") / kGib;
}

QueryEngineConfig configure(const ComponentView& self)
{
    QueryEngineConfig config;
    config.slots = self.number("viewsAtOnce");
    config.mostActive = config.startsPerSecond = config.startBurst = 1e9;  // no quota is published
    config.planning = fromMillis(self.number("viewMillis"));
    config.variation = self.number("viewVariation");
    config.running = {"running", "Views at work", "views", config.slots, 1, "", "set on the component"};
    config.idle = "idle: add viewers";
    if (keepsCopy(self)) {
        configureCopy(self, config);
        return config;
    }
    config.computes = false;
    config.askedPerQuery = static_cast<std::uint32_t>(self.number("visuals"));
    config.longest = fromSeconds(self.number("timeoutSeconds"));
    return config;
}

void bill(const ComponentView& self, const QueryEngineLoad& load, const MeterSink& meters)
{
    const auto held = [&](const char* meter, double number, const char* what, const char* unit) {
        meters.stock(meter, number, 0, {given(what, number, unit)});
    };
    held("author-months", self.number("authors"), "authors", "people");
    held("pro-author-months", self.number("proAuthors"), "Pro authors", "people");
    held("pro-reader-months", self.number("proReaders"), "Pro readers", "people");
    if (self.text("readerPricing") == "user") {
        held("reader-months", self.number("readers"), "readers", "people");
    } else {
        const double views = self.number("viewsPerSession");
        held("session-plan-months", 1, "plan of 500 sessions", "");
        meters.count("sessions", load.queries / views,
                     {given("views", load.queries, "views/s"), given("views of a session", views, "views")});
    }
    if (keepsCopy(self))
        held("spice", self.number("spiceGigabytes"), "bought beyond what authors bring", "GB");
}

}  // namespace

Service quicksight()
{
    return serviceOf<QueryEngineFamily>(quicksightSpec(), configure, bill);
}

}  // namespace plimsoll::services::quicksight
