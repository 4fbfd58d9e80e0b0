// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/kernel/node_context.h"
#include "simulator/queueing/lane_poller.h"

#include <algorithm>
#include <vector>

namespace plimsoll::stream_processor_node {

/// One shard or partition that is read.
struct StreamLane {
    LanePoller poller;
    std::uint32_t limit = 10'000;  ///< records of one read
    std::size_t side = 0;          ///< of a join
    SimTime askedAt = kSimStart;
    bool parked = false;              ///< it was due while nothing was read
    SimTime newest = SimTime::min();  ///< event time met so far
    SimTime heard = kSimStart;        ///< when it brought records last
};

/// The lanes of all inputs, and the watermark they make together: the slowest lane's, but for those that are idle.
class StreamLanes {
public:
    void open(const std::vector<ConnectionPort>& inputs, Duration pushedInterval)
    {
        for (std::size_t input = 0; input < inputs.size(); ++input) {
            const ConnectionPort& port = inputs[input];
            if (port.kind != ConnectionKind::Poll)
                continue;
            StreamLane lane;
            lane.side = std::min<std::size_t>(input, 1);
            lane.poller.connection = port.index;
            lane.poller.name = hashOf(port.connection->id);
            lane.poller.interval =
                port.text("reader", "shared") == "enhanced" ? pushedInterval : port.otherPollInterval;
            lane.poller.backToBack = std::min<Duration>(lane.poller.interval, std::chrono::milliseconds{200});
            lane.limit = static_cast<std::uint32_t>(std::max(1.0, port.number("batchSize", 10'000)));
            for (int n = 0; n < port.otherLanes; ++n) {
                lane.poller.lane = static_cast<std::uint16_t>(n);
                m_lanes.push_back(lane);
            }
        }
    }
    std::vector<StreamLane>& all() { return m_lanes; }
    std::size_t count() const { return m_lanes.size(); }
    std::size_t indexOf(std::uint32_t connection, std::uint32_t lane) const
    {
        for (std::size_t at = 0; at < m_lanes.size(); ++at) {
            const StreamLane& each = m_lanes[at];
            if (each.poller.connection == connection && each.poller.lane == lane)
                return at;
        }
        return m_lanes.size();
    }
    /// The event time of which nothing older is to come; never less than before.
    SimTime watermark(SimTime t, Duration bound, Duration idle)
    {
        SimTime least = SimTime::max();
        for (const StreamLane& lane : m_lanes) {
            const bool isIdle = idle > Duration{0} && t - lane.heard >= idle;
            if (!isIdle)
                least = std::min(least, lane.newest == SimTime::min() ? lane.newest : lane.newest - bound);
        }
        if (least != SimTime::max())
            m_watermark = std::max(m_watermark, least);
        return m_watermark;
    }
    SimTime watermark() const { return m_watermark; }

private:
    std::vector<StreamLane> m_lanes;
    SimTime m_watermark = SimTime::min();
};

}  // namespace plimsoll::stream_processor_node
