// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::emr_serverless {

namespace {

constexpr const char* kGuide =
    "https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/emr-serverless.html";
constexpr const char* kStop =
    "https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_AutoStopConfig.html";
constexpr const char* kCapacity =
    "https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/application-capacity.html";
constexpr const char* kPricing = "https://aws.amazon.com/emr/pricing/";
constexpr const char* kYourJob = "your job; calibrate with one run";

}  // namespace

ServiceSpec emrServerlessSpec()
{
    using namespace declare;
    ServiceSpec spec;
    spec.id = "emr-serverless";
    spec.name = "EMR Serverless";
    spec.shortName = "EMR Serverless";
    spec.category = "analytics";
    spec.summary = "Runs Spark and Hive jobs on workers that start for them, or are kept ready.";
    spec.integrationName = "EMR";
    spec.runsJobs = true;
    spec.docsUrl = kGuide;
    spec.reader = {.batch = false, .enhanced = false};

    spec.parameters = {
        choice("architecture", "Architecture", {{"x86", "x86"}, {"arm", "Arm"}}, "x86",
               "Arm costs a fifth less; the work rate of a vCPU is yours to give.", documented(kPricing)),
        sizable(integer("workers", "Workers", "workers", {1, 10000}, 10,
                        "Of each run, its driver among them.", assumed("your job"))),
        choice("workerVcpus", "vCPU of a worker",
               {{"1", "1"}, {"2", "2"}, {"4", "4"}, {"8", "8"}, {"16", "16"}}, "4",
               "What is billed, and what does the work.", assumed("your application's setting")),
        real("workerGb", "Memory of a worker", "GB", {1, 120}, 16, "What is billed.",
             assumed("your application's setting")),
        real("workerDiskGb", "Disk of a worker", "GB", {20, 2000}, 20, "20 GB are free, the rest is billed.",
             documented(kPricing)),
        movable(
            Lever::More,
            integer(
                "maxVcpus", "vCPU, at most", "vCPU", {1, 1000000}, 400,
                "Maximum capacity of the application; a run that does not fit is refused.",
                assumed("your choice; what becomes of a run that does not fit is taken to be as in Glue"))),
        yesNo("preInitialised", "Pre-initialised workers", false,
              "Workers are kept ready from the first run until the application stops.",
              documented(kCapacity)),
        when("preInitialised", {"true"},
             movable(Lever::More, integer("keptWorkers", "Kept workers", "workers", {1, 10000}, 10,
                                          "A run that finds as many as it needs does not wait for others.",
                                          assumed("your choice")))),
        real("coldStartSeconds", "Start", "s", {0, 3600}, 20,
             "Until workers that are not kept work; not billed.",
             assumed("not published; third parties say 15 to 30 s")),
        when("preInitialised", {"true"},
             real("keptStartSeconds", "Start on kept workers", "s", {0, 600}, 3,
                  "Of a run that finds pre-initialised workers: seconds, says AWS.",
                  assumed("how many seconds is not published"))),
        when("preInitialised", {"true"},
             integer("idleStopMinutes", "Idle stop", "min", {1, 10080}, 15,
                     "Without a run for so long the application stops, with its kept workers.",
                     documented(kStop))),
        real("megabytesPerSecondPerVcpu", "Work rate of a vCPU", "MB/s", {0.001, 10000}, 10,
             "Input bytes one vCPU gets through a second.", assumed(kYourJob)),
        real("commitSeconds", "Commit", "s", {0, 3600}, 10,
             "From the end of the work until the output is readable.", assumed("your job; not published")),
    };
    for (const char* architecture : {"x86", "arm"}) {
        const std::string suffix = architecture, name = suffix == "x86" ? "x86" : "Arm";
        spec.meters.push_back(
            held("emr-serverless/vcpu-hours-" + suffix, "vCPU hours, " + name, "vCPU-hour"));
        spec.meters.push_back(held("emr-serverless/gb-hours-" + suffix, "Memory hours, " + name, "GB-hour"));
    }
    spec.meters.push_back(held("emr-serverless/disk-gb-hours", "Disk above 20 GB", "GB-hour"));
    spec.quotas = {{"Idle stop unless set", 15, "min", kStop},
                   {"Longest run unless set", 12, "h",
                    "https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_StartJobRun.html"}};
    return spec;
}

}  // namespace plimsoll::services::emr_serverless
