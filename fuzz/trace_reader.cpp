// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/require.h"
#include "model/serialization/trace_file.h"
#include "simulator/traffic/rate_profile.h"

#include <cstdint>
#include <memory>
#include <sstream>

/// A trace is read and made into a curve of rates.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace plimsoll;
    std::istringstream input{std::string{reinterpret_cast<const char*>(data), size}};
    const Result<TraceRates> read = readTrace(input, "trace.csv");
    if (!read) {
        fuzz::require(!read.error().what.empty(), "an error says what is wrong");
        return 0;
    }
    double last = 0;
    for (const TraceRates::Stretch& stretch : read->stretches) {
        fuzz::require(stretch.from >= last && stretch.to >= stretch.from && stretch.ratePerSecond >= 0,
                      "stretches follow each other with rates of 0 or more");
        last = stretch.to;
    }
    TrafficProfile profile;
    profile.shape = TrafficShape::Trace;
    profile.trace.rates = std::make_shared<const TraceRates>(*read);
    const RateProfile rates{profile, 3600};
    fuzz::require(rates.peak() >= 0 && rates.expected(0, 3600) >= 0, "rates are 0 or more");
    SimTime now = kSimStart;
    for (int arrival = 0; arrival < 100 && now != kNever; ++arrival) {
        const SimTime next = rates.after(now, 0.5);
        fuzz::require(next >= now, "arrivals go on in time");
        now = next;
    }
    return 0;
}
