// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/support_service/support_service.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::cloudwatch_logs {

ServiceSpec cloudwatchLogsSpec();  // cloudwatch_logs_spec.cpp

namespace {

constexpr double kDay = 86'400;

SupportConfig configure(const ComponentView& /*self*/)
{
    return {};
}

void bill(const ComponentView& self, const SupportLoad& load, const MeterSink& meters)
{
    const double inflow = load.bytes / kGib;
    const Derivation logged = given("logged by its users", load.bytes, "B/s");
    meters.count(self.text("logClass") == "standard" ? "ingested-gb" : "ingested-infrequent-gb", inflow,
                 {logged});
    const double share = self.number("storedPercent") / 100, days = self.number("retentionDays");
    meters.stock("storage", 0, inflow * share,
                 {logged, assumed("compressed to", share * 100, "%", "as the component says")},
                 days > 0 ? days * kDay : std::numeric_limits<double>::infinity());
    const double scanned = self.number("scannedGbPerDay");
    meters.count("scanned-gb", scanned / kDay, {given("scanned by queries", scanned, "GB per day")});
}

}  // namespace

Service cloudwatchLogs()
{
    return serviceOf<SupportServiceFamily>(cloudwatchLogsSpec(), configure, bill);
}

}  // namespace plimsoll::services::cloudwatch_logs
