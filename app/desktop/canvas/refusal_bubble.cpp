// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/refusal_bubble.h"

#include "app/desktop/look/theme.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr int kBubbleWidth = 330;

}  // namespace

RefusalBubble::RefusalBubble(QWidget* parent)
    : QFrame{parent}, m_text{new QLabel{this}}, m_buttons{new QHBoxLayout}
{
    setObjectName(QStringLiteral("refusal"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFixedWidth(kBubbleWidth - 28);
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addLayout(m_buttons);
    m_buttons->setSpacing(6);
    hide();
}

void RefusalBubble::showAt(const QString& text, const QList<Remedy>& remedies, QPoint at)
{
    m_text->setText(text);
    while (QLayoutItem* old = m_buttons->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    QPushButton* first = nullptr;
    for (const Remedy& remedy : remedies) {
        auto* button = new QPushButton{remedy.text, this};
        button->setStyleSheet(QStringLiteral("QPushButton { padding: 3px 10px; }"));
        button->installEventFilter(this);
        connect(button, &QPushButton::clicked, this, [this, apply = remedy.apply] {
            hide();
            apply();
        });
        m_buttons->addWidget(button);
        first = first ? first : button;
    }
    m_buttons->addStretch();
    adjustSize();
    const QRect room = parentWidget()->rect().adjusted(8, 8, -8, -8);
    move(std::clamp(at.x() + 12, room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(at.y() + 12, room.top(), std::max(room.top(), room.bottom() - height())));
    show();
    raise();
    if (first)
        first->setFocus();
}

void RefusalBubble::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        hide();
        parentWidget()->setFocus();
        return;
    }
    QFrame::keyPressEvent(event);
}

bool RefusalBubble::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) {
        // From one button to the next is not away.
        const QWidget* next = QApplication::focusWidget();
        if (!next || !isAncestorOf(next))
            hide();
    }
    return QFrame::eventFilter(watched, event);
}

void RefusalBubble::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{theme.colour("danger"), 1.2});
    painter.setBrush(theme.colour("surfaceRaised"));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), 8, 8);
}

}  // namespace plimsoll
