// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/shared/outgoing.h"
#include "simulator/queueing/waiting_line.h"

#include <optional>

namespace plimsoll {

/// One line before `servers` slots that hold a piece of work while it is served and while its calls are answered.
struct LineFlow {
    double seconds = 0;       ///< a piece of work spends here, wait included
    double variance = 0;      ///< of that, seconds squared
    double use = 0;           ///< what is asked of the servers over what they can do
    double busy = 0;          ///< servers
    double refused = 0;       ///< pieces a second
    double refusedShare = 0;  ///< of those offered
    double passes = 1;        ///< share of the offered work that is finished
    /// Of the calls of those who are served, what one of them meets: theirs alone, and a server waits for its answer.
    double metShare = 1;
    double failedShare = 0;  ///< of what is accepted
};

/// How irregular the gaps between arrivals are: a source by itself sends as the scenario says, anything else is taken
/// for Poisson's.
double arrivalVariation(const FlowContext& context);

/// Fills accepted, refused, backlog and time of the component. `spare`: a server could take so many times the work at
/// once that it takes now (batches that fill up under load).
LineFlow lineFlow(FlowContext& context, const FlowRate& pieces, double ownSeconds, double squaredVariation,
                  const CallsOfWork& calls, double servers, const std::optional<std::uint64_t>& places,
                  double spare = 1);
/// The rates of its outputs once it is known how much gets through.
void passAccepted(FlowContext& context, const Outgoing& outgoing, const FlowRate& pieces,
                  const LineFlow& line);
/// What whoever asks gets: those who put work here and wait for the acknowledgement alone get it at once.
void answerInputs(FlowContext& context, const LineFlow& line, double gatheringSeconds = 0);

}  // namespace plimsoll
