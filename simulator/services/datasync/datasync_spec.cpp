// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::datasync {

ServiceSpec datasyncSpec()
{
    using namespace declare;
    constexpr const char* kWorks =
        "https://docs.aws.amazon.com/datasync/latest/userguide/how-datasync-works.html";
    constexpr const char* kLimits =
        "https://docs.aws.amazon.com/datasync/latest/userguide/datasync-limits.html";
    constexpr const char* kPricing = "https://aws.amazon.com/datasync/pricing/";
    ServiceSpec spec;
    spec.id = "datasync";
    spec.name = "DataSync";
    spec.shortName = "DataSync";
    spec.category = "storage";
    spec.summary = "Copies files over a line: all of them once, then by a schedule what is new.";
    spec.integrationName = "DataSync";
    spec.noun = "file";
    spec.runsJobs = true;
    spec.docsUrl = kWorks;
    spec.parameters = {
        choice("mode", "Task mode", {{"basic", "Basic"}, {"enhanced", "Enhanced"}}, "basic",
               "What a GB costs; Enhanced has no limit on files and is billed for each run, too.",
               documented(kPricing)),
        yesNo("agent", "Agent at the source", true,
              "A task with an agent moves 10 Gbit/s at most, one without between stores of AWS 5 Gbit/s.",
              documented(kLimits)),
        sizable(
            integer("linkMbps", "Path, bandwidth", "Mbit/s", {1, 100000}, 1000,
                    "Of the line between source and target: a VPN, Direct Connect, the network in a Region.",
                    assumed("your line"))),
        real("linkUsePercent", "Path, usable", "%", {1, 100}, 80,
             "Share of the bandwidth that the task gets.", assumed("the rest is for others and for headers")),
        yesNo("verify", "Verify", true, "What a full load has moved is read once more and compared.",
              documented(kWorks)),
        when("verify", {"true"},
             real("verifyMegabytesPerSecond", "Verified", "MB/s", {0.1, 100000}, 500,
                  "How fast what was moved is read again.", assumed("not published; measure yours"))),
        real("loadWithinHours", "Full load within", "h", {0.01, 8760}, 168,
             "Time a full load may take: sizes the path.", assumed("your choice")),
        real("everyMinutes", "Runs every", "min", {1, 43200}, 60,
             "The schedule: new files wait for the next run.", assumed("your schedule")),
        movable(Lever::More,
                integer("filesAtOnce", "Files at once", "files", {1, 64}, 8,
                        "New files under way to the target at a time; each has its part of the path.",
                        assumed("not published"))),
        real("filesPerSecond", "Files moved by each", "files/s", {0.1, 100000}, 50,
             "Small files that one of them gets through, the target's time apart.",
             assumed("not published; measure yours")),
        advanced(real("retrySeconds", "Tried again after", "s", {0.1, 3600}, 5,
                      "A file that the target refused; it keeps its place.", assumed("not published"))),
    };
    spec.meters = {counted("datasync/basic-gb", "Data copied, Basic", "GB"),
                   counted("datasync/enhanced-gb", "Data copied, Enhanced", "GB"),
                   counted("datasync/enhanced-runs", "Runs, Enhanced", "run")};
    spec.quotas = {{"A task with an agent", 10, "Gbit/s", kLimits},
                   {"A task without an agent", 5, "Gbit/s", kLimits},
                   {"Files of a task, Basic", 50'000'000, "files", kLimits},
                   {"The same between stores of AWS", 25'000'000, "files", kLimits},
                   {"Runs of a task that wait", 50, "runs", kLimits},
                   {"Tasks", 100, "tasks", kLimits}};
    return spec;
}

}  // namespace plimsoll::services::datasync
