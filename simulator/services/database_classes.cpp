// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/database_classes.h"

#include "simulator/services/parameter_factories.h"

#include <algorithm>
#include <array>

namespace plimsoll {

namespace {

constexpr std::array<DatabaseClass, 28> kClasses{{
    {"db.t4g.micro", 2, 1, 0.1, 288},  {"db.t4g.small", 2, 2, 0.2, 576}, {"db.t4g.medium", 2, 4, 0.2, 576},
    {"db.t4g.large", 2, 8, 0.3, 864},  {"db.t3.micro", 2, 1, 0.1, 288},  {"db.t3.medium", 2, 4, 0.2, 576},
    {"db.m5.large", 2, 8, 1, 0},       {"db.m6g.large", 2, 8, 1, 0},     {"db.m6i.large", 2, 8, 1, 0},
    {"db.m7g.large", 2, 8, 1, 0},      {"db.m7g.xlarge", 4, 16, 1, 0},   {"db.r5.large", 2, 16, 1, 0},
    {"db.r5.xlarge", 4, 32, 1, 0},     {"db.r5.2xlarge", 8, 64, 1, 0},   {"db.r5.4xlarge", 16, 128, 1, 0},
    {"db.r6g.large", 2, 16, 1, 0},     {"db.r6g.xlarge", 4, 32, 1, 0},   {"db.r6g.2xlarge", 8, 64, 1, 0},
    {"db.r6g.4xlarge", 16, 128, 1, 0}, {"db.r6i.large", 2, 16, 1, 0},    {"db.r7g.large", 2, 16, 1, 0},
    {"db.r7g.xlarge", 4, 32, 1, 0},    {"db.r7g.2xlarge", 8, 64, 1, 0},  {"db.r7g.4xlarge", 16, 128, 1, 0},
    {"db.r8g.large", 2, 16, 1, 0},     {"db.r8g.xlarge", 4, 32, 1, 0},   {"db.r8g.2xlarge", 8, 64, 1, 0},
    {"db.r8g.4xlarge", 16, 128, 1, 0},
}};

/// An EC2 instance of the same name, without the prefix of database instances, has the same.
const DatabaseClass& named(std::string_view id)
{
    constexpr std::size_t kPrefix = 3;  // "db."
    const auto found = std::find_if(kClasses.begin(), kClasses.end(), [&](const DatabaseClass& each) {
        return each.id == id || each.id.substr(kPrefix) == id;
    });
    return found == kClasses.end() ? kClasses.front() : *found;
}

constexpr const char* kNoTable = "as EC2's types of that name have it; look your class up";

}  // namespace

DatabaseClass classOf(const ComponentView& self)
{
    DatabaseClass own = named(self.text("instanceClass"));
    const auto set = [&](const char* parameter, double& value, double unit) {
        if (const double given = self.number(parameter); given > 0)
            value = given * unit;
    };
    set("classVcpus", own.vcpus, 1);
    set("classMemoryGib", own.memoryGib, 1);
    if (own.baseShare < 1) {
        set("basePercent", own.baseShare, 0.01);
        set("mostSavedMinutes", own.mostCredits, 1);
        own.unlimited = self.flag("unlimitedBurst");
    }
    return own;
}

std::vector<ParameterSpec> classParameters(const std::vector<std::string_view>& offered, bool provisioned)
{
    using namespace declare;
    std::vector<std::string> burstable;
    for (const std::string_view each : offered)
        if (named(each).baseShare < 1)
            burstable.emplace_back(each);
    std::vector<ParameterSpec> own{
        real("classVcpus", "vCPUs of the class", "vCPUs", {0, 448}, 0,
             "0 takes what the name says: 2 up to large, then twice as many with each size.",
             assumed(kNoTable)),
        real("classMemoryGib", "Memory of the class", "GiB", {0, 4096}, 0,
             "0 takes what the name says: micro 1, medium 4, m large 8, r large 16, then twice as much with "
             "each "
             "size.",
             assumed(kNoTable))};
    for (ParameterSpec& each : own) {
        if (provisioned)
            each = when("capacity", {"provisioned"}, std::move(each));
        each = advanced(std::move(each));
    }
    if (burstable.empty())
        return own;
    for (ParameterSpec each :
         {real("basePercent", "vCPU share earned", "%", {0, 100}, 0,
               "Of its vCPUs, all the time; 0 takes 10 for micro, 20 for small and medium, 30 for large.",
               assumed(kNoTable)),
          real("mostSavedMinutes", "vCPU time saved up, at most", "min", {0, 100000}, 0,
               "For a burst; 0 takes what is earned in a day.", assumed(kNoTable)),
          yesNo("unlimitedBurst", "Burst without limit", true,
                "What is used beyond what was saved is metered; without it the vCPUs slow down to what they "
                "earn.",
                assumed("the mode these classes run in is set by AWS"))})
        own.push_back(advanced(when("instanceClass", burstable, std::move(each))));
    return own;
}

ProcessorConfig processorOf(const DatabaseClass& instance)
{
    ProcessorConfig processor;
    processor.vcpus = instance.vcpus;
    processor.burstable = instance.baseShare < 1;
    processor.baseShare = instance.baseShare;
    processor.mostSavedVcpuSeconds = instance.mostCredits * 60;
    processor.unlimited = instance.unlimited;
    return processor;
}

}  // namespace plimsoll
