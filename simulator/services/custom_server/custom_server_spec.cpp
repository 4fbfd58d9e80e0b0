// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/named_least.h"
#include "simulator/services/parameter_factories.h"

namespace plimsoll::services::custom_server {

ServiceSpec customServerSpec()
{
    using namespace declare;
    constexpr const char* yourServer = "your own server; nothing about it is published";
    ServiceSpec spec;
    spec.id = "custom-server";
    spec.name = "Custom server";
    spec.shortName = "Server";
    spec.category = "generic";
    spec.summary = "A plain queue with any number of servers, any service time and its own price.";
    spec.sender = {.routes = {Route::Copy, Route::Split, Route::Match},
                   .operation = true,
                   .operations = true,
                   .batch = true,
                   .sizes = true,
                   .order = true,
                   .concurrency = true,
                   .timeout = true,
                   .retry = true};

    ChangeSpec atOnce;
    atOnce.evidence = Evidence::Assumption;
    atOnce.source = "your server's; taken as at once";
    spec.parameters = {
        changeable(atOnce, movable(Lever::More, integer("servers", "Servers", "servers", {1, 1000000}, 1,
                                                        "Requests served at once; the others wait.",
                                                        assumed(yourServer)))),
        real("serviceTimeMicros", "Service time, mean", "us", {0, 1e12}, 10000,
             "Mean time one request keeps one server busy.", assumed(yourServer)),
        choice("serviceDistribution", "Service time, law",
               {{"deterministic", "Always the mean"},
                {"exponential", "Exponential"},
                {"lognormal", "Log-normal"},
                {"uniform", "Uniform from 0 to twice the mean"}},
               "exponential", "How the service times spread around their mean.", assumed(yourServer)),
        when("serviceDistribution", {"lognormal"},
             real("serviceCv", "Coefficient of variation", "", {0, 100}, 1,
                  "Standard deviation of the service time divided by its mean.", assumed(yourServer))),
        leastMeans("no limit", integer("queueLimit", "Waiting places", "requests", {-1, 1e12}, -1,
                                       "Requests that may wait; one more is rejected, and -1 sets no limit.",
                                       assumed(yourServer))),
        choice(
            "discipline", "Order of service",
            {{"fcfs", "First come, first served"},
             {"shared", "Processor sharing"},
             {"priority", "Two priorities"}},
            "fcfs",
            "Who is served next: who came first; all share the servers alike, as the threads of a processor "
            "do; or who came first of the higher priority, and what is in service is finished.",
            assumed(yourServer)),
        when("discipline", {"priority"},
             real("highPriorityPercent", "High priority", "%", kPercent, 20,
                  "Share of the requests that are served before the others.", assumed(yourServer))),
        when("discipline", {"fcfs"},
             integer("batchSize", "Batch size", "records", {1, 100000}, 1,
                     "Most records one server takes at once, for one service time.", assumed(yourServer))),
        when("discipline", {"fcfs"},
             real("batchWaitMillis", "Batch wait", "ms", {0, 86'400'000}, 0,
                  "A batch that is not full closes this long after its first record; 0 takes what has come "
                  "when a server is free.",
                  assumed(yourServer))),
        real("pricePerHourUsd", "Price of a server", "USD/h", {0, 1e6}, 0,
             "What one server costs an hour, whether busy or not.", assumed(yourServer)),
    };
    spec.parameters.push_back(
        advanced(integer("zones", "Availability Zones", "zones", {1, 3}, 1,
                         "Zones the servers are spread over evenly; what is in one alone is down with it.",
                         assumed(yourServer))));
    spec.parameters.push_back(
        advanced(choice("zone", "Zone", {{"a", "a"}, {"b", "b"}, {"c", "c"}}, "a",
                        "The zone it sits in, or the first of several.", assumed(yourServer))));
    spec.deploys = true;
    spec.usesSpot = true;
    spec.meters = {held("custom-server/hours", "Server hours", "server-hour")};
    return spec;
}

}  // namespace plimsoll::services::custom_server
