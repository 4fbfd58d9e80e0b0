// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/transfer/transfer.h"
#include "simulator/services/family_service.h"

#include <algorithm>

namespace plimsoll::services::datasync {

ServiceSpec datasyncSpec();  // datasync_spec.cpp

namespace {

constexpr const char* kLimits = "https://docs.aws.amazon.com/datasync/latest/userguide/datasync-limits.html";
constexpr double kBytesPerMbit = 125'000;

TransferConfig configure(const ComponentView& self)
{
    TransferConfig config;
    const double mostMbps = self.flag("agent") ? 10'000 : 5'000;  // kLimits
    config.bytesPerSized = kBytesPerMbit * self.number("linkUsePercent") / 100;
    config.pathBytesPerSecond =
        std::min(self.number("linkMbps") * config.bytesPerSized, mostMbps * kBytesPerMbit);
    // First moved, then read again: the times add up.
    if (self.flag("verify"))
        config.loadBytesPerSecond =
            1 / (1 / config.pathBytesPerSecond + 1 / (self.number("verifyMegabytesPerSecond") * 1e6));
    config.loadWithin = self.number("loadWithinHours") * 3600;
    config.sized = "linkMbps";
    config.sizedNow = self.number("linkMbps");
    config.appliers = static_cast<int>(self.number("filesAtOnce"));
    config.changesPerApplier = self.number("filesPerSecond");
    config.gather = fromSeconds(self.number("everyMinutes") * 60);
    config.retry = fromSeconds(self.number("retrySeconds"));
    config.path = {"path", "Path", "B/s", config.pathBytesPerSecond, 1, "", kLimits};
    config.apply = {"files", "Files under way",     "files", self.number("filesAtOnce"), 1,
                    "",      "set on the component"};
    return config;
}

void bill(const ComponentView& self, const TransferLoad& load, const MeterSink& meters)
{
    const bool enhanced = self.text("mode") == "enhanced";
    meters.count(enhanced ? "enhanced-gb" : "basic-gb", load.bytes / kGib,
                 {given("bytes copied", load.bytes, "B/s")});
    if (!enhanced)
        return;
    const double scheduled = 1 / (self.number("everyMinutes") * 60);
    meters.count("enhanced-runs", load.loads + scheduled,
                 {given("full loads", load.loads, "1/s"), given("runs by the schedule", scheduled, "1/s")});
}

}  // namespace

Service datasync()
{
    return serviceOf<TransferFamily>(datasyncSpec(), configure, bill);
}

}  // namespace plimsoll::services::datasync
