// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/flow/flow_context.h"

#include <algorithm>

namespace plimsoll {

FlowRate FlowContext::arriving() const
{
    FlowRate sum;
    for (const FlowPort& input : inputs)
        sum = sum + input.rate;
    return sum;
}

void FlowContext::answerAll(const Answer& answer)
{
    for (FlowPort& input : inputs)
        input.answer = answer;
}

SupportUse useOver(const ConnectionPort& port, double recordsPerSecond)
{
    return {recordsPerSecond * port.number("callsPerRecord", 1),
            recordsPerSecond * port.number("loggedBytes", 0)};
}

void FlowContext::passOn(const FlowRate& rate)
{
    const bool split = std::any_of(outputs.begin(), outputs.end(), [](const FlowPort& output) {
        return output.port.text("route", "copy") == "split";
    });
    double total = 0;
    for (const FlowPort& output : outputs)
        total += output.port.number("share", 100);
    for (FlowPort& output : outputs)
        output.rate = split && total > 0 ? rate * (output.port.number("share", 100) / total) : rate;
}

FlowRate callRate(const ConnectionPort& port, const FlowRate& rate)
{
    if (port.kind == ConnectionKind::Start || port.kind == ConnectionKind::Uses)
        return {};
    const double operations = std::max(1.0, port.number("operations", 1));
    const double batch = std::max(1.0, port.number("batchSize", 1));
    const bool perRecord = port.text("operationsPer", "record") == "record";
    FlowRate calls;
    calls.messagesPerSecond =
        (perRecord ? rate.recordsPerSecond * operations / batch : rate.messagesPerSecond * operations);
    calls.recordsPerSecond = perRecord ? rate.recordsPerSecond * operations : rate.recordsPerSecond;
    const double fixed = port.number("bytes", 0), factor = port.number("sizeFactor", 1);
    calls.bytesPerSecond = fixed > 0 ? (perRecord ? calls.recordsPerSecond : calls.messagesPerSecond) * fixed
                                     : calls.recordsPerSecond * rate.bytesPerRecord() * factor;
    calls.sizes = fixed > 0 ? SizeMix::constant(fixed) : rate.sizes.scaled(factor);
    calls.hottestKeyShare = rate.hottestKeyShare;
    calls.keys = rate.keys;
    return calls;
}

}  // namespace plimsoll
