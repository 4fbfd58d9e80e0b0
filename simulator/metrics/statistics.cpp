// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metrics/statistics.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace plimsoll {

namespace {

constexpr double kUsualConfidence = 0.95;
constexpr double kManyValues = 100;  ///< from which their deviation is as good as known

double studentQuantile(double confidence, std::size_t freedom)
{
    const auto found = [](double level, std::size_t n) {
        return boost::math::quantile(boost::math::students_t(static_cast<double>(n)), 0.5 + level / 2);
    };
    // Nearly always of 95% and few degrees: worth knowing by heart where a run has hundreds of intervals.
    static const std::array<double, 64> known = [&] {
        std::array<double, 64> all{};
        for (std::size_t n = 1; n < all.size(); ++n)
            all[n] = found(kUsualConfidence, n);
        return all;
    }();
    return confidence == kUsualConfidence && freedom > 0 && freedom < known.size()
               ? known[freedom]
               : found(confidence, freedom);
}

double exactNormalQuantile(double probability)
{
    return boost::math::quantile(boost::math::normal{}, probability);
}

Welford spreadOf(const std::vector<double>& values)
{
    Welford spread;
    for (const double value : values)
        spread.add(value);
    return spread;
}

/// Means of `count` equal groups of consecutive values; what does not fill the last group is left out.
std::vector<double> grouped(const std::vector<double>& values, std::size_t count)
{
    const std::size_t width = values.size() / count;
    std::vector<double> means;
    for (std::size_t group = 0; group < count; ++group) {
        double sum = 0;
        for (std::size_t at = group * width; at < (group + 1) * width; ++at)
            sum += values[at];
        means.push_back(sum / static_cast<double>(width));
    }
    return means;
}

}  // namespace

std::optional<Estimate> largestOfMore(const std::vector<double>& values, double count, double confidence)
{
    if (values.size() < 2)
        return {};
    const Welford spread = spreadOf(values);
    const auto n = static_cast<double>(values.size());
    const double more = std::max(1.0, count);
    const double expected = exactNormalQuantile((more - 0.375) / (more + 0.25));
    // How wide the law of the largest is beside that of a single value, by what lies between its tails.
    const double tail = (1 - confidence) / 2;
    const auto quantile = [more](double p) { return exactNormalQuantile(std::pow(p, 1 / more)); };
    const double width = (quantile(1 - tail) - quantile(tail)) / (2 * exactNormalQuantile(1 - tail));
    // The mean and the spread are estimates themselves.
    const double known = 1 / n + expected * expected / (2 * (n - 1));
    // Of few values the root of the variance falls short of the deviation (Kenney and Keeping, Mathematics of Statistics, 1951).
    const double shortBy = std::sqrt(2 / (n - 1)) * std::tgamma(n / 2) / std::tgamma((n - 1) / 2);
    const double deviation = std::sqrt(spread.variance()) / (n < kManyValues ? shortBy : 1);
    return Estimate{spread.mean() + expected * deviation,
                    studentQuantile(confidence, values.size() - 1) * deviation
                        * std::sqrt(width * width + known),
                    static_cast<int>(values.size())};
}

void Welford::add(double value)
{
    ++m_count;
    const double step = value - m_mean;
    m_mean += step / static_cast<double>(m_count);
    m_squares += step * (value - m_mean);
}

void Welford::merge(const Welford& other)
{
    if (other.m_count == 0)
        return;
    const auto mine = static_cast<double>(m_count);
    const auto theirs = static_cast<double>(other.m_count);
    const double step = other.m_mean - m_mean;
    m_count += other.m_count;
    m_mean += step * theirs / (mine + theirs);
    m_squares += other.m_squares + step * step * mine * theirs / (mine + theirs);
}

double Welford::variance() const
{
    return m_count < 2 ? 0 : m_squares / static_cast<double>(m_count - 1);
}

std::optional<Estimate> estimate(const std::vector<double>& values, double confidence)
{
    if (values.size() < 2)
        return std::nullopt;
    const Welford spread = spreadOf(values);
    double error = std::sqrt(spread.variance() / static_cast<double>(values.size()));
    // What rounding leaves of values that are all the same is no spread.
    if (error < 1e-12 * std::abs(spread.mean()))
        error = 0;
    return Estimate{spread.mean(), studentQuantile(confidence, values.size() - 1) * error,
                    static_cast<int>(values.size())};
}

std::optional<double> halfWidth95(const std::vector<double>& values)
{
    const std::optional<Estimate> found = estimate(values);
    return found ? std::optional{found->halfWidth} : std::nullopt;
}

