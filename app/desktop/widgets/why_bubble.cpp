// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/why_bubble.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/widgets/scroll_column.h"

#include <QtGui/QScreen>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace plimsoll {

namespace {

constexpr int kWide = 380;
constexpr int kMostHigh = 360;

}  // namespace

WhyBubble::WhyBubble(const Derivation& derivation, FieldFinder fields, QWidget* parent)
    : QFrame{parent, Qt::Popup}, m_view{new DerivationView}
{
    setObjectName(QStringLiteral("why"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setFocusPolicy(Qt::StrongFocus);
    setStyleSheet(
        QStringLiteral("QFrame#why { background-color: %1; border: 1px solid %2; border-radius: 8px; }"
                       "QTreeWidget { background: transparent; border: none; }"
                       "QTreeView::branch, QTreeView::branch:selected, QTreeView::branch:hover"
                       " { background-color: transparent; }")
            .arg(style::colour("surfaceRaised").name(), style::colour("borderStrong").name()));
    m_view->setFieldFinder(std::move(fields));
    m_view->setDerivation(derivation);
    auto* scroll = new ScrollColumn;
    scroll->setWidget(m_view);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(8, 8, 4, 8);
    layout->addWidget(scroll);
    connect(m_view, &DerivationView::fieldActivated, this, [this](const QString& link) {
        emit linkActivated(link);
        close();
    });
}

void WhyBubble::showAt(QPoint place)
{
    constexpr int kAround = 20;
    const int height = std::min(kMostHigh, m_view->sizeHint().height() + kAround);
    const QRect room = parentWidget()->screen()->availableGeometry();
    const int left = std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - kWide));
    const int top = place.y() + height <= room.bottom()
                        ? place.y()
                        : std::max(room.top(), place.y() - height - 2 * kAround);
    setGeometry(left, top, kWide, height);
    show();
    setFocus();  // Tab leads into the tree
}

}  // namespace plimsoll
