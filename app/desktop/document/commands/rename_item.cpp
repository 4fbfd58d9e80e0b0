// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/commands/rename_item.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace plimsoll {

namespace {

/// Scenarios keep the order the user gave them.
template <class Item>
const Item* findById(const std::vector<Item>& items, const Id& id)
{
    const auto at = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return at == items.end() ? nullptr : &*at;
}

template <class Item>
Item labelled(Item item, std::string label)
{
    item.label = std::move(label);
    return item;
}

}  // namespace

RenameItem::RenameItem(DesignDocument& document, const Id& item, std::string label)
    : ExchangeItems{document, QCoreApplication::translate("Commands", "Rename")}, m_item{item}
{
    const Design& design = document.design();
    if (const Component* component = findComponent(design, item))
        put<Component>(item, labelled(*component, std::move(label)));
    else if (const Group* group = findById(design.groups, item))
        put<Group>(item, labelled(*group, std::move(label)));
    else if (const Scenario* scenario = findById(design.scenarios, item))
        put<Scenario>(item, labelled(*scenario, std::move(label)));
}

bool RenameItem::mergeWith(const QUndoCommand* other)
{
    if (m_item != static_cast<const RenameItem*>(other)->m_item)
        return false;
    setObsolete(changesNothing());
    return true;
}

}  // namespace plimsoll
