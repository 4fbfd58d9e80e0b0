// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/metrics/trace_store.h"

#include <algorithm>
#include <tuple>

namespace plimsoll {

/// Gives each instant of one journey to exactly one node and part. A wait between tries goes before what was done
/// meanwhile; a callee's time goes before its caller's; of calls side by side the one that ended last counts.
class JourneyMaker {
public:
    using Segment = TraceStore::Segment;
    using Kind = TraceStore::Kind;
    using Step = TraceStore::Step;

    JourneyMaker(std::vector<Segment> segments, const std::vector<Link>& links)
        : m_segments{std::move(segments)}, m_links{links}
    {
        std::sort(m_segments.begin(), m_segments.end(), [](const Segment& a, const Segment& b) {
            return std::tie(a.from, a.to, a.node, a.connection, a.piece, a.part)
                   < std::tie(b.from, b.to, b.node, b.connection, b.piece, b.part);
        });
    }

    std::vector<Step> response(std::uint32_t connection, std::uint16_t piece, SimTime sent, SimTime tried,
                               SimTime ended)
    {
        const Link& link = m_links[connection];
        for (const Segment& one : m_segments) {
            if (one.kind == Kind::Wait && one.node == link.from && one.connection == connection)
                claim(link.from, one.part, std::max(one.from, sent), std::min(one.to, tried));
        }
        visit(link.to, piece, tried, ended, 0);
        claim(link.from, TimePart::Transfer, sent, ended);
        return std::move(m_steps);
    }

    std::vector<Step> arrival(std::uint32_t sink, std::uint16_t piece, SimTime born, SimTime readable,
                              const std::vector<bool>& upstream, std::uint32_t sinkIndex)
    {
        const auto leadsThere = [&](const Segment& one) {
            if (!upstream[one.node] || one.connection == TraceStore::kNoConnection)
                return upstream[one.node];
            const std::vector<std::uint32_t>& sinks = m_links[one.connection].sinks;
            return std::find(sinks.begin(), sinks.end(), sinkIndex) != sinks.end();
        };
        for (const Segment& one : m_segments) {
            if (one.kind == Kind::Wait && leadsThere(one))
                claim(one.node, one.part, std::max(one.from, born), std::min(one.to, readable));
        }
        // Who is called comes after who calls in rank, and has the better claim.
        std::vector<const Segment*> own;
        for (const Segment& one : m_segments) {
            if (one.kind == Kind::Own && leadsThere(one) && (one.node != sink || one.piece == piece))
                own.push_back(&one);
        }
        std::stable_sort(own.begin(), own.end(),
                         [](const Segment* a, const Segment* b) { return a->node > b->node; });
        for (const Segment* one : own) {
            const SimTime from = std::max(one->from, born), to = std::min(one->to, readable);
            chain(one->node, from, to, 0);
            claim(one->node, one->part, from, to);
        }
        const std::uint32_t last = m_steps.empty() ? sink : m_steps.back().node;
        claim(last, TimePart::Transfer, born, readable);
        return std::move(m_steps);
    }

private:
    /// All of a node's time between a question and its answer.
    void visit(std::uint32_t node, std::uint16_t piece, SimTime from, SimTime to, int depth)
    {
        constexpr int kDeepest = 64;
        // Where nothing is left to claim, neither would what was called meanwhile: calls in a circle end here.
        if (to <= from || depth > kDeepest || isTaken(from, to))
            return;
        for (const Segment& one : m_segments) {
            if (one.kind == Kind::Wait && one.node == node && one.connection == TraceStore::kNoConnection)
                claim(node, one.part, std::max(one.from, from), std::min(one.to, to));
        }
        chain(node, from, to, depth);
        bool said = false;
        for (const Segment& one : m_segments) {
            if (one.kind != Kind::Own || one.node != node || one.piece != piece || one.to <= from
                || one.from >= to)
                continue;
            said = true;
            claim(node, one.part, std::max(one.from, from), std::min(one.to, to));
        }
        // A node that says nothing of what it did was at work.
        claim(node, said ? TimePart::Transfer : TimePart::Service, from, to);
    }

    /// The calls that decided when the node could go on: backwards from the end, each time the one that ended last.
    void chain(std::uint32_t node, SimTime from, SimTime to, int depth)
    {
        std::vector<const Segment*> calls;
        for (const Segment& one : m_segments) {
            if (one.node == node && one.kind != Kind::Own && one.connection != TraceStore::kNoConnection
                && one.from >= from && one.to <= to)
                calls.push_back(&one);
        }
        std::stable_sort(calls.begin(), calls.end(),
                         [](const Segment* a, const Segment* b) { return a->to > b->to; });
        SimTime reached = to;
        for (const Segment* call : calls) {
            if (call->to > reached)
                continue;
            if (call->kind == Kind::Wait)
                claim(node, call->part, call->from, call->to);
            else
                visit(m_links[call->connection].to, call->piece, call->from, call->to, depth + 1);
            reached = call->from;
        }
    }

    /// Whether all of [from, to) has been claimed.
    bool isTaken(SimTime from, SimTime to) const
    {
        for (const Step& taken : m_steps) {
            if (taken.from > from)
                return false;
            from = std::max(from, taken.to);
            if (from >= to)
                return true;
        }
        return false;
    }

    /// Takes what nobody has taken of [from, to).
    void claim(std::uint32_t node, TimePart part, SimTime from, SimTime to)
    {
        if (to <= from || isTaken(from, to))
            return;
        m_merged.clear();
        SimTime at = from;
        for (const Step& taken : m_steps) {
            if (taken.from > at && at < to) {
                const SimTime until = std::min(taken.from, to);
                m_merged.push_back({node, part, at, until});
                at = until;
            }
            if (taken.to > at)
                at = std::max(at, taken.to);
            m_merged.push_back(taken);
        }
        if (at < to)
            m_merged.push_back({node, part, at, to});
        m_steps.swap(m_merged);
    }

    std::vector<Segment> m_segments;
    const std::vector<Link>& m_links;
    std::vector<Step> m_steps;   // in time order, none overlapping
    std::vector<Step> m_merged;  // scratch
};

void TraceStore::merge(TraceStore other)
{
    m_ends.insert(m_ends.end(), other.m_ends.begin(), other.m_ends.end());
    for (auto& [key, segments] : other.m_said) {
        std::vector<Segment>& said = m_said[key];
        said.insert(said.end(), segments.begin(), segments.end());
    }
}

std::vector<TraceStore::Journey> TraceStore::journeys(const std::vector<Link>& links,
                                                      const std::vector<std::vector<bool>>& upstream,
                                                      const std::vector<std::int32_t>& sinkOfNode) const
{
    std::vector<Journey> all;
    all.reserve(m_ends.size());
    for (const End& end : m_ends) {
        const auto said = m_said.find(keyOf(end.id));
        JourneyMaker maker{said == m_said.end() ? std::vector<Segment>{} : said->second, links};
        Journey journey{end.isResponse, end.place, end.id, end.born, end.ended, {}};
        if (end.isResponse) {
            journey.steps = maker.response(end.place, end.id.part, end.born, end.tried, end.ended);
        } else {
            const auto sink = static_cast<std::uint32_t>(sinkOfNode[end.place]);
            journey.steps = maker.arrival(end.place, end.id.part, end.born, end.ended, upstream[sink], sink);
        }
        all.push_back(std::move(journey));
    }
    return all;
}

}  // namespace plimsoll
