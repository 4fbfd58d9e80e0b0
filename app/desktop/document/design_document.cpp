// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/design_document.h"

#include "app/desktop/document/edits.h"
#include "model/serialization/design_file.h"

#include <QtCore/QFileInfo>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

namespace plimsoll {

namespace {

std::filesystem::path toPath(const QString& file)
{
    return std::filesystem::path{file.toStdU16String()};
}

}  // namespace

DesignDocument::DesignDocument(const ServiceLibrary& library, QObject* parent)
    : QObject{parent}, m_library{library}
{}

std::shared_ptr<const Design> DesignDocument::snapshot() const
{
    if (!m_snapshot)
        m_snapshot = std::make_shared<const Design>(m_design);
    return m_snapshot;
}

Design& DesignDocument::writable()
{
    // Whoever holds a snapshot keeps it; as long as nobody asks for one, moving a hundred items copies nothing.
    m_snapshot.reset();
    return m_design;
}

void DesignDocument::bumpRevision()
{
    if (m_batches > 0)
        m_bumped = true;
    else
        emit revisionChanged(++m_revision);
}

void DesignDocument::endBatch()
{
    if (--m_batches > 0)
        return;
    if (std::exchange(m_groupsTouched, false))
        emit groupsChanged();
    if (std::exchange(m_notesTouched, false))
        emit notesChanged();
    if (std::exchange(m_bumped, false))
        bumpRevision();
}

void DesignDocument::replace(Design design, const QString& filePath)
{
    m_undoStack.clear();
    // exchange() finds items by bisection, so sortedness is established here for designs made in code, too.
    const auto byId = [](const auto& a, const auto& b) { return a.id < b.id; };
    std::sort(design.components.begin(), design.components.end(), byId);
    std::sort(design.connections.begin(), design.connections.end(), byId);
    std::sort(design.groups.begin(), design.groups.end(), byId);
    std::sort(design.notes.begin(), design.notes.end(), byId);
    const ScenarioId first = design.scenarios.empty() ? ScenarioId{} : design.scenarios.front().id;
    std::sort(design.scenarios.begin(), design.scenarios.end(), byId);
    writable() = std::move(design);
    m_filePath = filePath;
    m_currentScenario = first;
    m_currentPage.clear();
    emit designReplaced();
    bumpRevision();
}

Result<std::vector<std::string>> DesignDocument::open(const QString& filePath)
{
    const QString absolute = QFileInfo{filePath}.absoluteFilePath();
    Result<LoadedDesign> loaded = loadDesignFile(toPath(absolute), catalog());
    if (!loaded)
        return loaded.error();
    std::vector<std::string> warnings = std::move(loaded->warnings);
    std::vector<std::string> moved = bringBack(loaded->design);
    replace(std::move(loaded->design), absolute);
    if (!moved.empty())
        m_undoStack.resetClean();  // what is shown is not what the file says
    warnings.insert(warnings.end(), std::make_move_iterator(moved.begin()),
                    std::make_move_iterator(moved.end()));
    return warnings;
}

Status DesignDocument::save(const QString& filePath)
{
    const QString absolute = QFileInfo{filePath}.absoluteFilePath();
    if (Status status = saveFileAtomically(toPath(absolute), writeDesign(m_design)); !status)
        return status.error();
    m_filePath = absolute;
    m_undoStack.setClean();
    emit saved();
    return Done{};
}

void DesignDocument::setCurrentScenario(const ScenarioId& id)
{
    if (id == m_currentScenario)
        return;
    m_currentScenario = id;
    emit currentScenarioChanged();
}

void DesignDocument::setCurrentPage(const Id& page)
{
    if (page == m_currentPage)
        return;
    m_currentPage = page;
    emit currentPageChanged();
}

template <class Item>
std::optional<Item> DesignDocument::exchangeIn(std::vector<Item> Design::*items, const Id& id,
                                               std::optional<Item> value)
{
    std::vector<Item>& all = writable().*items;
    const auto at = std::lower_bound(all.begin(), all.end(), id,
                                     [](const Item& item, const Id& wanted) { return item.id < wanted; });
    const bool present = at != all.end() && at->id == id;
    std::optional<Item> before;
    if (present)
        before = std::move(*at);
    if (value && present)
        *at = std::move(*value);
    else if (value)
        all.insert(at, std::move(*value));
    else if (present)
        all.erase(at);
    return before;
}

std::optional<Component> DesignDocument::exchange(const ComponentId& id, std::optional<Component> value)
{
    const bool hasNow = value.has_value();
    std::optional<Component> before = exchangeIn(&Design::components, id, std::move(value));
    const QString name = QString::fromStdString(id);
    if (hasNow && before)
        emit componentChanged(name);
    else if (hasNow)
        emit componentAdded(name);
    else if (before)
        emit componentRemoved(name);
    bumpRevision();
    return before;
}

std::optional<Connection> DesignDocument::exchange(const ConnectionId& id, std::optional<Connection> value)
{
    const bool hasNow = value.has_value();
    std::optional<Connection> before = exchangeIn(&Design::connections, id, std::move(value));
    const QString name = QString::fromStdString(id);
    if (hasNow && before)
        emit connectionChanged(name);
    else if (hasNow)
        emit connectionAdded(name);
    else if (before)
        emit connectionRemoved(name);
    bumpRevision();
    return before;
}

std::optional<Group> DesignDocument::exchange(const Id& id, std::optional<Group> value)
{
    std::optional<Group> before = exchangeIn(&Design::groups, id, std::move(value));
    if (m_batches > 0)
        m_groupsTouched = true;
    else
        emit groupsChanged();
    bumpRevision();
    return before;
}

std::optional<Note> DesignDocument::exchange(const Id& id, std::optional<Note> value)
{
    std::optional<Note> before = exchangeIn(&Design::notes, id, std::move(value));
    if (m_batches > 0)
        m_notesTouched = true;
    else
        emit notesChanged();
    bumpRevision();
    return before;
}

std::optional<Scenario> DesignDocument::exchange(const ScenarioId& id, std::optional<Scenario> value)
{
    std::optional<Scenario> before = exchangeIn(&Design::scenarios, id, std::move(value));
    emit scenarioChanged(QString::fromStdString(id));
    // The current scenario names one that exists, or nothing when there is none.
    if (!findScenario(m_design, m_currentScenario) || m_currentScenario.empty())
        setCurrentScenario(m_design.scenarios.empty() ? ScenarioId{} : m_design.scenarios.front().id);
    bumpRevision();
    return before;
}

void DesignDocument::exchangeHeader(std::string& title, std::string& region)
{
    Design& design = writable();
    std::swap(design.title, title);
    std::swap(design.region, region);
    emit headerChanged();
    bumpRevision();
}

void DesignDocument::exchangeExtra(std::string& extraJson)
{
    std::swap(writable().extraJson, extraJson);
    emit extraChanged();
    bumpRevision();
}

}  // namespace plimsoll
