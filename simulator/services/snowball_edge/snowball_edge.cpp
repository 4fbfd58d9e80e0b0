// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/transfer/transfer.h"
#include "simulator/services/family_service.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::services::snowball_edge {

ServiceSpec snowballEdgeSpec();  // snowball_edge_spec.cpp

namespace {

constexpr const char* kDevices =
    "https://docs.aws.amazon.com/snowball/latest/developer-guide/device-differences.html";
constexpr double kDay = 86'400;

double terabytesOf(const ComponentView& self)
{
    return self.text("device") == "storage" ? 210 : 28;  // kDevices
}

TransferConfig configure(const ComponentView& self)
{
    TransferConfig config;
    const double devices = self.number("devices"), away = 2 * self.number("shippingDays") * kDay;
    // Copied onto a device, later off it: the times add up.
    config.bytesPerSized =
        1e6 / (1 / self.number("copyMegabytesPerSecond") + 1 / self.number("importMegabytesPerSecond"));
    config.pathBytesPerSecond = devices * config.bytesPerSized;
    config.tripBytes = devices * terabytesOf(self) * 1e12;
    config.perTrip = fromSeconds(away);
    config.loadWithin = std::max(kDay, self.number("loadWithinDays") * kDay - away);
    config.sized = "devices";
    config.sizedUnit = "devices";
    config.sizedNow = devices;
    // What comes meanwhile waits for the devices that go next.
    config.gather = fromSeconds(away);
    config.changesPerApplier = 1e9;  // the bytes decide
    config.path = {"path",  "Copying onto and off the devices", "B/s", config.pathBytesPerSecond, 1, "",
                   kDevices};
    config.apply = {"files", "Files under way", "files", 1, 1, "", kDevices};
    return config;
}

/// Days on site beyond those included, of all devices together, per second; each is begun and billed whole.
void bill(const ComponentView& self, const TransferLoad& load, const MeterSink& meters)
{
    const double devices = self.number("devices");
    const Derivation trips = given("trips", load.trips, "1/s"),
                     each = given("devices of a trip", devices, "");
    meters.count("jobs", load.trips * devices, {trips, each});
    const double perDevice = load.trips > 0 ? load.loadBytes / load.trips / devices : 0;
    const double onSite = std::ceil(perDevice / (self.number("copyMegabytesPerSecond") * 1e6) / kDay);
    const double more = std::max(0.0, onSite - self.number("includedDays"));
    meters.count("extra-days-" + self.text("device"), load.trips * devices * more,
                 {trips, each, given("days on site beyond those included", more, "d")});
}

}  // namespace

Service snowballEdge()
{
    return serviceOf<TransferFamily>(snowballEdgeSpec(), configure, bill);
}

}  // namespace plimsoll::services::snowball_edge
