// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/validation/rules/rules.h"

#include <algorithm>
#include <cmath>

namespace plimsoll::validation {

void replay(const Subject& subject, Issues& issues)
{
    for (const Scenario& scenario : subject.design.scenarios) {
        for (const Replay& replay : scenario.replays) {
            const std::string place = scenarioPlace(scenario.id) + "/replays/" + replay.id;
            const auto report = [&](Severity severity, const char* member, const std::string& what,
                                    const std::string& remedy) {
                issues.push_back(aboutPlace(severity, "replay", place + member, what, remedy));
            };
            const auto link = std::find_if(subject.links.begin(), subject.links.end(), [&](const Link& one) {
                return one.connection->id == replay.connection;
            });
            if (link == subject.links.end())
                report(Severity::Error, "/connection", "there is no connection \"" + replay.connection + "\"",
                       "name a connection over which a stream is read");
            else if (link->kind != ConnectionKind::Poll || !link->fromSpec->feed.replays
                     || !link->toSpec->reader.replays)
                report(
                    Severity::Error, "/connection",
                    nameOf(*link->to) + " cannot go back in what it gets from " + nameOf(*link->from),
                    "name a connection over which a function or an application of your own reads a stream");
            if (!(replay.startSeconds >= 0 && std::isfinite(replay.startSeconds)))
                report(Severity::Error, "/startSeconds", "the replay's start must be 0 or more",
                       "correct the number");
            else if (replay.startSeconds >= scenario.durationSeconds)
                report(Severity::Warning, "/startSeconds", "the replay starts after the scenario has ended",
                       "start it earlier, or let the scenario last longer");
            if (replay.fromSeconds
                && !(*replay.fromSeconds >= 0 && *replay.fromSeconds <= replay.startSeconds))
                report(Severity::Error, "/fromSeconds",
                       "a replay goes back to a time from the scenario's start to its own",
                       "leave it out to go back to the oldest record");
        }
    }
}

}  // namespace plimsoll::validation
