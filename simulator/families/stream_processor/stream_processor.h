// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/family.h"
#include "simulator/families/stream_processor/windows.h"
#include "simulator/metrics/limits.h"

#include <string>

namespace plimsoll {

/// Events that are older than their records: this share of them by a time with an exponential law. The others happen as
/// they are sent.
struct LatenessLaw {
    double share = 0;
    double meanSeconds = 0;
    /// How much older the event is whose draw is `u`.
    Duration at(double u) const;
    /// Share of the events that are older than `seconds`.
    double olderThan(double seconds) const;
    /// Share of the events whose window, of this length and met at any place of it alike, has closed when they come: the
    /// watermark stays `boundSeconds` behind the newest event. E[min(1, (L - bound)+ / length)].
    double lateShare(double boundSeconds, double lengthSeconds) const;
};

/// Reads streams in parallel subtasks, each on its processing unit; collects records in windows of event time, and
/// sends on what they come to once the watermark has passed their end. What it cannot keep up with stays in the streams.
struct StreamProcessorConfig {
    int parallelism = 1;  ///< subtasks at the start
    int perUnit = 1;      ///< subtasks of one processing unit
    int mostUnits = 64;
    bool scales = false;   ///< doubles and halves its parallelism with the use of its units
    Duration perRecord{};  ///< of one unit, for a record read or a result made
    double passShare = 1;  ///< without windows: share of the records that go on
    WindowRules windows;
    bool keepsState = false;  ///< without windows: something for each key, for good
    Duration bound{};         ///< the watermark stays so far behind the newest event
    Duration watermarkEvery = std::chrono::milliseconds{200};
    Duration
        idle{};  ///< a lane that brings nothing for so long no longer holds the watermark back; 0 = it always does
    LatenessLaw lateness;
    std::uint64_t resultBytes = 0;  ///< 0 = as large as the record it rests on
    double stateBytesPerKey = 0;
    Duration checkpointEvery = std::chrono::minutes{1};
    Duration checkpointBase{};          ///< takes at least so long
    double checkpointBytesPerUnit = 0;  ///< a second
    Duration restart{};                 ///< from the start of a restart until it reads again, state apart
    bool exactlyOnce = false;           ///< results are seen once the next checkpoint is complete
    /// What was read since the last checkpoint is worked on after it, all at once: its results are seen when that is done.
    bool microBatches = false;
    LimitSpec processor;  ///< seconds of work a second of one unit
    LimitSpec state;      ///< bytes of one unit
    /// The parameter that says how much of it there is: so many subtasks come with one of its unit, beyond the first few.
    struct SizedBy {
        std::string parameter, unit;
        double now = 0, subtasks = 1, withoutWork = 0;
    } sizedBy;

    int units() const { return (parallelism + perUnit - 1) / perUnit; }
};

/// Pieces of results that one subtask has sent and that are not answered yet; with more of them it reads no further.
inline constexpr std::size_t kOpenSends = 2;

/// What a stream processor is billed for; time means.
struct StreamProcessorLoad {
    double units = 0;
    double stateBytes = 0;
};

struct StreamProcessorFamily {
    using Config = StreamProcessorConfig;
    using Load = StreamProcessorLoad;
    static constexpr KindSet kTakes{ConnectionKind::Poll};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query};
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

}  // namespace plimsoll
