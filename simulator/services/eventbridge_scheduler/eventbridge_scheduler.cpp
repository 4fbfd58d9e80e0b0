// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/topic/topic.h"
#include "simulator/services/family_service.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace plimsoll::services::eventbridge_scheduler {

ServiceSpec eventbridgeSchedulerSpec();  // eventbridge_scheduler_spec.cpp

namespace {

constexpr const char* kQuotas =
    "https://docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html";

/// The guide speaks of main Regions without a list here; those of the bus's first group are taken for them.
double regionalQuota(const std::string& region)
{
    constexpr std::array<std::string_view, 3> main{"us-east-1", "us-west-2", "eu-west-1"};
    return region.empty() || std::find(main.begin(), main.end(), region) != main.end() ? 1000 : 500;
}

std::array<bool, 7> daysOf(const std::string& days)
{
    constexpr std::array<std::string_view, 7> names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    std::array<bool, 7> due{};
    for (std::size_t day = 0; day < due.size(); ++day)
        due[day] = days == "all" || days == names[day] || (days == "mon-fri" && day < 5)
                   || (days == "sat-sun" && day >= 5);
    return due;
}

TopicConfig configure(const ComponentView& self)
{
    Clock clock;
    clock.schedules = static_cast<std::uint32_t>(self.number("schedules"));
    if (self.text("expression") == "rate") {
        clock.everySeconds = self.number("everyMinutes") * 60;
    } else {
        clock.minute = static_cast<int>(self.number("cronMinute"));
        clock.hour = static_cast<int>(self.number("cronHour"));
        clock.days = daysOf(self.text("cronDays"));
    }
    clock.windowSeconds = std::max(60.0, self.number("windowMinutes") * 60);
    clock.recordBytes = self.number("inputBytes");

    TopicConfig config;
    config.clock = clock;
    config.deliveriesParameter = "invocationsPerSecond";
    const double own = self.number("invocationsPerSecond");
    config.deliveries = {"invocations",
                         "Invocations of targets",
                         "invocations/s",
                         own > 0 ? own : regionalQuota(self.placement.region),
                         1,
                         "",
                         kQuotas};
    config.retries = static_cast<int>(self.number("retries"));
    config.age = fromSeconds(self.number("eventAgeSeconds"));
    const double first = self.number("firstRetrySeconds");
    const double longest = std::max(first, self.number("longestRetrySeconds"));
    config.toServices = {{{10, first, longest}, {1, longest, longest}}, 0.5};
    config.toEndpoints = config.toServices;
    return config;
}

/// One for each target it is due at; tries again are not billed (an assumption).
void bill(const ComponentView&, const TopicLoad& load, const MeterSink& meters)
{
    meters.count("invocations", load.copies.records, {given("invocations", load.copies.records, "1/s")});
}

}  // namespace

Service eventbridgeScheduler()
{
    return serviceOf<TopicFamily>(eventbridgeSchedulerSpec(), configure, bill);
}

}  // namespace plimsoll::services::eventbridge_scheduler
