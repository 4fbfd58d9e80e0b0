// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace plimsoll {

// Means, their intervals, and when not to state one. Intervals are two-sided; `confidence` is their coverage.

/// A mean over n values that share nothing, and how far off it may be.
struct Estimate {
    double mean = 0;
    double halfWidth = 0;
    int n = 0;
};

/// Student-t interval of the mean of independent values; nothing for fewer than two.
std::optional<Estimate> estimate(const std::vector<double>& values, double confidence = 0.95);
/// Its half-width at 95%.
std::optional<double> halfWidth95(const std::vector<double>& values);

/// The largest of `count` more values of a normal law known from these alone: what it is expected to be (Blom, Statistical
/// Estimates and Transformed Beta-Variables, 1958) and how far from there it may lie, the little that is known of the law
/// included. Nothing for fewer than two.
std::optional<Estimate> largestOfMore(const std::vector<double>& values, double count,
                                      double confidence = 0.95);

/// b - a, pair by pair: what common random numbers make of two runs of the same draws. Nothing for fewer than two
/// pairs or lists of different length.
std::optional<Estimate> pairedDifference(const std::vector<double>& a, const std::vector<double>& b,
                                         double confidence = 0.95);

/// How many times wider an interval of n values is at one confidence than at another.
double studentRatio(int n, double confidence, double than);
/// The confidence each of `figures` intervals must have for all of them together to have `confidence` (Bonferroni).
double bonferroni(double confidence, int figures);

/// Mean and variance of a stream of values, in one pass and without cancellation.
class Welford {
public:
    void add(double value);
    void merge(const Welford& other);
    std::uint64_t count() const { return m_count; }
    double mean() const { return m_mean; }
    /// Of the values as a sample; 0 for fewer than two.
    double variance() const;

private:
    std::uint64_t m_count = 0;
    double m_mean = 0, m_squares = 0;
};

/// Where a value lies; the ends need not be equally far.
struct Interval {
    double low = 0, value = 0, high = 0;
};

/// Wilson's interval of a share: sound down to no success at all. Nothing without trials.
std::optional<Interval> proportion(std::uint64_t successes, std::uint64_t trials, double confidence = 0.95);

/// Distribution-free interval of the q-quantile of independent values, between two of their order statistics. Nothing
/// when there are too few values to enclose it.
std::optional<Interval> quantileInterval(std::vector<double> values, double q, double confidence = 0.95);

/// Mean square of successive differences over the variance: 2 for independent values, less when neighbours are alike.
/// Nothing for fewer than three values or values that are all the same.
std::optional<double> vonNeumannRatio(const std::vector<double>& values);
/// Do neighbours look alike at the 5% level?
bool isCorrelated(const std::vector<double>& values);
double lagOneCorrelation(const std::vector<double>& values);
/// Does a straight line through the values rise or fall at the 1% level?
bool drifts(const std::vector<double>& values);

enum class BatchVerdict : std::uint8_t {
    Sound,
    Insufficient,  ///< too few values for eight batches
    Correlated,    ///< even eight batches depend on each other: the run is too short
    Transient      ///< and they rise or fall throughout: the run has not settled
};

/// The mean of a correlated series from means of consecutive batches.
struct BatchMeans {
    BatchVerdict verdict = BatchVerdict::Insufficient;
    std::vector<double> batches;  ///< the batches the interval rests on
    Estimate estimate;            ///< when Sound; n = batches
};
inline constexpr std::size_t kFewestBatches = 8;
/// `values` are consecutive, each of equal weight. Tries 32, 16, then 8 batches until they pass for independent; what
/// correlation is left widens the interval as it would for an autoregressive series, and of these batches and the
/// coarser ones the widest interval counts.
BatchMeans batchMeans(const std::vector<double>& values, double confidence = 0.95);

/// Where the start-up phase of a series ends.
struct WarmUp {
    std::size_t deleted = 0;  ///< values to leave out at the start
    bool settled = false;     ///< false: nothing in the first half is a good place to start
};
/// MSER with groups of `group` values (5 is usual): leave out as many as make the standard error of the rest least.
WarmUp mser(const std::vector<double>& values, std::size_t group = 5);
/// Welch's procedure without the eye: the average over replications, smoothed over a tenth of its length, first within
/// two standard errors of the second half's mean. All replications have the same length.
WarmUp welch(const std::vector<std::vector<double>>& replications);

/// About how many values bring the half-width below `precision` x |mean|; nothing for a mean of zero or a pilot of
/// fewer than two.
std::optional<int> valuesNeeded(const Estimate& pilot, double precision, double confidence = 0.95);
/// The 97.5% quantile of Student's t; `freedom` >= 1 need not be whole.
double studentQuantile(double freedom);

}  // namespace plimsoll
