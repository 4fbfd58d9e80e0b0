// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/group_kinds.h"

#include <QtCore/QCoreApplication>

namespace plimsoll {

std::vector<GroupKind> groupKinds()
{
    const auto tr = [](const char* text) { return QCoreApplication::translate("plimsoll", text); };
    return {{"group", tr("Group")},
            {"branch", tr("Branch of a comparison")},
            {"account", tr("Account")},
            {"region", tr("Region")},
            {"availability-zone", tr("Availability Zone")},
            {"vpc", tr("VPC")},
            {"public-subnet", tr("Public subnet")},
            {"private-subnet", tr("Private subnet")},
            {"auto-scaling-group", tr("Auto Scaling group")},
            {"on-premises", tr("On premises")},
            {"domain", tr("Domain")}};
}

QString groupKindName(const std::string& id)
{
    for (const GroupKind& each : groupKinds())
        if (each.id == id)
            return each.name;
    return QString::fromStdString(id);
}

}  // namespace plimsoll
