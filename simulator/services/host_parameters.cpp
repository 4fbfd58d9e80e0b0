// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/host_parameters.h"

#include "simulator/services/instance_types.h"

#include <algorithm>

namespace plimsoll {

namespace {

constexpr const char* kPricing = "https://aws.amazon.com/ec2/pricing/on-demand/";

}  // namespace

std::vector<ParameterSpec> hostParameters(const HostWords& words, const VisibleWhen& only)
{
    using namespace declare;
    std::vector<ParameterChoice> types;
    for (const std::string_view type : kEc2InstanceTypes)
        types.push_back({std::string{type}, std::string{type}});
    const std::string units = words.unit + "s";
    std::vector<ParameterSpec> parameters{
        choice("instanceType", "Instance type", types, "m6i.large",
               "What an hour of an instance costs; how many " + units + " it takes is yours to give.",
               documented(kPricing)),
        integer("perInstance", "Room of an instance", units, {1, 1000}, 2,
                "How many " + units
                    + " one instance takes: by vCPU, memory and network interfaces, the least.",
                words.density),
        integer("minInstances", "Instances, at least", "instances", {0, 5000}, 0, "There are never fewer.",
                assumed("your choice")),
        integer("maxInstances", "Instances, at most", "instances", {1, 5000}, 100,
                "What needs more of them waits.", assumed("your choice")),
        real("targetCapacityPercent", "Room in use, target", "%", {1, 100}, 100,
             "Below 100% instances are kept spare, so that what starts finds room at once.",
             assumed("your choice")),
        real("bootSeconds", "Boot of an instance", "s", {0, 3600}, 120,
             "From the launch of an instance until it takes " + units + "; it is billed from its launch.",
             assumed("your image; measure it")),
        advanced(integer("hostLookSeconds", "Instances, looked at every", "s", {1, 3600}, words.lookSeconds,
                         "How often it is decided how many instances there should be.", words.pace)),
        advanced(integer("hostInPoints", "Instances, looks until one ends", "looks", {1, 64}, words.inPoints,
                         "An instance that so many looks in a row find spare is ended.", words.pace)),
    };
    for (ParameterSpec& each : parameters)
        each.visibleWhen = only;
    return parameters;
}

FleetHosts hostsOf(const ComponentView& self)
{
    FleetHosts hosts;
    hosts.unitsEach = static_cast<int>(self.number("perInstance"));
    hosts.start = instanceStart(fromSeconds(self.number("bootSeconds")));
    ScalingPolicy& policy = hosts.scaling;
    policy.period = fromSeconds(self.number("hostLookSeconds"));
    policy.target = hosts.unitsEach * self.number("targetCapacityPercent") / 100;
    policy.slack = 0;
    policy.inPoints = policy.inWindow = static_cast<int>(self.number("hostInPoints"));
    policy.least = self.number("minInstances");
    policy.most = std::max(policy.least, self.number("maxInstances"));
    return hosts;
}

}  // namespace plimsoll
