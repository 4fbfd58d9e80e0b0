// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::snowball_edge {

ServiceSpec snowballEdgeSpec()
{
    using namespace declare;
    constexpr const char* kPerformance =
        "https://docs.aws.amazon.com/snowball/latest/developer-guide/performance.html";
    constexpr const char* kDevices =
        "https://docs.aws.amazon.com/snowball/latest/developer-guide/device-differences.html";
    constexpr const char* kPricing = "https://aws.amazon.com/snowball/pricing/";
    constexpr const char* kShipping =
        "https://docs.aws.amazon.com/snowball/latest/developer-guide/mailing-storage.html";
    ServiceSpec spec;
    spec.id = "snowball-edge";
    spec.name = "Snowball Edge";
    spec.shortName = "Snowball";
    spec.category = "storage";
    spec.summary = "Moves data on devices that are shipped: for where a line would take weeks.";
    spec.integrationName = "Snow Family";
    spec.noun = "file";
    spec.runsJobs = true;
    spec.status = ServiceStatus::ClosedToNewCustomers;
    spec.docsUrl = "https://docs.aws.amazon.com/snowball/latest/developer-guide/whatisedge.html";
    spec.parameters = {
        choice("device", "Device",
               {{"storage", "Storage optimised, 210 TB"}, {"compute", "Compute optimised, 28 TB"}}, "storage",
               "What one of them carries, and what a further day on site costs.", documented(kDevices)),
        sizable(integer("devices", "Devices", "devices", {1, 1000}, 1,
                        "Filled side by side, shipped together.", assumed("your order"))),
        real("copyMegabytesPerSecond", "Copied to a device", "MB/s", {1, 10000}, 300,
             "Over its S3 interface; 250 to 400 are documented, its file interface does a tenth.",
             documented(kPerformance)),
        real("shippingDays", "Shipping, each way", "days", {0, 60}, 4, "1 to 7 days by country.",
             documented(kShipping)),
        real("importMegabytesPerSecond", "Imported from a device", "MB/s", {1, 100000}, 300,
             "From the device into the bucket, once it is back.", assumed("not published")),
        real("loadWithinDays", "Full load within", "days", {1, 1000}, 30,
             "Time a full load may take: sizes the devices.", assumed("your choice")),
        integer("includedDays", "Days included", "days", {0, 360}, 10,
                "On site, for each device; further ones are billed.",
                assumed("as remembered; see the price page for your device")),
    };
    spec.meters = {
        counted("snowball-edge/jobs", "Devices ordered", "job"),
        counted("snowball-edge/extra-days-storage", "Further days on site, storage optimised", "day"),
        counted("snowball-edge/extra-days-compute", "Further days on site, compute optimised", "day")};
    spec.quotas = {{"A storage optimised device", 210, "TB", kDevices},
                   {"A compute optimised device", 28, "TB", kDevices},
                   {"Its S3 interface, at most", 400, "MB/s", kPerformance},
                   {"Its file interface, at most", 40, "MB/s", kPerformance},
                   {"Shipping each way, at most", 7, "days", kPricing}};
    return spec;
}

}  // namespace plimsoll::services::snowball_edge
