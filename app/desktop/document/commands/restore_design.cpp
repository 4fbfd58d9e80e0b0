// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/restore_design.h"
#include "app/desktop/document/commands/find_in.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace plimsoll {

RestoreDesign::RestoreDesign(DesignDocument& document, const Design& before)
    : RestoreDesign{document, before,
                    QCoreApplication::translate("Commands", "Bring back the design of a run")}
{}

RestoreDesign::RestoreDesign(DesignDocument& document, const Design& before, const QString& text)
    : ExchangeItems{document, text}
{
    const Design& now = document.design();
    const auto removeGone = [&](const auto& items, const auto& wanted) {
        for (const auto& item : items)
            if (!findIn(wanted, item.id))
                put<std::decay_t<decltype(item)>>(item.id, std::nullopt);
    };
    const auto bringBack = [&](const auto& items, const auto& wanted) {
        for (const auto& item : wanted)
            if (const auto* present = findIn(items, item.id); !present || *present != item)
                put<std::decay_t<decltype(item)>>(item.id, item);
    };
    // Connections leave before their ends do and come after them.
    removeGone(now.connections, before.connections);
    removeGone(now.components, before.components);
    removeGone(now.groups, before.groups);
    removeGone(now.notes, before.notes);
    bringBack(now.groups, before.groups);
    bringBack(now.notes, before.notes);
    bringBack(now.components, before.components);
    bringBack(now.connections, before.connections);
    bringBack(now.scenarios, before.scenarios);
    removeGone(now.scenarios, before.scenarios);
}

}  // namespace plimsoll
