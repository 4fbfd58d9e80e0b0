// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/remove_items.h"

#include <QtCore/QCoreApplication>

#include <ranges>
#include <set>

namespace plimsoll {

namespace {

/// The scenario without anything that names one of the components.
Scenario without(Scenario scenario, const std::set<Id>& gone)
{
    const auto isGone = [&](const Id& id) { return gone.contains(id); };
    std::erase_if(scenario.traffic, [&](const auto& entry) { return isGone(entry.first); });
    std::erase_if(scenario.queries, [&](const QueryLoad& query) { return isGone(query.target); });
    std::erase_if(scenario.faults, [&](const Fault& fault) { return isGone(fault.component); });
    std::erase_if(scenario.redrives, [&](const Redrive& redrive) { return isGone(redrive.component); });
    std::erase_if(scenario.changes, [&](const ParameterChange& change) { return isGone(change.component); });
    std::erase_if(scenario.replays, [&](const Replay& replay) { return isGone(replay.connection); });
    std::erase_if(scenario.objectives,
                  [&](const Objective& objective) { return isGone(objective.component); });
    std::set<Id> goneJobs;
    std::erase_if(scenario.jobs, [&](const JobLoad& job) {
        const bool remove = isGone(job.component);
        if (remove)
            goneJobs.insert(job.id);
        return remove;
    });
    for (JobLoad& job : scenario.jobs) {
        if (isGone(job.input))
            job.input.clear();
        if (isGone(job.output))
            job.output.clear();
        if (goneJobs.contains(job.afterJob))
            job.afterJob.clear();
    }
    return scenario;
}

}  // namespace

RemoveItems::RemoveItems(DesignDocument& document, const QStringList& ids)
    : ExchangeItems{document, QCoreApplication::translate("Commands", "Delete")}
{
    std::set<Id> gone;
    for (const QString& id : ids)
        gone.insert(id.toStdString());

    const Design& design = document.design();
    // What goes with a component is gone, too, for what names it.
    std::set<Id> named = gone;
    for (const Connection& connection : design.connections) {
        if (gone.contains(connection.from) || gone.contains(connection.to))
            named.insert(connection.id);
    }
    for (const Scenario& scenario : design.scenarios) {
        if (Scenario rest = without(scenario, named); rest != scenario)
            put<Scenario>(scenario.id, std::move(rest));
    }
    // From the last id to the first: what goes leaves nothing behind it to move up, nor to move back on undo.
    for (const Connection& connection : design.connections | std::views::reverse) {
        if (gone.contains(connection.id) || gone.contains(connection.from) || gone.contains(connection.to))
            put<Connection>(connection.id, std::nullopt);
    }
    for (const Component& component : design.components | std::views::reverse) {
        if (gone.contains(component.id)) {
            put<Component>(component.id, std::nullopt);
        } else if (gone.contains(component.group)) {
            Component freed = component;
            freed.group.clear();
            put<Component>(component.id, std::move(freed));
        }
    }
    for (const Note& note : design.notes) {
        if (gone.contains(note.id))
            put<Note>(note.id, std::nullopt);
    }
    for (const Group& group : design.groups) {
        if (gone.contains(group.id))
            put<Group>(group.id, std::nullopt);
    }
}

}  // namespace plimsoll
