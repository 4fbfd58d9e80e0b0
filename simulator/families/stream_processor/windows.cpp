// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/stream_processor/windows.h"

#include <algorithm>

namespace plimsoll {

namespace {

/// The end of the stretch of so many nanoseconds that holds `t`; event times before the start have one too.
SimTime stretchEnd(SimTime t, Duration stretch)
{
    const std::int64_t each = stretch.count(), at = t.time_since_epoch().count();
    const std::int64_t whole = at >= 0 ? at / each : -((each - 1 - at) / each);
    return SimTime{Duration{(whole + 1) * each}};
}

}  // namespace

void WindowState::Aggregate::take(const Member& record, std::size_t side)
{
    const bool first = counts[0] + counts[1] == 0;
    ++counts[side];
    if (first || again || record.born < oldest.born)
        oldest = record;
    again = false;
}

void WindowState::Aggregate::take(const Aggregate& other)
{
    counts[0] += other.counts[0];
    counts[1] += other.counts[1];
    // Dated by what is new in it, if anything is.
    if (again != other.again ? again : other.oldest.born < oldest.born) {
        oldest = other.oldest;
        again = other.again;
    }
}

bool WindowState::add(const Member& record, SimTime event, std::size_t side, SimTime watermark)
{
    const bool kept = m_rules.kind == WindowRules::Kind::Session
                          ? addToSession(record, event, side, watermark)
                          : addToPane(record, event, side, watermark);
    m_held += kept ? 1 : 0;
    return kept;
}

bool WindowState::addToPane(const Member& record, SimTime event, std::size_t side, SimTime watermark)
{
    const SimTime end = stretchEnd(event, m_rules.slide);
    if (end + (m_rules.length - m_rules.slide) <= watermark)  // the last window it would be in
        return false;
    Pane& pane = m_panes[end];
    const auto [found, isNew] = pane.keys.try_emplace(record.key);
    found->second.take(record, side);
    m_keys += isNew ? 1 : 0;
    pane.fresh.push_back(record);
    return true;
}

bool WindowState::addToSession(const Member& record, SimTime event, std::size_t side, SimTime watermark)
{
    std::vector<Session>& ofKey = m_sessions[record.key];
    Session* into = nullptr;
    for (auto at = ofKey.begin(); at != ofKey.end();) {
        if (event < at->first - m_rules.gap || event > at->last + m_rules.gap) {
            ++at;
            continue;
        }
        if (!into) {
            into = &*at++;
            continue;
        }
        // The record closes the gap between two of them.
        into->first = std::min(into->first, at->first);
        into->last = std::max(into->last, at->last);
        into->all.take(at->all);
        into->records.insert(into->records.end(), at->records.begin(), at->records.end());
        at = ofKey.erase(at);
        --m_keys;
        into = &ofKey[static_cast<std::size_t>(into - ofKey.data())];
    }
    if (!into) {
        if (event + m_rules.gap <= watermark) {
            if (ofKey.empty())
                m_sessions.erase(record.key);
            return false;
        }
        into = &ofKey.emplace_back();
        into->first = into->last = event;
        into->closing = event + m_rules.gap;
        m_closings.emplace(into->closing, record.key);
        ++m_keys;
    }
    into->first = std::min(into->first, event);
    into->last = std::max(into->last, event);
    into->all.take(record, side);
    into->records.push_back(record);
    return true;
}

std::vector<Fired> WindowState::fire(SimTime watermark)
{
    return m_rules.kind == WindowRules::Kind::Session ? fireSessions(watermark) : fireTime(watermark);
}

std::vector<Fired> WindowState::fireTime(SimTime watermark)
{
    std::vector<Fired> all;
    while (!m_panes.empty()) {
        // Windows without any record are not made.
        SimTime end = m_panes.begin()->first;
        if (m_fired != SimTime::min() && m_fired >= end)
            end = m_fired + m_rules.slide;
        if (end > watermark)
            break;
        m_fired = end;
        Fired& fired = all.emplace_back();
        Sorted keys;
        for (auto at = m_panes.begin(); at != m_panes.end() && at->first <= end; ++at) {
            for (auto& [key, aggregate] : at->second.keys) {
                keys.emplace_back(key, aggregate);
                aggregate.again = true;
            }
            fired.ended.insert(fired.ended.end(), at->second.fresh.begin(), at->second.fresh.end());
            at->second.fresh.clear();
            at->second.fresh.shrink_to_fit();
        }
        m_held -= fired.ended.size();
        makeResults(std::move(keys), fired);
        while (!m_panes.empty() && m_panes.begin()->first <= end - (m_rules.length - m_rules.slide)) {
            m_keys -= m_panes.begin()->second.keys.size();
            m_panes.erase(m_panes.begin());
        }
    }
    return all;
}

std::vector<Fired> WindowState::fireSessions(SimTime watermark)
{
    Fired fired;
    Sorted keys;
    while (!m_closings.empty() && m_closings.begin()->first <= watermark) {
        const auto [at, key] = *m_closings.begin();
        m_closings.erase(m_closings.begin());
        const auto ofKey = m_sessions.find(key);
        if (ofKey == m_sessions.end())
            continue;
        std::vector<Session>& sessions = ofKey->second;
        for (std::size_t n = 0; n < sessions.size();) {
            Session& session = sessions[n];
            if (session.closing != at) {
                ++n;
                continue;
            }
            if (session.last + m_rules.gap > watermark) {  // it went on
                session.closing = session.last + m_rules.gap;
                m_closings.emplace(session.closing, key);
                ++n;
                continue;
            }
            keys.emplace_back(key, session.all);
            fired.ended.insert(fired.ended.end(), session.records.begin(), session.records.end());
            m_held -= session.records.size();
            --m_keys;
            sessions.erase(sessions.begin() + static_cast<std::ptrdiff_t>(n));
        }
        if (sessions.empty())
            m_sessions.erase(ofKey);
    }
    if (fired.ended.empty())
        return {};
    makeResults(std::move(keys), fired);
    return {std::move(fired)};
}

/// By key, so that no order of a hash table shows.
void WindowState::makeResults(Sorted&& keys, Fired& fired) const
{
    std::stable_sort(keys.begin(), keys.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t at = 0; at < keys.size();) {
        Aggregate all = keys[at].second;
        std::size_t next = at + 1;
        // In a sliding window the key's panes; two sessions of one key that end together stay two.
        for (; m_rules.kind == WindowRules::Kind::Time && next < keys.size()
               && keys[next].first == keys[at].first;
             ++next)
            all.take(keys[next].second);
        at = next;
        const std::uint64_t results = m_rules.joins ? all.counts[0] * all.counts[1] : 1;
        for (std::uint64_t n = 0; n < results && fired.results.size() < kMostPairs; ++n) {
            Member result = all.oldest;
            result.id.part = static_cast<std::uint16_t>(result.id.part + n);
            fired.results.push_back(result);
            fired.again.push_back(all.again || n > 0);
        }
    }
}

}  // namespace plimsoll
