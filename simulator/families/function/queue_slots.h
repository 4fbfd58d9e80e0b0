// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/function/function.h"
#include "simulator/kernel/node_context.h"

#include <algorithm>
#include <chrono>

namespace plimsoll {

/// How many batches of a queue a mapping has in work at once, and how fast each of them may receive. Pollers of one's own
/// receive 10 times and 1 MiB a second and have 10 batches each, taken as shared evenly: a batch's place pauses for what its
/// last receive used up of its tenth.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
struct QueueSlots {
    static constexpr double kPerPoller = 10;
    double least = 5, most = 1000, step = 5, grain = 1;
    Duration period = std::chrono::seconds{1};
    bool provisioned = false;
    double pauseSeconds = 0,
           secondsPerByte = 0;  ///< from what a receive brought to the next one of this place

    double pauseAfter(double bytes) const { return std::max(pauseSeconds, bytes * secondsPerByte); }
    double pollers(double slots) const { return provisioned ? slots / kPerPoller : 0; }
};

inline QueueSlots queueSlotsOf(const ConnectionPort& port, const FunctionConfig& function)
{
    QueueSlots slots;
    if (port.text("pollers", "shared") != "provisioned") {
        slots.most = port.number("maximumConcurrency", 1000);
        slots.least = std::min(function.queueBatchesAtFirst, slots.most);
        slots.step = function.queueBatchesPerSecond;
        return slots;
    }
    constexpr double kReceivesPerSecond = 10, kBytesPerSecond = 1024 * 1024;  // of one poller
    slots.provisioned = true;
    slots.least = QueueSlots::kPerPoller * std::max(1.0, port.number("minimumPollers", 2));
    slots.most = std::max(slots.least, QueueSlots::kPerPoller * port.number("maximumPollers", 200));
    slots.grain = QueueSlots::kPerPoller;
    // 1,000 batches more a minute, by two pollers at a time.
    slots.step = 2 * QueueSlots::kPerPoller;
    slots.period = std::chrono::milliseconds{1200};
    slots.pauseSeconds = QueueSlots::kPerPoller / kReceivesPerSecond;
    slots.secondsPerByte = QueueSlots::kPerPoller / kBytesPerSecond;
    return slots;
}

}  // namespace plimsoll
