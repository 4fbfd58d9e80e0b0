// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/traffic/size_law.h"

#include <map>
#include <memory>
#include <vector>

namespace plimsoll {

/// The sizes of the records of a flow: the laws of its sources in parts, each after what was done to it on the way.
/// What AWS bills in steps of a size needs the law, not its mean: E[ceil(X / s)] is not ceil(E[X] / s).
class SizeMix {
public:
    SizeMix() = default;
    explicit SizeMix(const SizeLaw& law);
    static SizeMix constant(double bytes);
    /// Every size times `factor`.
    SizeMix scaled(double factor) const;
    /// Records of both, in proportion to their rates.
    static SizeMix merged(const SizeMix& a, double rateA, const SizeMix& b, double rateB);

    bool empty() const { return m_parts.empty(); }
    /// Bytes; 0 of an empty mix.
    double mean() const;
    /// E[X^2] - E[X]^2, bytes squared.
    double variance() const;
    /// E[max(1, ceil(X / step))]: billed steps of one record. 1 of an empty mix.
    double steps(double stepBytes) const;
    /// Share of the records longer than `bytes`, as a store with a largest record refuses.
    double shareAbove(double bytes) const;

private:
    /// A law's quantile function at many equally likely points, made once; the rest is read off them.
    struct Shape {
        explicit Shape(const SizeLaw& law);
        std::vector<float> sizes;  ///< ascending; one when it is constant
        double mean = 0, square = 0;
    };
    struct Part {
        std::shared_ptr<const Shape> shape;
        double factor = 1;
        double share = 1;
    };
    void add(const Part& part, double share);
    std::vector<Part> m_parts;  ///< shares add up to 1
};

}  // namespace plimsoll
