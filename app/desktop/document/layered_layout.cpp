// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/layered_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plimsoll {

namespace {

constexpr int kOrderSweeps = 12;
constexpr int kHeightSweeps = 10;
constexpr double kStraight = 8;  // how much straighter a long edge shall be than the way into a box
constexpr double kThin = 20;     // room of a line that passes a layer

using Edges = std::vector<std::pair<std::size_t, std::size_t>>;

/// Nodes of the layers: the boxes first, then one more for each layer that an edge passes.
struct Layers {
    std::vector<std::size_t> layerOf;
    std::vector<std::vector<std::size_t>> order;  ///< of nodes, per layer
    std::vector<std::vector<std::size_t>> before, behind;
    std::vector<double> height, centre;
    std::size_t boxes = 0;
    bool isBox(std::size_t node) const { return node < boxes; }
};

/// The edges, those turned round that would close a cycle.
Edges acyclic(std::size_t count, const Edges& edges)
{
    std::vector<std::vector<std::size_t>> out(count);
    std::vector<std::size_t> incoming(count, 0);
    for (std::size_t at = 0; at < edges.size(); ++at) {
        out[edges[at].first].push_back(at);
        ++incoming[edges[at].second];
    }
    std::vector<std::size_t> roots(count);
    std::iota(roots.begin(), roots.end(), std::size_t{0});
    std::stable_sort(roots.begin(), roots.end(),
                     [&](std::size_t a, std::size_t b) { return (incoming[a] > 0) < (incoming[b] > 0); });
    enum class State { New, Open, Done };
    std::vector<State> state(count, State::New);
    Edges result;
    // Depth first without recursion: a chain may be thousands long.
    struct Frame {
        std::size_t node, next;
    };
    std::vector<Frame> stack;
    for (const std::size_t root : roots) {
        if (state[root] != State::New)
            continue;
        stack.push_back({root, 0});
        state[root] = State::Open;
        while (!stack.empty()) {
            Frame& top = stack.back();
            if (top.next == out[top.node].size()) {
                state[top.node] = State::Done;
                stack.pop_back();
                continue;
            }
            const auto [from, to] = edges[out[top.node][top.next++]];
            if (from == to)
                continue;
            if (state[to] == State::Open) {
                result.emplace_back(to, from);
                continue;
            }
            result.emplace_back(from, to);
            if (state[to] == State::New) {
                state[to] = State::Open;
                stack.push_back({to, 0});
            }
        }
    }
    return result;
}

std::vector<std::size_t> layersOf(std::size_t count, const Edges& edges)
{
    std::vector<std::vector<std::size_t>> out(count);
    std::vector<std::size_t> waiting(count, 0), layer(count, 0), ready;
    for (const auto& [from, to] : edges) {
        out[from].push_back(to);
        ++waiting[to];
    }
    for (std::size_t node = 0; node < count; ++node)
        if (waiting[node] == 0)
            ready.push_back(node);
    std::vector<std::size_t> sorted;
    for (std::size_t at = 0; at < ready.size(); ++at) {
        sorted.push_back(ready[at]);
        for (const std::size_t to : out[ready[at]]) {
            layer[to] = std::max(layer[to], layer[ready[at]] + 1);
            if (--waiting[to] == 0)
                ready.push_back(to);
        }
    }
    // What nothing leads to stands right before what it leads to.
    std::vector<bool> hasBefore(count, false);
    for (const auto& [from, to] : edges)
        hasBefore[to] = true;
    for (const std::size_t node : sorted) {
        if (hasBefore[node] || out[node].empty())
            continue;
        std::size_t least = layer[out[node].front()];
        for (const std::size_t to : out[node])
            least = std::min(least, layer[to]);
        layer[node] = least - 1;
    }
    return layer;
}

Layers layered(const LayeredGraph& graph)
{
    Layers result;
    result.boxes = graph.boxes.size();
    const Edges edges = acyclic(result.boxes, graph.edges);
    result.layerOf = layersOf(result.boxes, edges);
    for (const LayeredGraph::Box& box : graph.boxes) {
        result.height.push_back(box.height);
        result.centre.push_back(box.wish);
    }
    result.before.resize(result.boxes);
    result.behind.resize(result.boxes);
    const auto join = [&](std::size_t from, std::size_t to) {
        result.behind[from].push_back(to);
        result.before[to].push_back(from);
    };
    for (const auto& [from, to] : edges) {
        std::size_t last = from;
        const std::size_t first = result.layerOf[from], end = result.layerOf[to];
        for (std::size_t layer = first + 1; layer < end; ++layer) {
            const std::size_t passing = result.layerOf.size();
            const double share = static_cast<double>(layer - first) / static_cast<double>(end - first);
            result.layerOf.push_back(layer);
            result.height.push_back(kThin);
            result.centre.push_back(result.centre[from] * (1 - share) + result.centre[to] * share);
            result.before.emplace_back();
            result.behind.emplace_back();
            join(last, passing);
            last = passing;
        }
        join(last, to);
    }
    const std::size_t layers =
        result.layerOf.empty() ? 0 : *std::max_element(result.layerOf.begin(), result.layerOf.end()) + 1;
    result.order.resize(layers);
    for (std::size_t node = 0; node < result.layerOf.size(); ++node)
        result.order[result.layerOf[node]].push_back(node);
    for (auto& order : result.order)
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return result.centre[a] < result.centre[b]; });
    return result;
}

