// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/services/parameter_factories.h"
#include "simulator/services/request_parameters.h"

namespace plimsoll::services::users {

ServiceSpec usersSpec()
{
    using namespace declare;
    constexpr const char* yourUsers = "your own users; AWS sets no default";
    ServiceSpec spec;
    spec.id = "users";
    spec.name = "Users";
    spec.shortName = "Users";
    spec.category = "clients";
    spec.summary = "People or clients who wait for each answer and think before they ask again.";
    spec.integrationName = "Client";
    spec.isSource = true;
    spec.paletteRank = 2;
    spec.sender = {
        .routes = {Route::Split}, .operation = true, .sizes = true, .timeout = true, .retry = true};
    spec.sendsUnasked = true;
    spec.accepts = false;
    spec.scope = ServiceScope::Global;

    spec.parameters = {
        integer("users", "Users", "users", {1, 1000000}, 100,
                "How many there are; a load or a shape in the scenario multiplies it.", assumed(yourUsers)),
        real("thinkSeconds", "Think time, mean", "s", {0, 86400}, 10,
             "Mean time from an answer to the same user's next request.", assumed(yourUsers)),
        choice("thinkDistribution", "Think time, law",
               {{"deterministic", "Always the mean"},
                {"exponential", "Exponential"},
                {"lognormal", "Log-normal"},
                {"uniform", "Uniform from 0 to twice the mean"}},
               "exponential", "How the think times spread around their mean.", assumed(yourUsers)),
        when("thinkDistribution", {"lognormal"},
             real("thinkCv", "Coefficient of variation", "", {0, 100}, 1,
                  "Standard deviation of the think time divided by its mean.", assumed(yourUsers))),
    };
    for (ParameterSpec& parameter : requestParameters())
        spec.parameters.push_back(std::move(parameter));
    return spec;
}

}  // namespace plimsoll::services::users
