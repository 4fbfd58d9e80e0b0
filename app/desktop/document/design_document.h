// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/design/design.h"
#include "model/support/error.h"
#include "simulator/services/service_library.h"

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtGui/QUndoStack>

#include <memory>
#include <optional>
#include <vector>

namespace plimsoll {

/// The open design. Views never change it: they push a command (document/commands/), the command exchanges items
/// here, and the document says by id what changed. A snapshot is an immutable copy that a run may keep.
class DesignDocument final : public QObject {
    Q_OBJECT
public:
    explicit DesignDocument(const ServiceLibrary& library, QObject* parent = nullptr);

    /// The same object for the document's whole life; what is in it changes with every command.
    const Design& design() const { return m_design; }
    std::shared_ptr<const Design> snapshot() const;
    /// Grows with every change; a result of another revision is stale.
    quint64 revision() const { return m_revision; }
    const ServiceLibrary& library() const { return m_library; }
    const ServiceCatalog& catalog() const { return m_library.catalog(); }
    QUndoStack& undoStack() { return m_undoStack; }

    /// What changes while one of these lives is told of item by item, groups and notes and the new revision once, at
    /// its end. Views that show the whole wait for that.
    class Batch {
    public:
        explicit Batch(DesignDocument& document) : m_document{document} { ++document.m_batches; }
        ~Batch() { m_document.endBatch(); }
        Batch(const Batch&) = delete;
        Batch& operator=(const Batch&) = delete;

    private:
        DesignDocument& m_document;
    };
    bool isInBatch() const { return m_batches > 0; }

    QString filePath() const { return m_filePath; }
    bool isModified() const { return !m_undoStack.isClean(); }
    /// Replaces everything and forgets the undo history; `filePath` may be empty (new or template).
    void replace(Design design, const QString& filePath);
    /// On error the open design is untouched. Warnings of the load are returned.
    Result<std::vector<std::string>> open(const QString& filePath);
    Status save(const QString& filePath);

    /// The scenario that Run, price and charts are about.
    ScenarioId currentScenario() const { return m_currentScenario; }
    void setCurrentScenario(const ScenarioId& id);

    /// The page that is looked at, by the id of a page of the drawing; one that is gone stands for the first.
    const Id& currentPage() const { return m_currentPage; }
    void setCurrentPage(const Id& page);

    // For commands only: put `value` (nothing = remove) in the place of the item with this id; returns what was there.
    std::optional<Component> exchange(const ComponentId& id, std::optional<Component> value);
    std::optional<Connection> exchange(const ConnectionId& id, std::optional<Connection> value);
    std::optional<Group> exchange(const Id& id, std::optional<Group> value);
    std::optional<Note> exchange(const Id& id, std::optional<Note> value);
    std::optional<Scenario> exchange(const ScenarioId& id, std::optional<Scenario> value);
    /// Title and region.
    void exchangeHeader(std::string& title, std::string& region);
    /// What the design says beside its items, such as how lines are drawn.
    void exchangeExtra(std::string& extraJson);

Q_SIGNALS:
    void designReplaced();
    void componentAdded(const QString& id);
    void componentChanged(const QString& id);
    void componentRemoved(const QString& id);
    void connectionAdded(const QString& id);
    void connectionChanged(const QString& id);
    void connectionRemoved(const QString& id);
    void groupsChanged();
    void notesChanged();
    void scenarioChanged(const QString& id);
    void headerChanged();
    void extraChanged();
    void currentScenarioChanged();
    void currentPageChanged();
    void saved();
    /// After any of the above.
    void revisionChanged(quint64 revision);

private:
    template <class Item>
    std::optional<Item> exchangeIn(std::vector<Item> Design::*items, const Id& id, std::optional<Item> value);
    Design& writable();
    void bumpRevision();
    void endBatch();

    const ServiceLibrary& m_library;
    Design m_design;
    mutable std::shared_ptr<const Design> m_snapshot;  ///< of the present state, made when first asked for
    quint64 m_revision = 0;
    int m_batches = 0;
    bool m_bumped = false, m_groupsTouched = false, m_notesTouched = false;  ///< within the batch
    QString m_filePath;
    ScenarioId m_currentScenario;
    Id m_currentPage;
    QUndoStack m_undoStack;
};

}  // namespace plimsoll
