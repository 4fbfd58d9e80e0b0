// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/trace_store.h"

#include <algorithm>

namespace plimsoll {

void TraceStore::arrive(const MessageId& id, std::uint32_t sink, SimTime born, SimTime readable, SimTime now,
                        const std::vector<bool>& upstream)
{
    const auto found = m_open.find(keyOf(id));
    if (found == m_open.end())
        return;
    Arrival arrival{
        .sink = sink, .id = id, .born = born, .readable = readable, .parts = {}, .complete = false};
    // Walk the journey in time order and attribute each instant once; a gap means a node forgot to say.
    std::vector<Segment> journey;
    for (const Segment& segment : found->second) {
        const bool known = segment.noted < now || (segment.noted == now && segment.node <= sink);
        if (upstream[segment.node] && known)
            journey.push_back(segment);
    }
    std::stable_sort(journey.begin(), journey.end(), [](const Segment& a, const Segment& b) {
        return a.from != b.from ? a.from < b.from : a.node < b.node;
    });
    SimTime covered = born;
    for (const Segment& segment : journey) {
        const SimTime from = std::max(segment.from, covered);
        const SimTime to = std::min(segment.to, readable);
        if (to <= from)
            continue;
        if (from > covered)
            arrival.parts[static_cast<std::size_t>(TimePart::Transfer)] += (from - covered).count();
        arrival.parts[static_cast<std::size_t>(segment.part)] += (to - from).count();
        covered = to;
    }
    arrival.complete = covered == readable;
    if (!arrival.complete)
        arrival.parts[static_cast<std::size_t>(TimePart::Transfer)] += (readable - covered).count();
    m_arrivals.push_back(arrival);
}

}  // namespace plimsoll
