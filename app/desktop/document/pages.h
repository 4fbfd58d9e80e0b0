// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/commands/exchange_items.h"
#include "model/serialization/item_drawing.h"

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

#include <set>

namespace plimsoll {

/// Which page each item of a design is on. A design without pages is one, and asking costs nothing then.
class Pages {
public:
    explicit Pages(const Design& design) : m_pages{pagesOf(design.extraJson)} {}
    const std::vector<DrawnPage>& list() const { return m_pages; }
    bool any() const { return !m_pages.empty(); }
    /// The page of that id, or the first where there is no such page; empty without pages.
    Id known(const Id& page) const;
    /// Of what an item says about itself.
    Id of(const std::string& itemExtraJson) const
    {
        return any() ? known(drawingOf(itemExtraJson).page) : Id{};
    }
    /// Of a component, group or note.
    Id ofItem(const Design& design, const Id& item) const;

private:
    std::vector<DrawnPage> m_pages;
};

/// The pages of the items that one of the designs has and the other has not, or has differently; of connections, where
/// only those changed.
std::set<Id> pagesTouched(const Design& before, const Design& after);

/// The item with the page it belongs to where it does not say it, for what is added to the page that is looked at.
std::string onPage(const std::string& itemExtraJson, const Id& page);

/// The pages and what is on them, in one undoable step.
class ChangePages final : public ExchangeItems {
public:
    ChangePages(DesignDocument& document, const Design& after, const QString& text);
    void redo() override;
    void undo() override;

private:
    std::string m_extraJson;  ///< the one not in the document at present
};

// What can be done with pages; each is one step.
/// Another page behind the others; where there was none, what is there becomes the first. Its id.
Id addPage(DesignDocument& document);
void renamePage(DesignDocument& document, const Id& page, const QString& label);
void movePage(DesignDocument& document, std::size_t from, std::size_t to);
/// With all that is on it. When one page is left, the design is as one without pages.
void removePage(DesignDocument& document, const Id& page);
/// What a frame holds goes along; what leaves its frame behind stays part of it.
void moveToPage(DesignDocument& document, const QStringList& items, const Id& page);

}  // namespace plimsoll
