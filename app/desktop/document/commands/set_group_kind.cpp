// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/set_group_kind.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace plimsoll {

SetGroupKind::SetGroupKind(DesignDocument& document, const Id& group, std::string kind)
    : ExchangeItems{document, QCoreApplication::translate("Commands", "Change kind of group")}
{
    const std::vector<Group>& groups = document.design().groups;
    const auto at =
        std::find_if(groups.begin(), groups.end(), [&](const Group& each) { return each.id == group; });
    if (at == groups.end())
        return;
    Group changed = *at;
    changed.kind = std::move(kind);
    put<Group>(group, std::move(changed));
}

}  // namespace plimsoll
