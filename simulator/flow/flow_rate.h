// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/metrics/run_report.h"
#include "simulator/traffic/key_popularity.h"
#include "simulator/traffic/size_mix.h"

#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll {

/// Mean rates on one connection.
struct FlowRate {
    double messagesPerSecond = 0;  ///< calls, puts, batches, objects
    double recordsPerSecond = 0;
    double bytesPerSecond = 0;
    double hottestKeyShare = 0;  ///< share of the records on one key, as far as the sources say
    SizeMix sizes{};             ///< of the records
    /// How often each key is asked for; of flows of different sources, the larger one's.
    std::shared_ptr<const KeyPopularity> keys{};
    /// Of the rate, what one more arrival meets: all of it, or, of N users who wait for their answers, the others'
    /// (N - 1) / N.
    double metShare = 1;
    /// Environments of the caller that keep a connection each, busy or not; 0 = as many connections as calls at once.
    double clients = 0;
    /// Records a second that wait at the sender for no other reason than that this receiver takes no more.
    double heldBack = 0;
    /// Records of one message at most, as far as its sender says.
    double mostRecords = std::numeric_limits<double>::infinity();
    /// Of the messages, those of callers that have no connection and get none: each try of theirs is refused.
    double shutOutShare = 0;
    /// Where records come all at once now and then, such as the results of a window: so many, within this time.
    double burstRecords = 0, burstSeconds = 0;
    /// Records that messages bring at the same instant: those of calls that one piece of work makes at once.
    double recordsAtOnce = 1;
    /// Of the messages a queue hands out, those that it hands out for the first time.
    double firstShare = 1;
    double bytesPerRecord() const { return recordsPerSecond > 0 ? bytesPerSecond / recordsPerSecond : 0; }
    double recordsPerMessage() const
    {
        return messagesPerSecond > 0 ? recordsPerSecond / messagesPerSecond : 0;
    }
    /// E[max(1, ceil(size / step))] of one record, as services that bill in steps count it.
    double stepsPerRecord(double stepBytes) const;
    /// The same of one message, whose size is the sum of its records'.
    double stepsPerMessage(double stepBytes) const;
};
/// How many records a message has, of which only the mean and the most are known: as many as that where it is a whole
/// number, otherwise one and a Poisson number of those that came while it was gathered.
class RecordCounts {
public:
    explicit RecordCounts(const FlowRate& rate);
    /// E[of(number of records)].
    template <class Of>
    double mean(Of of) const
    {
        double sum = 0;
        for (const auto& [records, share] : m_law)
            sum += share * of(records);
        return sum;
    }

private:
    std::vector<std::pair<double, double>> m_law;  ///< records, probability
};
/// One record a second of these sizes and keys, a message each. Dear to make: once for each sender.
FlowRate recordsOf(const SizeLaw& bytes, const KeyLaw& keys);
FlowRate operator+(const FlowRate& a, const FlowRate& b);
FlowRate operator*(const FlowRate& rate, double share);

/// How a reader takes records out of a store over a connection.
struct Pulls {
    double perSecond = 0;       ///< receives or reads, those that bring nothing included; 0 = not said
    double emptyPerSecond = 0;  ///< of them, those that bring nothing
    double deletesPerSecond = 0;
    double mostRecordsPerSecond = std::numeric_limits<double>::infinity();  ///< it can keep up with
    double receivers = 0;  ///< of a queue: receives that may wait, or be worked on, at once; 0 = not said
    double matchShare =
        1;  ///< of the messages: the others it takes out at once, as its filter does not let them pass
    double objectShare = 1;  ///< of a bucket: how often each new object is read, on average
};

/// What goes back over a connection, against the work. A callee says how long from asking to the answer it takes on
/// average, and the share of attempts that is refused or fails; a reader says how long it has a record in hand, the
/// share of those that match whose work fails, and how it pulls.
struct Answer {
    double seconds = 0;
    double refusedShare = 0;
    Pulls pulls{};
    double overload =
        0;  ///< what is asked over what can be answered, where that is above 1 and nothing is refused
    double variance = -1;  ///< of the time to the answer, seconds squared; below 0 = as of an exponential one
    /// Of the calls, those whose caller is refused at each try, however often it tries; what is said of refusals and times
    /// is said of the others.
    double shutOutShare = 0;
    double shutOutSeconds = 0;  ///< until such a try is refused
    double spread() const { return variance >= 0 ? variance : seconds * seconds; }
};

/// One slice of a scenario, for a capacity that follows its load.
struct FollowedSlice {
    double seconds = 0;
    double perSecond = 0;         ///< pieces of work
    double heldSeconds = 0;       ///< that one of them keeps a worker
    double units = 0, hosts = 0;  ///< billed, time means
    double workers = 0;           ///< in service, time mean
    /// Pieces taken a second, and of them those out of a line; more than come while a line is worked off.
    double taken = 0, takenOutOfLine = 0;
    double waitSeconds = 0;  ///< that all lines together come to, for each piece that comes
    /// Of the pieces that come: those that find no place in line, and those that wait longer than whoever asked.
    double refusedShare = 0, lateShare = 0;
    /// As a part of a time mean.
    void add(const FollowedSlice& slice, double weight);
};

struct FlowComponent {
    ComponentId id;
    FlowRate offered, accepted, refused;
    /// Records a second whose work came to nothing because of what it called or waited for too long.
    double failedPerSecond = 0;
    std::vector<LimitUse> limits;
    std::vector<Sizing> sizing;
    double serviceMillis = 0;           ///< mean time a unit of work spends here, waits included
    double backlogGrowthPerSecond = 0;  ///< records; > 0 when the component cannot keep up
    double backlogPeak = 0;             ///< records left waiting over the slices, as a fluid
    double backlogPeakAtSeconds = 0, backlogFinal = 0;
    std::string idle;
    /// Of a capacity that follows its load: what it has to do, as after a long time of these rates ...
    FollowedSlice asks{};
    /// ... and what walks it through slices in order of time; `settled`: it begins as after a long time of the first.
    std::function<void(std::vector<FollowedSlice>& slices, bool settled)> follow{};
    bool swings = false;  ///< what there is of it is not what the mean asks for, even under rates that stay
};

}  // namespace plimsoll
