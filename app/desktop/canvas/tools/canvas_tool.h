// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointF>
#include <QtCore/Qt>

namespace plimsoll {

/// What a drag on the canvas does, from press to release. A tool shows what would happen and pushes one command at
/// the end; cancelled, it leaves no trace.
class CanvasTool {
public:
    virtual ~CanvasTool() = default;
    virtual void move(QPointF scenePosition, Qt::KeyboardModifiers modifiers) = 0;
    virtual void release(QPointF scenePosition) = 0;
    virtual void cancel() = 0;
};

}  // namespace plimsoll
