// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/canvas/canvas_view.h"
#include "app/desktop/canvas/component_item.h"
#include "app/desktop/document/commands/add_items.h"
#include "app/desktop/document/edits.h"
#include "simulator/services/builtin_services.h"

#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>

namespace plimsoll::tests {

inline const ServiceLibrary& library()
{
    static const ServiceLibrary services = builtinServices();
    return services;
}

/// A canvas of its own, shown offscreen, with the gestures of a mouse.
struct CanvasFixture {
    CanvasFixture()
    {
        view.resize(1200, 800);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
    }

    QString add(const char* service, double x, double y)
    {
        ItemSet items = newComponent(document, *document.catalog().find(service), {x, y});
        const QString id = QString::fromStdString(items.components.front().id);
        document.undoStack().push(new AddItems{document, std::move(items)});
        return id;
    }
    const ComponentItem& card(const QString& id) const
    {
        return *dynamic_cast<ComponentItem*>(view.canvas().item(id));
    }
    QPoint at(QPointF scene) const { return view.mapFromScene(scene); }
    QPoint centreOf(const QString& id) const { return at(card(id).mapToScene(card(id).card().center())); }
    QPoint outputOf(const QString& id, const QString& port = {}) const
    {
        return at(card(id).mapToScene(card(id).output(port).position));
    }
    QPoint inputOf(const QString& id) const { return at(card(id).input()); }

    void press(QPoint where) { QTest::mousePress(view.viewport(), Qt::LeftButton, {}, where); }
    void moveTo(QPoint where)
    {
        // With the button held, as a real drag sends it; QTest's own moves carry no buttons offscreen.
        QMouseEvent event{QEvent::MouseMove, where,          view.viewport()->mapToGlobal(where),
                          Qt::NoButton,      Qt::LeftButton, {}};
        QApplication::sendEvent(view.viewport(), &event);
    }
    void release(QPoint where) { QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, where); }
    void drag(QPoint from, QPoint to)
    {
        press(from);
        for (int step = 1; step <= 8; ++step)
            moveTo(from + (to - from) * step / 8);
        release(to);
    }

    /// As the palette's drag arrives; returns the id of what was made.
    QString drop(const char* service, QPoint where)
    {
        QMimeData mime;
        mime.setData(QLatin1String{kServiceMime}, service);
        QDragEnterEvent enter{where, Qt::CopyAction, &mime, Qt::LeftButton, {}};
        QApplication::sendEvent(view.viewport(), &enter);
        QDropEvent event{where, Qt::CopyAction, &mime, Qt::LeftButton, {}};
        QApplication::sendEvent(view.viewport(), &event);
        return view.canvas().selectedIds().value(0);
    }

    DesignDocument document{library()};
    RunSession session{document};
    mutable CanvasView view{document, session};
};

}  // namespace plimsoll::tests