/// Crossings of the edges between two layers: inversions, counted by a tree of sums.
std::size_t crossingsBetween(const Layers& layers, std::size_t layer, const std::vector<std::size_t>& place)
{
    const std::size_t size = layers.order[layer + 1].size();
    std::vector<std::size_t> sums(size + 1, 0);
    std::size_t crossings = 0, seen = 0;
    for (const std::size_t node : layers.order[layer]) {
        std::vector<std::size_t> ends;
        for (const std::size_t to : layers.behind[node])
            ends.push_back(place[to]);
        for (const std::size_t end : ends) {
            std::size_t atOrBefore = 0;
            for (std::size_t at = end + 1; at > 0; at -= at & (~at + 1))
                atOrBefore += sums[at];
            crossings += seen - atOrBefore;
        }
        for (const std::size_t end : ends)
            for (std::size_t at = end + 1; at <= size; at += at & (~at + 1))
                ++sums[at];
        seen += ends.size();
    }
    return crossings;
}

std::vector<std::size_t> placesOf(const Layers& layers)
{
    std::vector<std::size_t> place(layers.layerOf.size());
    for (const auto& order : layers.order)
        for (std::size_t at = 0; at < order.size(); ++at)
            place[order[at]] = at;
    return place;
}

std::size_t crossingsOf(const Layers& layers)
{
    const std::vector<std::size_t> place = placesOf(layers);
    std::size_t sum = 0;
    for (std::size_t layer = 0; layer + 1 < layers.order.size(); ++layer)
        sum += crossingsBetween(layers, layer, place);
    return sum;
}

void orderBy(Layers& layers, std::size_t layer, const std::vector<std::vector<std::size_t>>& neighbours)
{
    const std::vector<std::size_t> place = placesOf(layers);
    std::vector<double> middle(layers.layerOf.size());
    auto& order = layers.order[layer];
    for (const std::size_t node : order) {
        double sum = 0;
        for (const std::size_t each : neighbours[node])
            sum += static_cast<double>(place[each]);
        middle[node] = neighbours[node].empty() ? static_cast<double>(place[node])
                                                : sum / static_cast<double>(neighbours[node].size());
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return middle[a] < middle[b]; });
}

/// Sweeps forth and back; the order with the fewest crossings stays.
void reduceCrossings(Layers& layers)
{
    auto best = layers.order;
    std::size_t fewest = crossingsOf(layers);
    for (int sweep = 0; sweep < kOrderSweeps && fewest > 0; ++sweep) {
        const std::size_t count = layers.order.size();
        for (std::size_t at = 1; at < count; ++at)
            orderBy(layers, sweep % 2 == 0 ? at : count - 1 - at,
                    sweep % 2 == 0 ? layers.before : layers.behind);
        if (const std::size_t now = crossingsOf(layers); now < fewest) {
            fewest = now;
            best = layers.order;
        }
    }
    layers.order = std::move(best);
}

