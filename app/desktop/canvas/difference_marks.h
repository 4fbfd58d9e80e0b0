// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_difference.h"

#include <QtCore/QRectF>
#include <QtCore/QString>

#include <memory>
#include <vector>

class QPainter;

namespace plimsoll {

class CanvasScene;

/// What the open design has differently from another one, drawn over the canvas: what was added, changed, and, where
/// it was, what is gone.
class DifferenceMarks {
public:
    /// `before` null: nothing is marked.
    void set(std::shared_ptr<const Design> before, std::vector<ItemDifference> differences);
    bool isEmpty() const { return !m_before || m_differences.empty(); }
    void paint(QPainter& painter, const CanvasScene& scene) const;
    /// Where something that is gone was; null for what is still there.
    QRectF placeOfRemoved(const QString& id) const;

private:
    std::shared_ptr<const Design> m_before;
    std::vector<ItemDifference> m_differences;
};

}  // namespace plimsoll
