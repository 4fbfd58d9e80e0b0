// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_accessible.h"

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/canvas/component_item.h"

#include <QtCore/QHash>
#include <QtCore/QPointer>
#include <QtGui/QAccessible>
#include <QtWidgets/QAccessibleWidget>

#include <algorithm>

namespace plimsoll {

namespace {

/// One component or connection.
class ItemAccessible final : public QAccessibleInterface {
public:
    ItemAccessible(CanvasView& view, QString id) : m_view{&view}, m_id{std::move(id)} {}
    const QString& id() const { return m_id; }
    bool isValid() const override { return m_view && item(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        const CanvasItem* found = item();
        if (!found)
            return {};
        if (kind == QAccessible::Description)
            return found->toolTip();
        if (kind != QAccessible::Name)
            return {};
        if (const auto* card = dynamic_cast<const ComponentItem*>(found))
            return card->spokenName();
        return m_view->canvas().sentenceOf(m_id);
    }
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override
    {
        const CanvasItem* found = item();
        if (!found)
            return {};
        const QRect inView = m_view->mapFromScene(found->sceneBoundingRect()).boundingRect();
        return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        if (const CanvasItem* found = item()) {
            state.selected = found->isSelected();
            state.focused = found->isSelected() && m_view->hasFocus();
        }
        return state;
    }

private:
    const CanvasItem* item() const { return m_view ? m_view->canvas().item(m_id) : nullptr; }

    QPointer<CanvasView> m_view;
    QString m_id;
};

/// The canvas with its items as children, components in reading order before connections.
class CanvasAccessible final : public QAccessibleWidget {
public:
    explicit CanvasAccessible(CanvasView& view) : QAccessibleWidget{&view, QAccessible::List}, m_view{view} {}
    ~CanvasAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_children))
            QAccessible::deleteAccessibleInterface(id);
    }
    int childCount() const override { return static_cast<int>(ids().size()); }
    QAccessibleInterface* child(int index) const override
    {
        const QStringList all = ids();
        if (index < 0 || index >= all.size())
            return nullptr;
        QAccessible::Id& known = m_children[all[index]];
        if (known == 0)
            known = QAccessible::registerAccessibleInterface(new ItemAccessible{m_view, all[index]});
        return QAccessible::accessibleInterface(known);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        const auto* item = dynamic_cast<const ItemAccessible*>(child);
        return item ? static_cast<int>(ids().indexOf(item->id())) : -1;
    }
    QAccessibleInterface* focusChild() const override
    {
        const QString selected = m_view.canvas().selectedIds().value(0);
        const int at = static_cast<int>(ids().indexOf(selected));
        return m_view.hasFocus() && at >= 0 ? child(at) : nullptr;
    }

private:
    QStringList ids() const
    {
        auto cards = m_view.canvas().componentItems();
        std::sort(cards.begin(), cards.end(), [](const ComponentItem* a, const ComponentItem* b) {
            return std::pair{a->x(), a->y()} < std::pair{b->x(), b->y()};
        });
        QStringList all;
        for (const ComponentItem* each : cards)
            all.append(each->id());
        for (const Connection& each : m_view.canvas().document().design().connections)
            if (const QString id = QString::fromStdString(each.id); m_view.canvas().item(id))
                all.append(id);  // those to other pages have no line here
        return all;
    }

    CanvasView& m_view;
    mutable QHash<QString, QAccessible::Id> m_children;
};

QAccessibleInterface* make(const QString&, QObject* object)
{
    auto* view = qobject_cast<CanvasView*>(object);
    return view ? new CanvasAccessible{*view} : nullptr;
}

}  // namespace

void makeCanvasAccessible()
{
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(once);
}

}  // namespace plimsoll
