// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/group_figures.h"

#include "app/desktop/canvas/overlay.h"

#include <QtCore/QRectF>

#include <algorithm>
#include <utility>

namespace plimsoll {

namespace {

const Bill* billOf(const RunSession& session)
{
    const RunResult* run = session.result();
    if (run && run->bill && !session.isStale())
        return &*run->bill;
    return session.estimate().bill ? &*session.estimate().bill : nullptr;
}

/// The frame and those that are drawn round it.
QStringList framesAround(const Design& design, const QString& id)
{
    QStringList around{id};
    const std::string own = id.toStdString();
    const auto inner = std::find_if(design.groups.begin(), design.groups.end(),
                                    [&](const Group& each) { return each.id == own; });
    if (inner == design.groups.end())
        return around;
    const QRectF rect{inner->position.x, inner->position.y, inner->width, inner->height};
    for (const Group& each : design.groups)
        if (each.id != own && each.width > inner->width
            && QRectF{each.position.x, each.position.y, each.width, each.height}.contains(rect))
            around.append(QString::fromStdString(each.id));
    return around;
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
    QHash<QString, QStringList> groupsOf;  ///< the frame of each component and those round it
    for (const Group& group : design.groups)
        groups.insert(QString::fromStdString(group.id), {});
    for (const Component& component : design.components) {
        const auto group = groups.find(QString::fromStdString(component.group));
        if (group == groups.end())
            continue;
        QStringList& around = groupsOf[QString::fromStdString(component.id)];
        around = framesAround(design, group.key());
        for (const QString& id : std::as_const(around)) {
            GroupFigure& figures = groups[id];
            ++figures.members;
            if (bill)
                figures.monthly = figures.monthly.value_or(Money{}) + bill->totalOf(component.id);
        }
    }
    QHash<QString, double> sent;  // by sources; copies of one record count once
    for (const Connection& connection : design.connections) {
        const ConnectionFigure figure = rates.connection(QString::fromStdString(connection.id));
        const QStringList from = groupsOf.value(QString::fromStdString(connection.from));
        const QStringList to = groupsOf.value(QString::fromStdString(connection.to));
        if (!figure.perSecond)
            continue;
        const auto into = [&](const QString& group, double rate) {
            GroupFigure& figures = groups[group];
            figures.perSecond = figures.perSecond.value_or(0) + rate;
            figures.stale = figures.stale || figure.stale;
        };
        for (const QString& id : to)
            if (!from.contains(id))
                into(id, *figure.perSecond);
        const Component* sender = findComponent(design, connection.from);
        const ServiceSpec* spec = sender ? document.catalog().find(sender->service) : nullptr;
        if (from.isEmpty() || !spec || !spec->isSource)
            continue;
        double& known = sent[QString::fromStdString(connection.from)];
        for (const QString& id : from)
            if (*figure.perSecond > known)
                into(id, *figure.perSecond - known);
        known = std::max(known, *figure.perSecond);
    }
    return groups;
}

}  // namespace plimsoll
