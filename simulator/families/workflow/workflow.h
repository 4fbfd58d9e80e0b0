// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/draws/law.h"
#include "simulator/families/family.h"
#include "simulator/families/shared/outgoing.h"
#include "simulator/metrics/limits.h"
#include "simulator/queueing/scaling_controller.h"

#include <optional>
#include <vector>

namespace plimsoll {

/// Workers that tasks run on, so many at once on each; the others wait in the order in which they were ready. Their number
/// follows what runs and waits.
struct TaskWorkers {
    double each = 1;        ///< tasks at once
    ScalingPolicy scaling;  ///< of the workers; its target is `each`
    LimitSpec tasks;        ///< of one worker
};

/// A state machine that is drawn with its connections: each is a Task, one order after the other. Several of one order
/// are the branches of a Parallel state, several that split the work a Choice, one with several operations a Map, one
/// with the role on-failure a Catch. Executions do not queue: each begins at once or is refused.
struct WorkflowConfig {
    /// What a Map state runs for its items.
    enum class Map { Inline, Children, BriefChildren };

    double startsPerSecond = 300, startBurst = 1300;
    double transitionsPerSecond = 0, transitionBurst = 0;  ///< 0 = not limited; what is above waits
    double callbacksPerSecond = 0, callbackBurst = 0;      ///< ends of tasks that wait for a callback
    Law startLatency;          ///< nanoseconds to the first state, of what is only started
    Law answeredStartLatency;  ///< the same where somebody waits for the end
    Duration transition{};     ///< from one state to the next
    Duration wait{};           ///< of one Wait state ...
    int waitBefore = 0;        ///< ... before the tasks of this order; after the last one if there is none
    int otherStates = 0;       ///< Pass, Succeed and the like, at the end
    Duration longest{};        ///< an execution that lasts longer fails; 0 = any time
    double mostInputBytes = 0;
    double mostOpen = 0;    ///< executions; 0 = any number
    double mostEvents = 0;  ///< in the history of one execution, which then fails; 0 = any number
    bool caughtSucceeds = true;
    Map map = Map::Inline;
    double childrenPerSecond = 0;        ///< that a Map state starts; 0 = not limited
    Duration billedStep{};               ///< of an execution's length; 0 = it is not billed by length
    std::optional<TaskWorkers> workers;  ///< without them every task begins at once
    LimitSpec starts, transitions, open, events, callbacks, children;
};

/// What a workflow is billed for, per second.
struct WorkflowLoad {
    double executions = 0;
    double transitions = 0;
    double billedSeconds = 0;  ///< of executions, each rounded up
    double children = 0;       ///< executions that Map states started, of one state each
    double childSeconds = 0;   ///< each rounded up
    double workers = 0;        ///< time mean, those starting included
};

struct WorkflowFamily {
    using Config = WorkflowConfig;
    using Load = WorkflowLoad;
    static constexpr KindSet kTakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Start};
    static constexpr KindSet kMakes{ConnectionKind::Call, ConnectionKind::Put, ConnectionKind::Notify,
                                    ConnectionKind::Query, ConnectionKind::Start};
    static NodeHandle makeNode(const Config& config, const NodeContext& context, BillOf<Load> bill);
    static Load flow(const Config& config, FlowContext& context);
};

/// What entering a state adds to the history. The pages count no events but name them: a task is entered, scheduled,
/// started, done and left; other states are entered and left; an iteration begins and ends.
/// Source: https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
namespace history {
inline constexpr double kExecution = 2, kState = 2, kTask = 5, kRetry = 3, kIteration = 2;
}

/// The tasks of a workflow in their order, those that catch last, and the states beside them; for both faces.
class WorkflowSteps {
public:
    struct Task : OutCall {
        bool catches = false;  ///< takes executions of which a task failed for good
        bool isMap = false;
        bool isCallback = false;  ///< its end is told by a callback
    };
    WorkflowSteps(const WorkflowConfig& config, const ComponentView& self,
                  const std::vector<ConnectionPort>& outputs);
    const std::vector<Task>& tasks() const { return m_tasks; }
    /// Every task takes every execution: there is no Choice.
    bool copies() const { return m_copies; }
    /// The first of those that catch; their number where there is none.
    std::size_t firstCatch() const { return m_firstCatch; }
    /// The first task of the next order.
    std::size_t orderEnd(std::size_t task) const;
    /// States that are entered before the tasks of the order that begins with this one: Choice, Parallel, Map.
    int before(std::size_t task) const { return m_before[task]; }
    /// The order that begins with this task comes after the Wait state, and the one before it does not.
    bool waitsBefore(std::size_t task) const { return m_wait == static_cast<std::ptrdiff_t>(task); }
    bool waitsAtEnd() const { return m_waits && m_wait < 0; }

private:
    void add(const std::vector<OutCall>& ways, const std::vector<ConnectionPort>& outputs,
             const std::vector<std::size_t>& places, bool catches);
    void countStates(const WorkflowConfig& config);
    std::vector<Task> m_tasks;
    std::vector<int> m_before;  ///< by the first task of its order
    std::size_t m_firstCatch = 0;
    bool m_copies = true, m_waits = false;
    std::ptrdiff_t m_wait = -1;
};

/// Tasks of a steady load where nothing waits.
struct SteadyTasks {
    double running = 0;  ///< on average
    double seconds = 0;  ///< that one takes
};
/// Share of the time with `least`, `least` + 1, .. workers under such a load.
std::vector<double> sharesOfWorkers(const TaskWorkers& workers, const SteadyTasks& tasks);
/// Workers that it has on average.
double settledWorkers(const TaskWorkers& workers, const SteadyTasks& tasks);
/// The tasks of what comes in over these.
SteadyTasks steadyTasks(const WorkflowConfig& config, const ComponentView& self,
                        const std::vector<FlowPort>& inputs, std::vector<FlowPort> outputs);

/// Whoever asks over it waits for the end of the execution, not only for its start.
bool isAnswered(const ConnectionPort& input);

}  // namespace plimsoll
