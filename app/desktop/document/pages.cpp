// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/pages.h"

#include "app/desktop/document/commands/remove_items.h"
#include "app/desktop/document/commands/set_drawing.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <set>

namespace plimsoll {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Pages)
};

auto findPage(std::vector<DrawnPage>& pages, const Id& id)
{
    return std::find_if(pages.begin(), pages.end(), [&](const DrawnPage& each) { return each.id == id; });
}

void setPage(std::string& itemExtraJson, const Id& page)
{
    ItemDrawing drawing = drawingOf(itemExtraJson);
    if (drawing.page == page)
        return;
    drawing.page = page;
    itemExtraJson = withDrawing(itemExtraJson, drawing);
}

template <class Do>
void forEachItem(Design& design, Do each)
{
    for (Component& item : design.components)
        each(item);
    for (Group& item : design.groups)
        each(item);
    for (Note& item : design.notes)
        each(item);
}

/// The design with every item saying its page, so that no other order of the pages moves it.
Design withPagesSaid(const Design& design)
{
    Design said = design;
    const Pages pages{design};
    forEachItem(said, [&](auto& item) { setPage(item.extraJson, pages.of(item.extraJson)); });
    return said;
}

Id freePage(const std::vector<DrawnPage>& pages)
{
    for (std::size_t number = 1;; ++number) {
        Id id = "page-" + std::to_string(number);
        if (std::none_of(pages.begin(), pages.end(), [&](const DrawnPage& each) { return each.id == id; }))
            return id;
    }
}

std::string firstLabel(const Id& id)
{
    // "page-2" is called "Page 2", in the reader's language.
    return Words::tr("Page %1").arg(QString::fromStdString(id.substr(5))).toStdString();
}

void push(DesignDocument& document, const Design& after, const QString& text)
{
    // What changes nothing is no step.
    if (!(after == document.design()))
        document.undoStack().push(new ChangePages{document, after, text});
}

}  // namespace

Id Pages::known(const Id& page) const
{
    for (const DrawnPage& each : m_pages)
        if (each.id == page)
            return page;
    return m_pages.empty() ? Id{} : m_pages.front().id;
}

Id Pages::ofItem(const Design& design, const Id& item) const
{
    return any() ? known(drawingOfItem(design, item).page) : Id{};
}

std::set<Id> pagesTouched(const Design& before, const Design& after)
{
    const Pages pages{after};
    std::set<Id> touched;
    const auto compare = [&](const auto& was, const auto& now, const auto& pageOf) {
        const auto note = [&](const auto& item) {
            // A page that is gone is nowhere to go.
            const Id page = pageOf(item);
            if (!page.empty() && pages.known(page) == page)
                touched.insert(page);
        };
        // Both are in the order of their ids.
        auto a = was.begin();
        auto b = now.begin();
        while (a != was.end() || b != now.end()) {
            if (b == now.end() || (a != was.end() && a->id < b->id)) {
                note(*a++);
            } else if (a == was.end() || b->id < a->id) {
                note(*b++);
            } else {
                if (!(*a == *b)) {
                    note(*a);
                    note(*b);
                }
                ++a;
                ++b;
            }
        }
    };
    const auto said = [](const auto& item) { return drawingOf(item.extraJson).page; };
    compare(before.components, after.components, said);
    compare(before.groups, after.groups, said);
    compare(before.notes, after.notes, said);
    // What goes or comes takes its connections along, which reach other pages, too.
    if (!touched.empty())
        return touched;
    // A connection is seen from where it starts.
    compare(before.connections, after.connections, [&](const Connection& each) {
        const Component* from = findComponent(after, each.from);
        return from ? said(*from) : Id{};
    });
    return touched;
}

std::string onPage(const std::string& itemExtraJson, const Id& page)
{
    std::string extraJson = itemExtraJson;
    if (!page.empty() && drawingOf(extraJson).page.empty())
        setPage(extraJson, page);
    return extraJson;
}

