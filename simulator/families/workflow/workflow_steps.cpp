// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/families/workflow/workflow.h"

#include <algorithm>

namespace plimsoll {

namespace {

/// Source: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html
constexpr std::uint32_t kInlineIterations = 40;

bool catches(const ConnectionPort& output)
{
    return output.text("role", "work") == "on-failure";
}

/// The connection as one whose role is nobody's business any more.
ConnectionPort withoutRole(ConnectionPort output)
{
    std::vector<ParameterSpec> specs = *output.specs;
    std::erase_if(specs, [](const ParameterSpec& spec) { return spec.id == "role"; });
    output.specs = std::make_shared<const std::vector<ParameterSpec>>(std::move(specs));
    return output;
}

}  // namespace

bool isAnswered(const ConnectionPort& input)
{
    return input.kind == ConnectionKind::Call
           || (input.kind == ConnectionKind::Start && input.text("wait", "no") != "no");
}

WorkflowSteps::WorkflowSteps(const WorkflowConfig& config, const ComponentView& self,
                             const std::vector<ConnectionPort>& outputs)
{
    for (const bool caught : {false, true}) {
        std::vector<ConnectionPort> some;
        std::vector<std::size_t> places;
        for (std::size_t place = 0; place < outputs.size(); ++place) {
            if (catches(outputs[place]) != caught)
                continue;
            some.push_back(caught ? withoutRole(outputs[place]) : outputs[place]);
            places.push_back(place);
        }
        const Outgoing outgoing{Outgoing::Sender::Handler, self, some};
        m_firstCatch = caught ? m_firstCatch : outgoing.ways().size();
        m_copies &= caught || outgoing.copies();
        add(outgoing.ways(), outputs, places, caught);
    }
    if (config.map == WorkflowConfig::Map::Inline) {
        for (Task& task : m_tasks)
            task.concurrency = std::min(task.concurrency, kInlineIterations);
    }
    countStates(config);
}

void WorkflowSteps::add(const std::vector<OutCall>& ways, const std::vector<ConnectionPort>& outputs,
                        const std::vector<std::size_t>& places, bool catches)
{
    for (const OutCall& way : ways) {
        Task task{way};
        task.output = static_cast<std::uint32_t>(places[way.output]);
        task.catches = catches;
        task.isMap = way.operations > 1;
        task.isCallback =
            way.kind == ConnectionKind::Start && outputs[task.output].text("wait", "no") == "callback";
        if (catches) {  // whatever failed; its draws are of their own
            task.route = OutCall::Route::Copy;
            task.until = 1;
            task.copy = task.name | 1;
        }
        m_tasks.push_back(task);
    }
}

std::size_t WorkflowSteps::orderEnd(std::size_t task) const
{
    const std::size_t last = task < m_firstCatch ? m_firstCatch : m_tasks.size();
    std::size_t end = task;
    while (end < last && m_tasks[end].order == m_tasks[task].order)
        ++end;
    return end;
}

void WorkflowSteps::countStates(const WorkflowConfig& config)
{
    m_before.assign(m_tasks.size(), 0);
    m_waits = config.wait > Duration{0};
    for (std::size_t at = 0; at < m_tasks.size(); at = orderEnd(at)) {
        int branches = 0, maps = 0;
        bool chooses = false;
        for (std::size_t task = at; task < orderEnd(at); ++task) {
            const bool all = m_tasks[task].route == OutCall::Route::Copy;
            branches += all || !chooses ? 1 : 0;
            chooses |= !all;
            maps += m_tasks[task].isMap ? 1 : 0;
        }
        m_before[at] = (chooses ? 1 : 0) + (branches > 1 ? 1 : 0) + maps;
        if (m_waits && m_wait < 0 && at < m_firstCatch && m_tasks[at].order >= config.waitBefore)
            m_wait = static_cast<std::ptrdiff_t>(at);
    }
}

}  // namespace plimsoll
