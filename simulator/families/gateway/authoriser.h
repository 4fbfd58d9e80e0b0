// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/families/gateway/gateway.h"
#include "simulator/kernel/node_context.h"

#include <cmath>
#include <unordered_map>

namespace plimsoll {

/// Who looks at a request's token before it goes on, and the tokens whose answer is still kept.
class Authoriser {
public:
    explicit Authoriser(const std::optional<GatewayAuthoriser>& config) : m_config{config} {}
    void open(const NodeContext& context)
    {
        m_tokens = context.draws(Purpose::Key);
        m_times = context.draws(Purpose::Cold);
    }
    /// Nanoseconds that it takes of a request which comes at `t`.
    double nanosFor(const Message& m, SimTime t)
    {
        if (!m_config)
            return 0;
        const auto token = static_cast<std::uint32_t>(m_tokens.at(m.id) * m_config->tokens);
        SimTime& until = m_kept[token];
        if (m_config->timeToLive > Duration{0} && t < until)
            return 0;
        const double nanos = m_config->time.drawFor(m.id, m_times);
        until = t + fromNanos(nanos) + m_config->timeToLive;
        ++m_asked;
        m_millis += static_cast<std::uint64_t>(std::max(1.0, std::ceil(nanos * 1e-6 - 1e-9)));
        return nanos;
    }
    std::uint64_t asked() const { return m_asked; }
    /// Each time rounded up to a millisecond, as a function's is billed.
    double billedSeconds() const { return static_cast<double>(m_millis) * 1e-3; }
    void report(ComponentReport& out) const
    {
        if (m_config)
            addCounts(out, {{"authoriser-asked", "authoriser asked", m_asked}});
    }

private:
    std::optional<GatewayAuthoriser> m_config;
    DrawKey m_tokens, m_times;
    std::unordered_map<std::uint32_t, SimTime> m_kept;  ///< until when; only looked up
    std::uint64_t m_asked = 0, m_millis = 0;
};

}  // namespace plimsoll
