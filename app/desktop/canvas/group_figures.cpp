// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/group_figures.h"

#include "app/desktop/canvas/overlay.h"

#include <algorithm>

namespace plimsoll {

namespace {

const Bill* billOf(const RunSession& session)
{
    const RunResult* run = session.result();
    if (run && run->bill && !session.isStale())
        return &*run->bill;
    return session.estimate().bill ? &*session.estimate().bill : nullptr;
}

}  // namespace

QHash<QString, GroupFigure> groupFigures(const DesignDocument& document, const RunSession& session)
{
    QHash<QString, GroupFigure> groups;
    const Design& design = document.design();
    if (design.groups.empty())
        return groups;
    const OverlayFigures rates{document, session, Overlay::Traffic};
    const Bill* bill = billOf(session);
    QHash<QString, QString> groupOf;
    for (const Group& group : design.groups)
        groups.insert(QString::fromStdString(group.id), {});
    for (const Component& component : design.components) {
        const auto group = groups.find(QString::fromStdString(component.group));
        if (group == groups.end())
            continue;
        groupOf.insert(QString::fromStdString(component.id), group.key());
        ++group->members;
        if (bill)
            group->monthly = group->monthly.value_or(Money{}) + bill->totalOf(component.id);
    }
    QHash<QString, double> sent;  // by sources; copies of one record count once
    for (const Connection& connection : design.connections) {
        const ConnectionFigure figure = rates.connection(QString::fromStdString(connection.id));
        const QString from = groupOf.value(QString::fromStdString(connection.from));
        const QString to = groupOf.value(QString::fromStdString(connection.to));
        if (!figure.perSecond)
            continue;
        const auto into = [&](const QString& group, double rate) {
            GroupFigure& figures = groups[group];
            figures.perSecond = figures.perSecond.value_or(0) + rate;
            figures.stale = figures.stale || figure.stale;
        };
        if (!to.isEmpty() && from != to)
            into(to, *figure.perSecond);
        const Component* sender = findComponent(design, connection.from);
        const ServiceSpec* spec = sender ? document.catalog().find(sender->service) : nullptr;
        if (from.isEmpty() || !spec || !spec->isSource)
            continue;
        double& known = sent[QString::fromStdString(connection.from)];
        if (*figure.perSecond > known)
            into(from, *figure.perSecond - known);
        known = std::max(known, *figure.perSecond);
    }
    return groups;
}

}  // namespace plimsoll
