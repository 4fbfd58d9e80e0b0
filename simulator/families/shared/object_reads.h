// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/shared/outgoing.h"
#include "simulator/queueing/extremes.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace plimsoll {

/// The ways over which a query reads: of a bucket object by object, `atOnce` of them; of another store by `asked` queries of its
/// own, all at once, whose filter is passed on.
inline Outgoing objectReadsOf(const ComponentView& self, std::vector<ConnectionPort> outputs, double atOnce,
                              std::int64_t asked)
{
    constexpr std::int64_t kAskedBytes =
        1024 * 1024;  // what one query of ours makes another store read (assumption)
    for (ConnectionPort& output : outputs) {
        const bool objects = output.other.spec->feed.shape == FeedSpec::Shape::Objects;
        std::vector<ParameterSpec> specs = *output.specs;
        const auto settle = [&](const char* id, ParameterValue value) {
            ParameterSpec spec;
            spec.id = id;
            spec.defaultValue = std::move(value);
            specs.push_back(std::move(spec));
        };
        settle("operationsPer", std::string{objects ? "record" : "batch"});
        settle("operations", std::int64_t{objects ? 1 : asked});
        settle("concurrency", objects ? static_cast<std::int64_t>(std::max(1.0, atOnce)) : asked);
        if (!objects)
            settle("bytes", kAskedBytes);
        output.specs = std::make_shared<const std::vector<ParameterSpec>>(std::move(specs));
    }
    return Outgoing{Outgoing::Sender::Handler, self, outputs};
}

/// The flow face: time of the reads of one query, as they are answered. Rounds of so many at once, the last of which takes as
/// long as its slowest.
inline double readingSeconds(const Outgoing& reads, std::vector<FlowPort>& outputs, const FlowRate& one)
{
    double longest = reads.send(outputs, one).seconds;
    for (const OutCall& way : reads.ways()) {
        const Answer& answer = outputs[way.output].answer;
        const double calls = outputs[way.output].rate.messagesPerSecond / Outgoing::attemptsOf(way, answer);
        const double rounds = std::ceil(calls / way.concurrency - 1e-9);
        const double last =
            slowestOf(std::min<double>(calls, way.concurrency), {answer.seconds, answer.spread()})
            - answer.seconds;
        longest = std::max(longest, rounds * Outgoing::secondsOf(way, answer) + last);
    }
    return longest;
}

}  // namespace plimsoll
