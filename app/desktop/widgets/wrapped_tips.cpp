// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/wrapped_tips.h"

#include <QtCore/QEvent>
#include <QtGui/QCursor>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

#include <algorithm>

namespace plimsoll {

WrappedTips::WrappedTips(QObject* parent) : QObject{parent}
{
    qApp->installEventFilter(this);
}

bool WrappedTips::eventFilter(QObject* watched, QEvent* event)
{
    // A tip that is already there is sized anew for its next text; a new one is sized before it is shown.
    const bool sized = event->type() == QEvent::Show || event->type() == QEvent::Resize;
    if (sized && !m_wrapping && watched->inherits("QTipLabel")) {
        m_wrapping = true;
        wrap(*static_cast<QLabel*>(watched));
        m_wrapping = false;
    }
    return QObject::eventFilter(watched, event);
}

void WrappedTips::wrap(QLabel& tip)
{
    if (tip.width() <= kWidest)
        return;
    tip.setWordWrap(true);
    tip.resize(kWidest, tip.heightForWidth(kWidest));
    const QRect screen = tip.screen()->availableGeometry();
    constexpr QPoint kBelowPointer{2, 18};
    const QPoint wanted = QCursor::pos() + kBelowPointer;
    const int left = std::clamp(wanted.x(), screen.left(), std::max(screen.left(), screen.right() - kWidest));
    // Above the pointer where there is no room below it.
    const int top = wanted.y() + tip.height() <= screen.bottom()
                        ? wanted.y()
                        : std::max(screen.top(), QCursor::pos().y() - tip.height() - kBelowPointer.x());
    tip.move(left, top);
}

}  // namespace plimsoll
