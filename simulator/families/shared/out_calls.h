// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/shared/retry_parameters.h"
#include "simulator/kernel/node_context.h"

#include <algorithm>
#include <vector>

namespace plimsoll {

/// One connection over which a compute service asks others while it works, as its sentence says.
struct OutCall {
    enum class Per { Record, Batch };
    std::uint32_t index = 0;
    Operation operation = Operation::Write;
    Per per = Per::Record;
    std::uint32_t operations = 1;
    std::uint32_t batchSize = 1;
    double fixedBytes = 0, sizeFactor = 1;
    int order = 0;
    std::uint32_t concurrency = 1;
    Duration timeout{};
    RetryPolicy retry;
    bool fireAndForget = false;  ///< notify: the acceptance is all it waits for

    /// Calls needed for `records`.
    std::uint64_t callsFor(std::uint64_t records) const
    {
        const std::uint64_t items = per == Per::Record ? records * operations : operations;
        return (items + batchSize - 1) / batchSize;
    }
    std::uint64_t bytesFor(std::uint64_t recordBytes) const
    {
        return static_cast<std::uint64_t>(
            fixedBytes > 0 ? fixedBytes : std::max(1.0, static_cast<double>(recordBytes) * sizeFactor));
    }
};

/// The outputs of a component as calls, sorted by `order`, then connection id. A source of work made by the
/// callee (load, replicate, poll) is not a call, and neither is the way of what was given up.
inline std::vector<OutCall> outCallsOf(const std::vector<ConnectionPort>& outputs)
{
    std::vector<OutCall> calls;
    for (const ConnectionPort& port : outputs) {
        if (port.kind != ConnectionKind::Call && port.kind != ConnectionKind::Put
            && port.kind != ConnectionKind::Notify && port.kind != ConnectionKind::Query)
            continue;
        if (port.text("role", "work") == "on-failure")
            continue;
        OutCall call;
        call.index = port.index;
        const std::string operation = port.text("operation", "write");
        call.operation = port.kind == ConnectionKind::Query ? Operation::Query
                         : port.other.spec->invoked         ? Operation::Invoke
                         : operation == "read"              ? Operation::Read
                                                            : Operation::Write;
        const std::string per = port.text("operationsPer", "record");
        call.per = per == "record" ? OutCall::Per::Record : OutCall::Per::Batch;
        call.operations = static_cast<std::uint32_t>(std::max(1.0, port.number("operations", 1)));
        call.batchSize = static_cast<std::uint32_t>(std::max(1.0, port.number("batchSize", 1)));
        call.fixedBytes = port.number("bytes", 0);
        call.sizeFactor = port.number("sizeFactor", 1);
        call.order = static_cast<int>(port.number("order", 0));
        call.concurrency = static_cast<std::uint32_t>(std::max(1.0, port.number("concurrency", 1)));
        call.timeout = fromMillis(port.number("timeoutMillis", 0));
        // A notification has no parameters for it: an SDK call whose answer is the acceptance.
        call.retry = port.kind == ConnectionKind::Notify ? RetryPolicy::of("sdk-standard", 3, 100)
                                                         : retryPolicyOf(port);
        call.fireAndForget = port.kind == ConnectionKind::Notify;
        calls.push_back(call);
    }
    std::stable_sort(calls.begin(), calls.end(),
                     [](const OutCall& a, const OutCall& b) { return a.order < b.order; });
    return calls;
}

}  // namespace plimsoll