/// Centres as near to what is wished for as their order and the room between them allow: the least sum of weighted
/// squares, by pooling neighbours that would come too near (isotonic regression).
void settle(Layers& layers, const std::vector<std::size_t>& order, const std::vector<double>& wish,
            const std::vector<double>& weight, double gap)
{
    struct Pool {
        double sum, weight;
        std::size_t count;
        double mean() const { return sum / weight; }
    };
    std::vector<double> shift(order.size(), 0);
    for (std::size_t at = 1; at < order.size(); ++at)
        shift[at] = shift[at - 1] + (layers.height[order[at - 1]] + layers.height[order[at]]) / 2 + gap;
    std::vector<Pool> pools;
    for (std::size_t at = 0; at < order.size(); ++at) {
        pools.push_back({(wish[at] - shift[at]) * weight[at], weight[at], 1});
        while (pools.size() > 1 && pools[pools.size() - 2].mean() > pools.back().mean()) {
            const Pool last = pools.back();
            pools.pop_back();
            pools.back().sum += last.sum;
            pools.back().weight += last.weight;
            pools.back().count += last.count;
        }
    }
    std::size_t at = 0;
    for (const Pool& pool : pools)
        for (std::size_t each = 0; each < pool.count; ++each, ++at)
            layers.centre[order[at]] = pool.mean() + shift[at];
}

void chooseHeights(Layers& layers, double gap)
{
    // One below the other to begin with.
    for (const auto& order : layers.order)
        settle(layers, order, std::vector<double>(order.size(), 0), std::vector<double>(order.size(), 1),
               gap);
    for (int sweep = 0; sweep < kHeightSweeps; ++sweep)
        for (std::size_t step = 0; step < layers.order.size(); ++step) {
            const std::size_t layer = sweep % 2 == 0 ? step : layers.order.size() - 1 - step;
            const auto& order = layers.order[layer];
            std::vector<double> wish, weight;
            for (const std::size_t node : order) {
                double sum = 0, all = 0;
                const auto pull = [&](const std::vector<std::size_t>& neighbours) {
                    for (const std::size_t each : neighbours) {
                        const double pulls = layers.isBox(node) || layers.isBox(each) ? 1 : kStraight;
                        sum += pulls * layers.centre[each];
                        all += pulls;
                    }
                };
                pull(layers.before[node]);
                pull(layers.behind[node]);
                wish.push_back(all > 0 ? sum / all : layers.centre[node]);
                weight.push_back(std::max(all, 0.1));
            }
            settle(layers, order, wish, weight, gap);
        }
}

}  // namespace

LayeredPlaces layeredLayout(const LayeredGraph& graph)
{
    LayeredPlaces places;
    if (graph.boxes.empty())
        return places;
    Layers layers = layered(graph);
    reduceCrossings(layers);
    chooseHeights(layers, graph.gaps.down);
    places.crossings = crossingsOf(layers);
    places.corners.resize(graph.boxes.size());
    double left = 0, top = 1e300, bottom = -1e300;
    for (const auto& order : layers.order) {
        double wide = 0;
        for (const std::size_t node : order)
            if (layers.isBox(node))
                wide = std::max(wide, graph.boxes[node].width);
        for (const std::size_t node : order) {
            if (!layers.isBox(node))
                continue;
            const LayeredGraph::Box& box = graph.boxes[node];
            places.corners[node] = {left + (wide - box.width) / 2, layers.centre[node] - box.height / 2};
            top = std::min(top, layers.centre[node] - box.height / 2);
            bottom = std::max(bottom, layers.centre[node] + box.height / 2);
        }
        left += wide + graph.gaps.across;
    }
    for (auto& corner : places.corners)
        corner.second -= top;
    places.width = left - graph.gaps.across;
    places.height = bottom - top;
    return places;
}

}  // namespace plimsoll
