// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/sagemaker_parameters.h"

#include <array>
#include <string_view>
#include <utility>

namespace plimsoll::sagemaker {

namespace {

constexpr double kGb = 1024.0 * 1024 * 1024;
/// The types that the price books have an endpoint rate for.
constexpr std::array<std::string_view, 11> kTypes{
    "ml.c5.2xlarge", "ml.c5.large",   "ml.c5.xlarge", "ml.g4dn.xlarge", "ml.g5.xlarge", "ml.g6e.2xlarge",
    "ml.m5.2xlarge", "ml.m5.4xlarge", "ml.m5.large",  "ml.m5.xlarge",   "ml.t3.medium"};
constexpr const char* kAlarm =
    "points of a minute are documented, how many an alarm takes is not; look up yours";

}  // namespace

WorkerWords words(const std::string& metric, std::int64_t smallest)
{
    return {.one = "instance",
            .many = "instances",
            .count = "instances",
            .least = "minInstances",
            .most = "maxInstances",
            .smallest = smallest,
            .largest = 10'000,
            .usualLeast = smallest,
            .cooldownSeconds = 300,
            .metrics = {metric},
            .metricsSource = kScaling,
            .pace = declare::assumed(kAlarm),
            .cooldown = declare::documented(kScaling)};
}

void putOnInstances(ServiceSpec& spec, const WorkerWords& words)
{
    using namespace declare;
    spec.invoked = true;
    spec.sender = ownCode();

    std::vector<ParameterChoice> types;
    for (const std::string_view each : kTypes) {
        const std::string type{each};
        types.push_back({type, type});
        spec.meters.push_back(
            held(spec.id + "/instance-hours-" + type, "Instance hours, " + type, "instance-hour"));
    }
    spec.parameters = {
        choice("instanceType", "Instance type", types, "ml.m5.large",
               "What an hour of an instance costs; the time of the model is yours to give.",
               documented(kPricing)),
        sizable(integer("instances", "Instances", "instances",
                        {static_cast<double>(words.smallest), static_cast<double>(words.largest)}, 2,
                        "Instances at the start, all in service.", assumed("your choice"))),
    };
    addParameters(spec, workParameters(words));
    addParameters(spec, scalingParameters(words));
    spec.parameters.push_back(
        when("scaling", words.metrics,
             real("startSeconds", "Start of an instance", "s", {0, 7200}, 360,
                  "From its launch, from when it is billed, until it answers.",
                  assumed("not published; taken between 4 and 8 minutes. Depends on image and model"))));
    spec.parameters.push_back(answerBytes());
    addDataMeters(spec);
}

FleetConfig instancesOf(const ComponentView& self, const WorkerWords& words)
{
    FleetConfig config = workersOf(self, words);
    config.start.boot = fromSeconds(self.number("startSeconds"));
    return config;
}

void billInstances(const ComponentView& self, const FleetLoad& load, const MeterSink& meters)
{
    meters.level("instance-hours-" + self.text("instanceType"), load.instances,
                 {given("instances, those starting included", load.instances, "")});
    billData(self, load.requests, load.bytesIn, meters);
}

ParameterSpec answerBytes()
{
    using namespace declare;
    return integer("answerBytes", "Answer", "B", {0, 1e9}, 1024, "Bytes of an answer: what goes out.",
                   assumed("your model's"));
}

void addDataMeters(ServiceSpec& spec)
{
    spec.meters.push_back(declare::counted(spec.id + "/data-in-gb", "Data in", "GB"));
    spec.meters.push_back(declare::counted(spec.id + "/data-out-gb", "Data out", "GB"));
}

void billData(const ComponentView& self, double requests, double bytesIn, const MeterSink& meters)
{
    const double answer = self.number("answerBytes");
    meters.count("data-in-gb", bytesIn / kGb, {given("bytes of the requests taken", bytesIn, "B/s")});
    meters.count("data-out-gb", requests * answer / kGb,
                 {given("requests", requests, "1/s"), given("bytes of an answer", answer, "B")});
}

}  // namespace plimsoll::sagemaker