std::optional<Estimate> pairedDifference(const std::vector<double>& a, const std::vector<double>& b,
                                         double confidence)
{
    if (a.size() != b.size())
        return std::nullopt;
    std::vector<double> differences;
    for (std::size_t at = 0; at < a.size(); ++at)
        differences.push_back(b[at] - a[at]);
    return estimate(differences, confidence);
}

double studentRatio(int n, double confidence, double than)
{
    const auto freedom = static_cast<std::size_t>(std::max(1, n - 1));
    return studentQuantile(confidence, freedom) / studentQuantile(than, freedom);
}

double bonferroni(double confidence, int figures)
{
    return 1 - (1 - confidence) / std::max(1, figures);
}

std::optional<Interval> proportion(std::uint64_t successes, std::uint64_t trials, double confidence)
{
    if (trials == 0)
        return std::nullopt;
    const auto n = static_cast<double>(trials);
    const double share = static_cast<double>(successes) / n;
    const double z = exactNormalQuantile(0.5 + confidence / 2);
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return Interval{successes == 0 ? 0 : std::max(0.0, middle - half), share,
                    successes == trials ? 1 : std::min(1.0, middle + half)};
}

std::optional<Interval> quantileInterval(std::vector<double> values, double q, double confidence)
{
    if (values.empty() || !(q > 0 && q < 1))
        return std::nullopt;
    std::sort(values.begin(), values.end());
    const std::size_t n = values.size();
    const boost::math::binomial below(static_cast<double>(n), q);
    const double tail = (1 - confidence) / 2;
    // P(X_(low) > quantile) = P(fewer than `low` values below it) <= tail; the same from above.
    std::size_t low = 0;
    while (low < n && boost::math::cdf(below, static_cast<double>(low)) <= tail)
        ++low;
    std::size_t high = n + 1;
    while (high > 0 && boost::math::cdf(boost::math::complement(below, static_cast<double>(high) - 2)) <= tail
           && high >= 2)
        --high;
    if (low == 0 || high > n)
        return std::nullopt;
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(n)));
    return Interval{values[low - 1], values[std::clamp<std::size_t>(rank, 1, n) - 1], values[high - 1]};
}

std::optional<double> vonNeumannRatio(const std::vector<double>& values)
{
    const Welford spread = spreadOf(values);
    if (values.size() < 3 || !(spread.variance() > 0))
        return std::nullopt;
    double steps = 0;
    for (std::size_t at = 1; at < values.size(); ++at)
        steps += (values[at] - values[at - 1]) * (values[at] - values[at - 1]);
    return steps / (spread.variance() * static_cast<double>(values.size() - 1));
}

bool isCorrelated(const std::vector<double>& values)
{
    const std::optional<double> ratio = vonNeumannRatio(values);
    if (!ratio)
        return false;
    // For independent normal values the ratio has mean 2 and variance 4 (n - 2) / (n^2 - 1).
    const auto n = static_cast<double>(values.size());
    return (2 - *ratio) / std::sqrt(4 * (n - 2) / (n * n - 1)) > exactNormalQuantile(0.95);
}

double lagOneCorrelation(const std::vector<double>& values)
{
    const Welford spread = spreadOf(values);
    if (values.size() < 3 || !(spread.variance() > 0))
        return 0;
    double products = 0;
    for (std::size_t at = 1; at < values.size(); ++at)
        products += (values[at] - spread.mean()) * (values[at - 1] - spread.mean());
    return products / (spread.variance() * static_cast<double>(values.size() - 1));
}

bool drifts(const std::vector<double>& values)
{
    const std::size_t n = values.size();
    const Welford spread = spreadOf(values);
    if (n < 4 || !(spread.variance() > 0))
        return false;
    const double middle = static_cast<double>(n - 1) / 2;
    double products = 0, squares = 0;
    for (std::size_t at = 0; at < n; ++at) {
        const double x = static_cast<double>(at) - middle;
        products += x * (values[at] - spread.mean());
        squares += x * x;
    }
    const double slope = products / squares;
    const double left = spread.variance() * static_cast<double>(n - 1) - slope * products;
    const double error = std::sqrt(std::max(0.0, left) / static_cast<double>(n - 2) / squares);
    return std::abs(slope) > studentQuantile(0.99, n - 2) * error;
}

namespace {

/// The interval of the mean, wider by what correlation is left between neighbours.
Estimate widened(const std::vector<double>& batches, double confidence)
{
    Estimate mean = *estimate(batches, confidence);
    const double left = std::clamp(lagOneCorrelation(batches), 0.0, 0.9);
    mean.halfWidth *= std::sqrt((1 + left) / (1 - left));
    return mean;
}

}  // namespace

