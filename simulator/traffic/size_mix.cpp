// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/traffic/size_mix.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// Sums over so many points miss an expected number of steps by less than 0.1% for laws as wide as records have.
constexpr std::size_t kPoints = 8192;
/// Sources of different laws that meet; beyond that the smallest become one part of their mean.
constexpr std::size_t kMostParts = 16;

double stepsOf(double bytes, double step)
{
    return std::max(1.0, std::ceil(bytes / step - 1e-9));
}

}  // namespace

SizeMix::Shape::Shape(const SizeLaw& law)
{
    const double low = law.bytesAt(0.5 / kPoints), high = law.bytesAt(1 - 0.5 / kPoints);
    const std::size_t points = low == high ? 1 : kPoints;
    sizes.reserve(points);
    for (std::size_t at = 0; at < points; ++at) {
        const double bytes = law.bytesAt((static_cast<double>(at) + 0.5) / static_cast<double>(points));
        sizes.push_back(static_cast<float>(bytes));
        mean += bytes / static_cast<double>(points);
        square += bytes * bytes / static_cast<double>(points);
    }
}

SizeMix::SizeMix(const SizeLaw& law)
{
    m_parts.push_back({std::make_shared<const Shape>(law), 1, 1});
}

SizeMix SizeMix::constant(double bytes)
{
    return SizeMix{SizeLaw{Law::deterministic(std::max(1.0, bytes))}};
}

SizeMix SizeMix::scaled(double factor) const
{
    SizeMix mix = *this;
    for (Part& part : mix.m_parts)
        part.factor *= factor;
    return mix;
}

void SizeMix::add(const Part& part, double share)
{
    if (share <= 0)
        return;
    for (Part& own : m_parts) {
        if (own.shape == part.shape && own.factor == part.factor) {
            own.share += share;
            return;
        }
    }
    m_parts.push_back({part.shape, part.factor, share});
}

SizeMix SizeMix::merged(const SizeMix& a, double rateA, const SizeMix& b, double rateB)
{
    if (b.empty() || rateB <= 0)
        return a;
    if (a.empty() || rateA <= 0)
        return b;
    SizeMix mix;
    for (const Part& part : a.m_parts)
        mix.add(part, part.share * rateA / (rateA + rateB));
    for (const Part& part : b.m_parts)
        mix.add(part, part.share * rateB / (rateA + rateB));
    if (mix.m_parts.size() <= kMostParts)
        return mix;
    std::stable_sort(mix.m_parts.begin(), mix.m_parts.end(),
                     [](const Part& x, const Part& y) { return x.share > y.share; });
    double share = 0, bytes = 0;
    for (std::size_t at = kMostParts - 1; at < mix.m_parts.size(); ++at) {
        share += mix.m_parts[at].share;
        bytes += mix.m_parts[at].share * mix.m_parts[at].factor * mix.m_parts[at].shape->mean;
    }
    mix.m_parts.resize(kMostParts - 1);
    mix.m_parts.push_back({constant(bytes / share).m_parts.front().shape, 1, share});
    return mix;
}

double SizeMix::mean() const
{
    double bytes = 0;
    for (const Part& part : m_parts)
        bytes += part.share * part.factor * part.shape->mean;
    return bytes;
}

double SizeMix::variance() const
{
    double square = 0;
    for (const Part& part : m_parts)
        square += part.share * part.factor * part.factor * part.shape->square;
    return std::max(0.0, square - mean() * mean());
}

double SizeMix::steps(double stepBytes) const
{
    if (m_parts.empty())
        return 1;
    double steps = 0;
    for (const Part& part : m_parts) {
        double sum = 0;
        // Most sizes need as many steps as their neighbour: whole runs of them are counted at once.
        const std::vector<float>& sizes = part.shape->sizes;
        for (auto at = sizes.begin(); at != sizes.end();) {
            const double count = stepsOf(static_cast<double>(*at) * part.factor, stepBytes);
            const double until = count * stepBytes / part.factor;
            auto end = std::partition_point(
                at, sizes.end(), [until](float size) { return static_cast<double>(size) <= until; });
            end = std::max(end, at + 1);
            sum += count * static_cast<double>(end - at);
            at = end;
        }
        steps += part.share * sum / static_cast<double>(sizes.size());
    }
    return steps;
}

double SizeMix::shareAbove(double bytes) const
{
    double share = 0;
    for (const Part& part : m_parts) {
        const std::vector<float>& sizes = part.shape->sizes;
        const auto above = std::partition_point(sizes.begin(), sizes.end(), [&](float size) {
            return static_cast<double>(size) * part.factor <= bytes;
        });
        share += part.share * static_cast<double>(sizes.end() - above) / static_cast<double>(sizes.size());
    }
    return share;
}

}  // namespace plimsoll