ChangePages::ChangePages(DesignDocument& document, const Design& after, const QString& text)
    : ExchangeItems{document, text}, m_extraJson{after.extraJson}
{
    const auto exchangeChanged = [&](const auto& before, const auto& items) {
        for (std::size_t at = 0; at < items.size(); ++at)
            if (!(items[at] == before[at]))
                put<std::decay_t<decltype(items[at])>>(items[at].id, items[at]);
    };
    // Items neither come nor go here, they only say another page.
    exchangeChanged(document.design().components, after.components);
    exchangeChanged(document.design().groups, after.groups);
    exchangeChanged(document.design().notes, after.notes);
}

void ChangePages::redo()
{
    const DesignDocument::Batch batch{document()};
    document().exchangeExtra(m_extraJson);
    ExchangeItems::redo();
}

void ChangePages::undo()
{
    const DesignDocument::Batch batch{document()};
    ExchangeItems::undo();
    document().exchangeExtra(m_extraJson);
}

Id addPage(DesignDocument& document)
{
    std::vector<DrawnPage> pages = pagesOf(document.design().extraJson);
    if (pages.size() >= kMostPages)
        return {};
    Design after = document.design();
    if (pages.empty()) {
        const Id first = freePage(pages);
        pages.push_back({first, firstLabel(first)});
        forEachItem(after, [&](auto& item) { setPage(item.extraJson, first); });
    }
    const Id made = freePage(pages);
    pages.push_back({made, firstLabel(made)});
    after.extraJson = withPages(after.extraJson, pages);
    push(document, after, Words::tr("Add page"));
    document.setCurrentPage(made);
    return made;
}

void renamePage(DesignDocument& document, const Id& page, const QString& label)
{
    std::vector<DrawnPage> pages = pagesOf(document.design().extraJson);
    const auto at = findPage(pages, page);
    std::string text = label.trimmed().left(60).toStdString();
    if (at == pages.end() || text.empty() || at->label == text)
        return;
    at->label = std::move(text);
    Design after = document.design();
    after.extraJson = withPages(after.extraJson, pages);
    push(document, after, Words::tr("Rename page"));
}

void movePage(DesignDocument& document, std::size_t from, std::size_t to)
{
    std::vector<DrawnPage> pages = pagesOf(document.design().extraJson);
    if (from >= pages.size() || to >= pages.size() || from == to)
        return;
    const DrawnPage moved = pages[from];
    pages.erase(pages.begin() + static_cast<std::ptrdiff_t>(from));
    pages.insert(pages.begin() + static_cast<std::ptrdiff_t>(to), moved);
    Design after = withPagesSaid(document.design());
    after.extraJson = withPages(after.extraJson, pages);
    push(document, after, Words::tr("Move page"));
}

void removePage(DesignDocument& document, const Id& page)
{
    const Design& design = document.design();
    std::vector<DrawnPage> pages = pagesOf(design.extraJson);
    const auto at = findPage(pages, page);
    if (at == pages.end() || pages.size() < 2)
        return;
    const Pages before{design};
    QStringList gone;
    Design copy = design;
    forEachItem(copy, [&](const auto& item) {
        if (before.of(item.extraJson) == page)
            gone.append(QString::fromStdString(item.id));
    });
    pages.erase(at);
    QUndoStack& stack = document.undoStack();
    stack.beginMacro(Words::tr("Delete page"));
    if (!gone.isEmpty())
        stack.push(new RemoveItems{document, gone});
    Design after = withPagesSaid(document.design());
    if (pages.size() == 1) {
        pages.clear();
        forEachItem(after, [](auto& item) { setPage(item.extraJson, {}); });
    }
    after.extraJson = withPages(after.extraJson, pages);
    push(document, after, Words::tr("Delete page"));
    stack.endMacro();
}

void moveToPage(DesignDocument& document, const QStringList& items, const Id& page)
{
    std::set<Id> moved;
    for (const QString& each : items)
        moved.insert(each.toStdString());
    Design after = document.design();
    // Who leaves the frame behind is still part of what it stands for: no number depends on pages.
    for (const Component& each : after.components)
        if (moved.contains(each.group))
            moved.insert(each.id);
    forEachItem(after, [&](auto& item) {
        if (moved.contains(item.id))
            setPage(item.extraJson, page);
    });
    push(document, after, Words::tr("Move to another page"));
}

}  // namespace plimsoll
