// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/run/replication/warm_up.h"

#include "model/support/derivation.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

struct Search {
    double share = 0;  ///< of the run
    std::string moving;

    void look(const std::vector<double>& course, const std::string& what)
    {
        // Fewer cannot tell a phase from chance.
        constexpr std::size_t kFewest = 100;
        if (course.size() < kFewest)
            return;
        const WarmUp found = mser(course);
        if (!found.settled && moving.empty())
            moving = what;
        share = std::max(share, static_cast<double>(found.deleted) / static_cast<double>(course.size()));
    }
};

}  // namespace

WarmUpChoice findWarmUp(const Replication& pilot)
{
    const RunReport& report = pilot.report;
    Search search;
    for (const ComponentReport& component : report.components) {
        for (const TimeSeries& series : component.series) {
            if (series.name != "backlog" || series.values.empty())
                continue;
            // The last bin is the odd end of the run.
            search.look({series.values.begin(), series.values.end() - 1},
                        "the backlog of " + component.label);
        }
    }
    std::size_t at = 0;
    for (const SinkReport& sink : report.sinks)
        search.look(pilot.courses[at++], "the delay at " + sink.component);
    for (const PathReport& path : report.paths)
        search.look(pilot.courses[at++], "the response of " + path.id);

    WarmUpChoice choice;
    if (!search.moving.empty()) {
        choice.settled = false;
        choice.note = "transient: no steady state, " + search.moving
                      + " still moves after half of the run; nothing was left out; run longer";
        return choice;
    }
    choice.seconds = static_cast<std::int64_t>(std::ceil(search.share * report.provenance.simulatedSeconds));
    choice.note = choice.seconds == 0
                      ? "steady state: nothing had to be left out at the start (MSER-5)"
                      : "steady state: the first " + plainNumber(static_cast<double>(choice.seconds))
                            + " s are left out of every replication (MSER-5)";
    return choice;
}

}  // namespace plimsoll
