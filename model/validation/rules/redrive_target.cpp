// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/service_spec.h"
#include "model/validation/rules/rules.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::validation {

namespace {

constexpr const char* kMoveTask =
    "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html";

bool isDeadLetterQueue(const Subject& subject, const Component& component)
{
    const auto inputs = subject.inputs.find(component.id);
    return inputs != subject.inputs.end()
           && std::any_of(inputs->second.begin(), inputs->second.end(), [&](const Link* link) {
                  return carriesDeadLetters(*link->fromSpec, *link->toSpec);
              });
}

}  // namespace

void redriveTarget(const Subject& subject, Issues& issues)
{
    for (const Scenario& scenario : subject.design.scenarios) {
        for (const Redrive& redrive : scenario.redrives) {
            const std::string place = scenarioPlace(scenario.id) + "/redrives/" + redrive.id;
            const auto report = [&](Severity severity, const char* member, const std::string& what,
                                    const std::string& remedy, const char* source = "") {
                issues.push_back(aboutPlace(severity, "redrive-target", place + member, what, remedy));
                issues.back().source = source;
            };
            const Component* component = subject.find(redrive.component);
            if (component == nullptr)
                report(Severity::Error, "/component", "there is no component \"" + redrive.component + "\"",
                       "name a dead-letter queue of this design");
            else if (!isDeadLetterQueue(subject, *component))
                report(Severity::Error, "/component",
                       nameOf(*component)
                           + " is no queue's dead-letter queue, so it has nowhere to send messages back to",
                       "name a queue that another queue is connected to; what a function gave up "
                       "has to be read by one",
                       kMoveTask);
            if (!(redrive.startSeconds >= 0 && std::isfinite(redrive.startSeconds)))
                report(Severity::Error, "/startSeconds", "the redrive's start must be 0 or more",
                       "correct the number");
            else if (redrive.startSeconds >= scenario.durationSeconds)
                report(Severity::Warning, "/startSeconds", "the redrive starts after the scenario has ended",
                       "start it earlier, or let the scenario last longer");
            if (!(redrive.ratePerSecond >= 0 && redrive.ratePerSecond <= kMostRedrivenPerSecond))
                report(Severity::Error, "/ratePerSecond",
                       "at most 500 messages a second are moved, and none at a rate below 0",
                       "give up to 500, or leave it out and let the service choose", kMoveTask);
        }
    }
}

}  // namespace plimsoll::validation
