// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/database_instance/burst_credits.h"
#include "simulator/families/database_instance/connection_book.h"
#include "simulator/families/database_instance/elastic.h"

#include <cmath>
#include <deque>

namespace plimsoll::database_node {

/// One instance: its connections, its vCPUs with the line before them, its volume, what is in its memory.
struct Instance {
    Instance(const DatabaseConfig& c, double savedOperations, double savedVcpuSeconds, double vcpusAtFirst)
        : config{&c},
          size{c.processor.vcpus},
          connections{c.connections.perUnit, c.idle},
          volume{c.volume.perSecond, c.volume.burstPerSecond, c.volume.mostSaved, savedOperations},
          credits{c.processor.vcpus * c.processor.baseShare, c.processor.mostSavedVcpuSeconds,
                  savedVcpuSeconds}
    {
        if (c.elastic)
            elastic.emplace(*c.elastic, vcpusAtFirst);
        if (elastic)
            size = elastic->vcpus();
        capacity.set(kSimStart, size);
    }
    /// vCPUs that a cut leaves.
    double vcpus(double cut) const { return size * cut; }
    bool hasVcpu(double cut) const { return working < serversFor(vcpus(cut)); }
    /// A second has passed.
    void look(SimTime t)
    {
        const double used = use.integralUntil(t);
        elastic->look(used - usedBefore);
        usedBefore = used;
        size = elastic->vcpus();
        capacity.set(t, size);
    }
    /// Begins work of so many nanoseconds of one vCPU: how long it takes. Less than a whole vCPU is a slower one.
    Duration begin(SimTime t, double nanos, double cut)
    {
        pass(t);
        const bool slowed = config->processor.burstable && !config->processor.unlimited && credits.spent();
        const double all = vcpus(cut);
        const double speed = all / serversFor(all) * (slowed ? config->processor.baseShare : 1);
        ++working;
        inUse += speed;
        use.set(t, inUse);
        speedOfLast = speed;
        return fromNanos(nanos / speed + 0.5);
    }
    void end(SimTime t, double speed)
    {
        pass(t);
        --working;
        inUse = working == 0 ? 0 : inUse - speed;
        use.set(t, inUse);
    }
    void pass(SimTime t)
    {
        if (config->processor.burstable)
            credits.pass(t, inUse);
    }
    /// All it was working on is gone, and everybody's connection.
    void strike(SimTime t, bool cold)
    {
        pass(t);
        working = 0;
        inUse = 0;
        use.set(t, 0);
        line.clear();
        connections.closeAll(t);
        warmPages = cold ? 0 : warmPages;
    }
    /// Share of the pages read that are not in memory.
    double missShare() const
    {
        const double warm = config->bufferPages > 0 ? std::min(1.0, warmPages / config->bufferPages) : 1;
        return 1 - config->hitShare * warm;
    }
    /// Operations on the volume: a whole number, of this mean.
    double operations(double mean, double u) const
    {
        const double whole = std::floor(mean);
        return whole + (u < mean - whole ? 1 : 0);
    }

    const DatabaseConfig* config;
    double size;  ///< vCPUs, with nothing cut
    std::optional<ElasticCapacity> elastic;
    HeldUse capacity;
    double usedBefore = 0;  ///< vCPU-seconds up to the last look
    ConnectionBook connections;
    BurstVolume volume;
    VcpuCredits credits;
    int working = 0;
    double inUse = 0;  ///< vCPUs
    double speedOfLast = 1;
    double warmPages = 0;
    std::deque<std::uint32_t> line;  ///< slots of who waits for a vCPU
    HeldUse use;
    RateUse operationsUse;
};

}  // namespace plimsoll::database_node
