// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/canvas_view.h"

#include "app/desktop/canvas/geometry.h"
#include "app/desktop/document/edits.h"
#include "app/desktop/document/mime_types.h"
#include "app/desktop/text/format.h"

#include <QtCore/QMimeData>
#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>

#include <utility>

// What is copied and pasted.

namespace plimsoll {

void CanvasView::copySelected()
{
    const QStringList ids = m_scene.selectedIds();
    if (ids.isEmpty())
        return;
    const QByteArray text = QByteArray::fromStdString(copyItems(m_document, ids));
    auto* clipped = new QMimeData;  // the clipboard takes it
    clipped->setData(QLatin1String{kItemsMime}, text);
    clipped->setText(QString::fromUtf8(text));
    emit copied(*clipped, ids);
    QApplication::clipboard()->setMimeData(clipped);
    m_pastes = 0;
}

void CanvasView::pasteClipboard()
{
    const QMimeData* clipped = QApplication::clipboard()->mimeData();
    const bool ours = clipped && clipped->hasFormat(QLatin1String{kItemsMime});
    const QByteArray text = ours                            ? clipped->data(QLatin1String{kItemsMime})
                            : clipped && clipped->hasText() ? clipped->text().toUtf8()
                                                            : QByteArray{};
    if (text.trimmed().isEmpty()) {
        emit problem(tr("The clipboard holds nothing that could be pasted here."));
        return;
    }
    // Under the pointer while it is over the canvas, else beside what was copied.
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    QPointF offset{kGrid * 2 * (m_pastes + 1), kGrid * 2 * (m_pastes + 1)};
    const Result<ItemSet> items = pastedItems(
        m_document, std::string_view{text.constData(), static_cast<std::size_t>(text.size())}, {});
    if (!items) {
        emit problem(tr("What is on the clipboard is no part of a design: %1").arg(coreText(items.error())));
        return;
    }
    const QRectF around = boundsOf(*items);
    if (viewport()->rect().contains(pointer) && underMouse() && !around.isNull())
        offset = snapped(mapToScene(pointer) - around.center());
    ++m_pastes;
    pasteText(text, offset, tr("Paste"));
}

void CanvasView::pasteText(const QByteArray& text, QPointF offset, const QString& name)
{
    Result<ItemSet> items = pastedItems(
        m_document, std::string_view{text.constData(), static_cast<std::size_t>(text.size())}, offset);
    if (!items) {
        emit problem(coreText(items.error()));
        return;
    }
    if (!items->isEmpty())
        pushItems(std::move(*items), name);
}

void CanvasView::duplicateSelected()
{
    const QStringList ids = m_scene.selectedIds();
    if (!ids.isEmpty())
        pasteText(QByteArray::fromStdString(copyItems(m_document, ids)), {kGrid * 2, kGrid * 2},
                  tr("Duplicate"));
}

}  // namespace plimsoll
