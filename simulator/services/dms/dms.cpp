// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/support/bytes.h"
#include "simulator/families/transfer/transfer.h"
#include "simulator/services/family_service.h"

namespace plimsoll::services::dms {

ServiceSpec dmsSpec();  // dms_spec.cpp

namespace {

constexpr const char* kLimits = "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Limits.html";
constexpr double kIncludedGib = 50;  // assumption: what the smallest instances have without further charge

TransferConfig configure(const ComponentView& self)
{
    TransferConfig config;
    // 1 Mbit/s is 125,000 bytes a second.
    config.bytesPerSized = 125'000 * self.number("linkUsePercent") / 100;
    config.pathBytesPerSecond = self.number("linkMbps") * config.bytesPerSized;
    config.loadBytesPerSecond = self.number("loadMegabytesPerSecond") * 1e6;
    config.loadWithin = self.number("loadWithinHours") * 3600;
    config.sized = "linkMbps";
    config.sizedNow = self.number("linkMbps");
    config.appliers = static_cast<int>(self.number("appliers"));
    const bool batch = self.flag("batchApply");
    config.changesPerApplier = self.number(batch ? "batchChangesPerSecond" : "changesPerSecond");
    config.gather = batch ? fromSeconds(self.number("batchSeconds")) : Duration{0};
    config.retry = fromSeconds(self.number("retrySeconds"));
    config.cacheBytes = (kIncludedGib + self.number("extraStorageGib")) * kGib;
    config.path = {"path", "Path", "B/s", config.pathBytesPerSecond, 1, "", "set on the component"};
    config.apply = {"appliers", "Threads that apply changes", "threads", self.number("appliers"), 1,
                    "",         "set on the component"};
    config.cache = {"cache", "Changes that wait", "B", config.cacheBytes, 1, "", kLimits};
    return config;
}

void bill(const ComponentView& self, const TransferLoad&, const MeterSink& meters)
{
    meters.level("instance-hours-" + self.text("instanceType"), 1, {});
    meters.stock("storage", self.number("extraStorageGib"), 0,
                 {given("beside what is included", self.number("extraStorageGib"), "GiB")});
}

}  // namespace

Service dms()
{
    return serviceOf<TransferFamily>(dmsSpec(), configure, bill);
}

}  // namespace plimsoll::services::dms
