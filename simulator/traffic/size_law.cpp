// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/size_law.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace plimsoll {

namespace {

using json = nlohmann::json;

constexpr std::size_t kMostPoints = 100'000;

struct Parsed {
    SizeLaw law;
    std::string error;
};

Parsed wrong(std::string why)
{
    return {SizeLaw{}, std::move(why)};
}

/// A finite number; NaN when it is missing or something else.
double number(const json& object, const char* key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found != object.end() && found->is_number() ? found->get<double>() : std::nan("");
}

bool isSize(double bytes)
{
    return bytes >= 1 && bytes <= kLargestRecordBytes;
}

Parsed parseSizes(const json& list)
{
    std::vector<SizeLaw::Point> sizes;
    double total = 0;
    for (const json& each : list) {
        const double bytes = number(each, "bytes"), weight = number(each, "weight");
        if (!isSize(bytes) || !(weight >= 0 && weight <= 1e15))
            return wrong("entry " + std::to_string(sizes.size() + 1)
                         + " of sizes needs bytes from 1 to 10485760 and a weight of 0 or more");
        sizes.push_back({weight, bytes});
        total += weight;
    }
    if (!(total > 0))
        return wrong("the weights of sizes add up to 0");
    for (SizeLaw::Point& size : sizes)
        size.share /= total;
    return {SizeLaw::weighted(sizes), {}};
}

Parsed parseQuantiles(const json& list)
{
    std::vector<SizeLaw::Point> points;
    for (const json& each : list) {
        const SizeLaw::Point point{number(each, "share"), number(each, "bytes")};
        if (!isSize(point.bytes) || !(point.share >= 0 && point.share <= 1))
            return wrong("entry " + std::to_string(points.size() + 1)
                         + " of quantiles needs a share from 0 to 1 and bytes from 1 to 10485760");
        if (!points.empty() && !(point.share > points.back().share && point.bytes >= points.back().bytes))
            return wrong("quantiles must rise: entry " + std::to_string(points.size() + 1)
                         + " is not above the one before it");
        points.push_back(point);
    }
    return {SizeLaw::quantiles(std::move(points)), {}};
}

Parsed parseEmpirical(const json& object)
{
    const bool weighted = object.contains("sizes");
    if (weighted == object.contains("quantiles"))
        return wrong("an empirical size needs either sizes or quantiles");
    const json& list = weighted ? object["sizes"] : object["quantiles"];
    if (!list.is_array() || list.empty() || list.size() > kMostPoints)
        return wrong("an empirical size needs a list of 1 to 100000 entries");
    return weighted ? parseSizes(list) : parseQuantiles(list);
}

Parsed parse(const ParameterValue& value)
{
    if (const auto* raw = std::get_if<RawJson>(&value)) {
        const json object = json::parse(raw->text, nullptr, /*allow_exceptions=*/false);
        const auto kind = object.is_object() ? object.find("distribution") : object.end();
        if (kind != object.end() && *kind == "empirical")
            return parseEmpirical(object);
        if (kind == object.end() || *kind != "lognormal")
            return wrong("a record size is a whole number of bytes or "
                         "{\"distribution\": \"lognormal\", \"medianBytes\": ..., \"p99Bytes\": ...} or "
                         "{\"distribution\": \"empirical\", \"sizes\": [{\"bytes\": ..., \"weight\": ...}]}");
        const double median = number(object, "medianBytes"), p99 = number(object, "p99Bytes");
        if (!(median >= 1 && p99 >= median && p99 <= kLargestRecordBytes))
            return wrong("needs 1 <= medianBytes <= p99Bytes <= 10485760");
        return {SizeLaw{Law::logNormalFromQuantiles(median, p99), median == p99}, {}};
    }
    const double bytes = asNumber(value, -1);
    if (!isSize(bytes))
        return wrong("must be between 1 and 10485760 bytes");
    return {SizeLaw{Law::deterministic(bytes)}, {}};
}

}  // namespace

SizeLaw SizeLaw::weighted(const std::vector<Point>& sizes)
{
    SizeLaw law{Law{}, false};
    law.m_steps = true;
    double cumulated = 0;
    for (const Point& size : sizes) {
        cumulated += size.share;
        law.m_points.push_back({cumulated, size.bytes});
        law.m_mean += size.share * size.bytes;
    }
    return law;
}

SizeLaw SizeLaw::quantiles(std::vector<Point> points)
{
    SizeLaw law{Law{}, false};
    law.m_points = std::move(points);
    const Point& first = law.m_points.front();
    const Point& last = law.m_points.back();
    law.m_mean = first.share * first.bytes + (1 - last.share) * last.bytes;
    for (std::size_t at = 1; at < law.m_points.size(); ++at) {
        const Point& a = law.m_points[at - 1];
        const Point& b = law.m_points[at];
        law.m_mean += (b.share - a.share) * (a.bytes + b.bytes) / 2;
    }
    return law;
}

double SizeLaw::ofPoints(double u) const
{
    const auto above = std::partition_point(m_points.begin(), m_points.end(),
                                            [&](const Point& point) { return point.share <= u; });
    if (above == m_points.end())  // the shares may add up to a little less than 1
        return m_points.back().bytes;
    if (m_steps || above == m_points.begin())
        return above->bytes;
    const Point& below = *(above - 1);
    return below.bytes + (above->bytes - below.bytes) * ((u - below.share) / (above->share - below.share));
}

SizeLaw sizeLawOf(const ParameterValue& value)
{
    return parse(value).law;
}

std::string sizeLawError(const ParameterValue& value)
{
    return parse(value).error;
}

}  // namespace plimsoll
