// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/function/environments.h"

#include "simulator/families/function/function.h"

#include <algorithm>

namespace plimsoll {

Environments::Environments(const FunctionConfig& config, const DrawKey& coldDraws)
    : m_cold{config.cold},
      m_codeInit{config.codeInit},
      m_keepWarm{config.keepWarm},
      m_coldDraws{coldDraws},
      m_scaling{config.newEnvironments.perUnit, config.newEnvironmentsDepth},
      m_bounded{config.newEnvironments.perUnit > 0},
      m_fillSeconds{config.newEnvironments.perUnit > 0
                        ? std::max(1.0, config.newEnvironmentsDepth / config.newEnvironments.perUnit)
                        : 1}
{
    for (int each = config.provisioned; each > 0; --each)
        m_provisioned.push_back(static_cast<std::uint32_t>(each));
    m_numbered = static_cast<std::uint32_t>(m_provisioned.size());
}

std::optional<Environments::Taken> Environments::take(SimTime t, const MessageId& id, int most)
{
    while (!m_idle.empty() && m_idle.front().since + m_keepWarm < t)
        m_idle.pop_front();
    if (m_busy >= most) {
        ++m_refusedByConcurrency;
        return std::nullopt;
    }
    std::uint32_t environment = 0;
    if (!m_provisioned.empty()) {
        environment = m_provisioned.back();
        m_provisioned.pop_back();
        ++m_provisionedBusy;
    } else if (!m_idle.empty()) {
        environment = m_idle.back().environment;
        m_idle.pop_back();  // the warmest first, so the surplus can expire
    } else {
        ask(t);
        if (m_bounded && !m_scaling.tryTake(1, t)) {
            ++m_refusedByScaling;
            return std::nullopt;
        }
        ++m_coldStarts;
        setBusy(t, m_busy + 1);
        return Taken{m_codeInit + Duration{static_cast<std::int64_t>(m_cold.drawFor(id, m_coldDraws))}, true,
                     ++m_numbered};
    }
    setBusy(t, m_busy + 1);
    return Taken{Duration{}, false, environment};
}

void Environments::giveBack(SimTime t, std::uint32_t version, std::uint32_t environment)
{
    setBusy(t, m_busy - 1);
    if (m_provisionedBusy > 0) {
        --m_provisionedBusy;
        if (m_provisionedLeaving > 0) {
            --m_provisionedLeaving;
            return;
        }
        m_provisioned.push_back(version == m_version ? environment : ++m_numbered);
    } else if (version == m_version) {
        m_idle.push_back({t, environment});
    }
}

int Environments::provision(int environments)
{
    const int idle = static_cast<int>(m_provisioned.size());
    const int there = idle + m_provisionedBusy - m_provisionedLeaving;
    const int added = std::max(0, environments - there);
    std::vector<std::uint32_t> fresh(static_cast<std::size_t>(added));
    for (std::uint32_t& environment : fresh)
        environment = ++m_numbered;
    m_provisioned.insert(m_provisioned.begin(), fresh.begin(), fresh.end());
    const int surplus = std::max(0, there - environments);
    const int ended = std::min(surplus, idle);
    m_provisioned.erase(m_provisioned.begin(), m_provisioned.begin() + ended);
    m_provisionedLeaving += surplus - ended;
    return added;
}

void Environments::warm(int environments)
{
    m_idle.clear();
    for (int each = environments; each > 0; --each)
        m_idle.push_back({kSimStart, m_numbered + static_cast<std::uint32_t>(each)});
    m_numbered += static_cast<std::uint32_t>(m_idle.size());
}

void Environments::replace()
{
    ++m_version;
    m_idle.clear();
    for (std::uint32_t& environment : m_provisioned)
        environment = ++m_numbered;
}

void Environments::ask(SimTime t)
{
    m_asked.add(t, 1);
    const auto stretch = static_cast<std::int64_t>(seconds(t.time_since_epoch()) / m_fillSeconds);
    if (stretch != m_stretch) {
        m_most = std::max(m_most, m_within);
        m_within = 0;
        m_stretch = stretch;
    }
    m_within += 1;
}

void Environments::setBusy(SimTime t, int value)
{
    m_busy = value;
    m_use.set(t, value);
}

}  // namespace plimsoll