BatchMeans batchMeans(const std::vector<double>& values, double confidence)
{
    BatchMeans result;
    if (values.size() < kFewestBatches)
        return result;
    for (std::size_t count = 32; count >= kFewestBatches; count /= 2) {
        if (values.size() < count)
            continue;
        result.batches = grouped(values, count);
        if (isCorrelated(result.batches))
            continue;
        result.verdict = BatchVerdict::Sound;
        result.estimate = widened(result.batches, confidence);
        // Batches of skewed figures tell too little of their spread now and then; the coarser ones are a second opinion.
        for (std::size_t coarser = count / 2; coarser >= kFewestBatches; coarser /= 2)
            result.estimate.halfWidth =
                std::max(result.estimate.halfWidth, widened(grouped(values, coarser), confidence).halfWidth);
        return result;
    }
    result.verdict = drifts(result.batches) ? BatchVerdict::Transient : BatchVerdict::Correlated;
    return result;
}

WarmUp mser(const std::vector<double>& values, std::size_t group)
{
    const std::size_t groups = group > 0 ? values.size() / group : 0;
    if (groups < 4)
        return {};
    const std::vector<double> means =
        grouped({values.begin(), values.begin() + static_cast<std::ptrdiff_t>(groups * group)}, groups);
    // From the back, so that every remainder is known in one pass. A cut in the second half would rest on too little.
    Welford rest;
    std::size_t best = groups;
    double least = 0;
    for (std::size_t cut = groups; cut-- > 0;) {
        rest.add(means[cut]);
        const auto left = static_cast<double>(rest.count());
        const double error = rest.variance() * (left - 1) / (left * left);
        if (rest.count() < 2 || cut > groups / 2)
            continue;
        if (best == groups || error <= least) {
            best = cut;
            least = error;
        }
    }
    return {best * group, best < groups / 2};
}

WarmUp welch(const std::vector<std::vector<double>>& replications)
{
    if (replications.size() < 2 || replications.front().size() < 20)
        return {};
    const std::size_t length = replications.front().size();
    std::vector<double> average(length);
    std::vector<double> settled;
    for (const std::vector<double>& one : replications) {
        Welford second;
        for (std::size_t at = 0; at < length; ++at) {
            average[at] += one[at] / static_cast<double>(replications.size());
            if (at >= length / 2)
                second.add(one[at]);
        }
        settled.push_back(second.mean());
    }
    const Welford level = spreadOf(settled);
    // The smoothed curve spreads more than the level does: by the share of the half that the window covers.
    const std::size_t window = std::max<std::size_t>(1, length / 20);
    const double share = static_cast<double>(2 * window + 1) / (static_cast<double>(length) / 2);
    const double error =
        std::sqrt(level.variance() / static_cast<double>(settled.size()) / std::min(1.0, share));
    for (std::size_t at = 0; at < length / 2; ++at) {
        const std::size_t reach = std::min(at, window);
        double sum = 0;
        for (std::size_t near = at - reach; near <= at + reach; ++near)
            sum += average[near];
        if (std::abs(sum / static_cast<double>(2 * reach + 1) - level.mean()) <= 2 * error)
            return {at, true};
    }
    return {length / 2, false};
}

std::optional<int> valuesNeeded(const Estimate& pilot, double precision, double confidence)
{
    if (pilot.n < 2 || pilot.mean == 0 || !(precision > 0))
        return std::nullopt;
    const double deviation = pilot.halfWidth
                             / studentQuantile(confidence, static_cast<std::size_t>(pilot.n - 1))
                             * std::sqrt(static_cast<double>(pilot.n));
    const double goal = precision * std::abs(pilot.mean);
    const auto reaches = [&](int n) {
        return studentQuantile(confidence, static_cast<std::size_t>(n - 1)) * deviation
               <= goal * std::sqrt(static_cast<double>(n));
    };
    // The more values the narrower, so the least that does can be bracketed.
    constexpr int kMost = 1'000'000;
    int enough = 2, tooFew = 1;
    while (enough < kMost && !reaches(enough)) {
        tooFew = enough;
        enough *= 2;
    }
    while (enough - tooFew > 1) {
        const int middle = tooFew + (enough - tooFew) / 2;
        (reaches(middle) ? enough : tooFew) = middle;
    }
    return std::min(enough, kMost);
}

double studentQuantile(double freedom)
{
    return boost::math::quantile(boost::math::students_t(std::max(1.0, freedom)), 0.975);
}

}  // namespace plimsoll
