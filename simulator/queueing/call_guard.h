// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/queueing/retry_policy.h"

#include <array>
#include <cstdint>

namespace plimsoll {

/// What a caller keeps with each open call for its guard.
struct CallPass {
    std::uint32_t era = 0;  ///< of the breaker when the attempt left: an older answer says nothing about now
    std::uint8_t quotaCost = 0;  ///< tokens the last retry took
};

/// Counts failures in a sliding window and opens when too many calls fail; after a pause some calls are let through
/// (half open), and their answers decide.
class CircuitBreaker {
public:
    CircuitBreaker() = default;
    explicit CircuitBreaker(const BreakerRule& rule)
        : m_rule{rule}, m_slice{std::max<Duration>(Duration{1}, rule.window / kSlices)}
    {}
    /// Whether an attempt may leave now.
    bool admits(SimTime t, CallPass& pass)
    {
        if (m_state != State::Closed) {
            // Trials may never be answered: after another pause there are new ones.
            if (t >= m_until) {
                m_state = State::HalfOpen;
                m_until = t + m_rule.open;
                m_trialsLeft = m_trialsToSucceed = m_rule.trials;
                ++m_era;
            }
            if (m_state == State::Open || m_trialsLeft == 0) {
                ++m_stopped;
                return false;
            }
            --m_trialsLeft;
        }
        pass.era = m_era;
        return true;
    }
    void answered(SimTime t, const CallPass& pass, bool failed)
    {
        if (pass.era != m_era || m_state == State::Open)
            return;
        if (m_state == State::HalfOpen) {
            if (failed)
                open(t);
            else if (--m_trialsToSucceed == 0)
                close();
            return;
        }
        Slice& now = sliceAt(t);
        ++now.calls;
        now.failures += failed ? 1 : 0;
        if (!failed)
            return;
        std::uint64_t calls = 0, failures = 0;
        for (const Slice& slice : m_slices) {
            if (slice.number + kSlices > now.number) {
                calls += slice.calls;
                failures += slice.failures;
            }
        }
        if (calls >= static_cast<std::uint64_t>(m_rule.leastCalls)
            && static_cast<double>(failures) >= m_rule.failureShare * static_cast<double>(calls))
            open(t);
    }
    std::uint64_t opened() const { return m_opened; }
    std::uint64_t stopped() const { return m_stopped; }

private:
    enum class State : std::uint8_t { Closed, Open, HalfOpen };
    static constexpr std::int64_t kSlices = 10;
    struct Slice {
        std::int64_t number = -kSlices;
        std::uint64_t calls = 0, failures = 0;
    };
    Slice& sliceAt(SimTime t)
    {
        const std::int64_t number = t.time_since_epoch() / m_slice;
        Slice& slice = m_slices[static_cast<std::size_t>(number % kSlices)];
        if (slice.number != number)
            slice = {number, 0, 0};
        return slice;
    }
    void open(SimTime t)
    {
        m_state = State::Open;
        m_until = t + m_rule.open;
        ++m_era;
        ++m_opened;
    }
    void close()
    {
        m_state = State::Closed;
        m_slices.fill({});
        ++m_era;
    }
    BreakerRule m_rule;
    Duration m_slice{1};
    State m_state = State::Closed;
    SimTime m_until = kSimStart;
    std::uint32_t m_era = 0;
    int m_trialsLeft = 0, m_trialsToSucceed = 0;
    std::array<Slice, kSlices> m_slices{};
    std::uint64_t m_opened = 0, m_stopped = 0;
};

/// One caller's side of one connection: may this attempt leave, may that one be tried again. Attempts and pauses are
/// the policy's; this is what it remembers of all its calls.
class CallGuard {
public:
    /// The SDK's standard mode: each client starts with 500 tokens; a retry takes 5, after a timeout 10; a success gives
    /// back what its last retry took, or 1.
    /// Source: https://github.com/boto/botocore/blob/develop/botocore/retries/standard.py
    static constexpr std::int64_t kQuota = 500, kRetryCost = 5, kTimeoutCost = 10;
    static constexpr double kBudgetBurst = 10;  ///< retries that may come at once; assumption

    CallGuard() = default;
    explicit CallGuard(const RetryPolicy& policy, int clients = 1)
        : m_policy{policy},
          m_breaker{policy.breaker},
          m_most{kQuota * clients},
          m_tokens{m_most},
          m_budgetMost{std::max(kBudgetBurst, policy.budgetShare)}
    {}
    bool watches() const
    {
        return m_policy.breaker.on || m_policy.budgetShare > 0
               || m_policy.kind == RetryPolicy::Kind::SdkStandard;
    }
    const RetryPolicy& policy() const { return m_policy; }
    /// One more client shares the load, with a quota of its own.
    void addClient()
    {
        m_most += kQuota;
        m_tokens += kQuota;
    }
    /// Before each call's first attempt.
    void firstTry() { m_budget = std::min(m_budgetMost, m_budget + m_policy.budgetShare); }
    /// Before every attempt: false = the circuit is open, the call fails at once.
    bool admits(SimTime t, CallPass& pass) { return !m_policy.breaker.on || m_breaker.admits(t, pass); }
    void succeeded(SimTime t, const CallPass& pass)
    {
        m_tokens = std::min(m_most, m_tokens + (pass.quotaCost > 0 ? pass.quotaCost : 1));
        if (m_policy.breaker.on)
            m_breaker.answered(t, pass, false);
    }
    /// After an attempt that failed: whether to try again.
    bool retries(SimTime t, int triesSoFar, bool timedOut, CallPass& pass)
    {
        if (m_policy.breaker.on)
            m_breaker.answered(t, pass, true);
        if (!m_policy.allows(triesSoFar))
            return false;
        const std::int64_t cost = m_policy.kind != RetryPolicy::Kind::SdkStandard ? 0
                                  : timedOut                                      ? kTimeoutCost
                                                                                  : kRetryCost;
        if (m_tokens < cost) {
            ++m_overQuota;
            return false;
        }
        if (m_policy.budgetShare > 0) {
            if (m_budget < 1 - 1e-9) {
                ++m_overBudget;
                return false;
            }
            m_budget -= 1;
        }
        m_tokens -= cost;
        pass.quotaCost = static_cast<std::uint8_t>(cost);
        return true;
    }
    std::uint64_t overQuota() const { return m_overQuota; }
    std::uint64_t overBudget() const { return m_overBudget; }
    const CircuitBreaker& breaker() const { return m_breaker; }

private:
    RetryPolicy m_policy;
    CircuitBreaker m_breaker;
    std::int64_t m_most = kQuota, m_tokens = kQuota;
    double m_budgetMost = kBudgetBurst, m_budget = kBudgetBurst;
    std::uint64_t m_overQuota = 0, m_overBudget = 0;
};

}  // namespace plimsoll
