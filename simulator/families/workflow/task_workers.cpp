// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/workflow/workflow.h"

#include <algorithm>
#include <cmath>

namespace plimsoll {

namespace {

/// P(N > n) for n = 0, 1, .., `most`, of a Poisson number with this mean; made up from the middle, so that nothing underflows.
std::vector<double> tailsOfPoisson(double mean, std::size_t most)
{
    std::vector<double> shares(most + 2, 0);
    const std::size_t middle = std::min(most + 1, static_cast<std::size_t>(mean));
    shares[middle] = 1;
    for (std::size_t n = middle; n > 0; --n)
        shares[n - 1] = shares[n] * static_cast<double>(n) / mean;
    for (std::size_t n = middle; n < most + 1; ++n)
        shares[n + 1] = shares[n] * mean / static_cast<double>(n + 1);
    // What lies beyond the last one, as of a geometric series.
    const double ratio = mean / static_cast<double>(most + 2);
    const double beyond = ratio < 1 ? shares.back() * ratio / (1 - ratio) : 0;
    double all = beyond;
    for (const double share : shares)
        all += share;
    std::vector<double> tails(most + 1);
    double tail = beyond + shares.back();
    for (std::size_t n = most + 1; n-- > 0;) {
        tails[n] = tail / all;
        tail += shares[n];
    }
    return tails;
}

}  // namespace

/// At each look the number of tasks is taken for a new draw. From w workers it goes up where more run than they take, to as
/// many as those want, and down by one where in m looks one after the other few enough run. With u, b and s = 1 - u - b the
/// shares of looks above, below and between, and x = b^m, g = (1 - x) / (1 - b): it stays for g / (1 - s g) looks and leaves
/// downwards with probability x / (1 - s g). What crosses from w to w - 1 is what jumps from below to w and beyond. Where
/// there are fewer places than tasks, they pile up until the next look, and until what is ordered then is there.
std::vector<double> sharesOfWorkers(const TaskWorkers& workers, const SteadyTasks& tasks)
{
    const double running = tasks.running;
    const ScalingPolicy& scaling = workers.scaling;
    const auto least = static_cast<std::size_t>(std::max(1.0, scaling.least));
    const auto most = std::max(least, static_cast<std::size_t>(scaling.most));
    const auto places = [&](std::size_t count) {
        return static_cast<std::size_t>(static_cast<double>(count) * workers.each);
    };
    std::vector<double> shares(most - least + 1, 0);
    if (running <= 0 || most == least || scaling.inPoints < 1) {
        shares.front() = 1;
        return shares;
    }
    if (running >= static_cast<double>(places(most))) {
        shares.back() = 1;
        return shares;
    }
    const std::vector<double> tails = tailsOfPoisson(running, places(most));
    const double look = seconds(scaling.period), order = seconds(scaling.outDelay);
    // P(N > n) where w workers have let tasks pile up for so long.
    const auto tail = [&](std::size_t n, std::size_t w, double piled) {
        const double waiting = tasks.seconds > 0 ? std::max(0.0, running - static_cast<double>(places(w)))
                                                       / tasks.seconds * piled
                                                 : 0;
        return waiting >= static_cast<double>(n) ? 1 : tails[n - static_cast<std::size_t>(waiting)];
    };
    std::vector<double> visits(shares.size(), 0), ups(shares.size(), 0);
    visits.front() = 1;
    double all = 0;
    for (std::size_t w = least; w <= most; ++w) {
        const double u = w == most ? 0 : tail(places(w), w, look);
        const double few =
            (1 - scaling.slack) * static_cast<double>(places(w));  // fewer than these are below
        const auto last = static_cast<std::size_t>(std::max(0.0, std::ceil(few) - 1));
        const double b = w == least || few <= 0 ? 0 : 1 - tail(last, w, look);
        const double x = std::pow(b, scaling.inPoints), s = std::max(0.0, 1 - u - b);
        const double g = b < 1 - 1e-12 ? (1 - x) / (1 - b) : scaling.inPoints;
        const double leaves = std::max(1e-15, 1 - s * g);
        if (w > least) {
            double jumps = 0;
            for (std::size_t v = least; v < w; ++v)
                jumps += visits[v - least] * ups[v - least]
                         * std::min(1.0, tail(places(w - 1), v, look + order)
                                             / std::max(1e-300, tail(places(v), v, look)));
            visits[w - least] = jumps * leaves / std::max(1e-15, x);
        }
        ups[w - least] = std::max(0.0, 1 - x / leaves);
        shares[w - least] = visits[w - least] * g / leaves;
        all += shares[w - least];
    }
    for (double& share : shares)
        share /= all;
    return shares;
}

}  // namespace plimsoll
