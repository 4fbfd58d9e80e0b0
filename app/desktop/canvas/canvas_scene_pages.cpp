// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_scene.h"

#include "app/desktop/canvas/component_item.h"
#include "app/desktop/canvas/connection_item.h"
#include "app/desktop/canvas/frame_items.h"
#include "app/desktop/canvas/page_reference.h"

#include <algorithm>
#include <set>
#include <utility>

// Which page is looked at, and the marks of lines that lead to others.

namespace plimsoll {

bool CanvasScene::isOnPage(const std::string& itemExtraJson) const
{
    return !m_pages.any() || m_pages.of(itemExtraJson) == m_page;
}

const Id& CanvasScene::pageWanted() const
{
    return m_onlyPage ? *m_onlyPage : m_document.currentPage();
}

void CanvasScene::showWhatChanged()
{
    const Design& design = m_document.design();
    const Pages pages{design};
    const std::shared_ptr<const Design> before =
        std::exchange(m_seen, pages.any() ? m_document.snapshot() : nullptr);
    if (!before || m_onlyPage)
        return;
    const std::set<Id> touched = pagesTouched(*before, design);
    if (!touched.empty() && !touched.contains(pages.known(m_document.currentPage())))
        m_document.setCurrentPage(*touched.begin());
}

void CanvasScene::showOnly(const Id& page)
{
    m_onlyPage = page;
    rebuild();
}

void CanvasScene::followPages()
{
    const Design& design = m_document.design();
    const Pages now{design};
    const auto agrees = [&](const auto& items, const auto& shown) {
        return std::all_of(items.begin(), items.end(), [&](const auto& each) {
            return shown.contains(QString::fromStdString(each.id))
                   == (!now.any() || now.of(each.extraJson) == now.known(pageWanted()));
        });
    };
    // Another line style or name of a page leaves everything where it is.
    if (now.known(pageWanted()) == m_page && agrees(design.components, m_components)
        && agrees(design.groups, m_groups) && agrees(design.notes, m_notes)) {
        m_pages = now;
        showReferences();
        return;
    }
    rebuild();
    emit selectedIdsChanged({});
}

void CanvasScene::showReferences()
{
    qDeleteAll(m_references);
    m_references.clear();
    if (!m_pages.any())
        return;
    const Design& design = m_document.design();
    QHash<std::pair<const ComponentItem*, bool>, int> places;
    for (const Connection& connection : design.connections) {
        ComponentItem* from = m_components.value(QString::fromStdString(connection.from));
        ComponentItem* to = m_components.value(QString::fromStdString(connection.to));
        if ((from == nullptr) == (to == nullptr))
            continue;
        const bool leaves = from != nullptr;
        ComponentItem* here = leaves ? from : to;
        const Component* other = findComponent(design, leaves ? connection.to : connection.from);
        if (!other || !here->isVisible())
            continue;
        const Id page = m_pages.of(other->extraJson);
        QString pageLabel;
        for (const DrawnPage& each : m_pages.list())
            if (each.id == page)
                pageLabel = QString::fromStdString(each.label);
        m_references.append(new PageReference{*here, QString::fromStdString(other->id),
                                              QString::fromStdString(labelOf(design, other->id)), pageLabel,
                                              leaves, places[{here, leaves}]++});
    }
}

}  // namespace plimsoll
