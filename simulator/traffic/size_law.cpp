// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/size_law.h"

#include <nlohmann/json.hpp>

namespace plimsoll {

namespace {

struct Parsed {
    Law law = Law::deterministic(1024);
    std::string error;
};

Parsed parse(const ParameterValue& value)
{
    if (const auto* raw = std::get_if<RawJson>(&value)) {
        const auto json = nlohmann::json::parse(raw->text, nullptr, /*allow_exceptions=*/false);
        const auto number = [&](const char* key) {
            return json.is_object() && json.contains(key) && json[key].is_number() ? json[key].get<double>()
                                                                                   : -1;
        };
        if (!json.is_object() || !json.contains("distribution") || json["distribution"] != "lognormal")
            return {Law::deterministic(1024),
                    "a record size is a whole number of bytes or "
                    "{\"distribution\": \"lognormal\", \"medianBytes\": ..., \"p99Bytes\": ...}"};
        const double median = number("medianBytes"), p99 = number("p99Bytes");
        if (!(median >= 1 && p99 >= median && p99 <= kLargestRecordBytes))
            return {Law::deterministic(1024), "needs 1 <= medianBytes <= p99Bytes <= 10485760"};
        return {Law::logNormalFromQuantiles(median, p99), {}};
    }
    const double bytes = asNumber(value, -1);
    if (!(bytes >= 1 && bytes <= kLargestRecordBytes))
        return {Law::deterministic(1024), "must be between 1 and 10485760 bytes"};
    return {Law::deterministic(bytes), {}};
}

}  // namespace

Law sizeLawOf(const ParameterValue& value)
{
    return parse(value).law;
}

std::string sizeLawError(const ParameterValue& value)
{
    return parse(value).error;
}

}  // namespace plimsoll
