// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/why_label.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/widgets/why_bubble.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>

#include <algorithm>
#include <utility>

namespace plimsoll {

WhyLabel::WhyLabel(const QString& text, QWidget* parent) : QLabel{text, parent}
{
    setObjectName(QStringLiteral("why"));
    // Dots stand below the text.
    setContentsMargins(0, 0, 0, 1);
}

void WhyLabel::setWhy(Derivation derivation, FieldFinder fields)
{
    m_why = std::move(derivation);
    m_fields = std::move(fields);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setStatusTip(tr("Click: how this number comes about"));
    if (toolTip().isEmpty())
        setToolTip(statusTip());
}

void WhyLabel::answer()
{
    if (m_why.name.empty())
        return;
    auto* bubble = new WhyBubble{m_why, m_fields, window()};  // not in what this label is dressed in
    connect(bubble, &WhyBubble::linkActivated, this, &QLabel::linkActivated);
    bubble->showAt(mapToGlobal(QPoint{0, height() + 2}));
}

void WhyLabel::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        answer();
    else
        QLabel::mouseReleaseEvent(event);
}

void WhyLabel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        answer();
    else
        QLabel::keyPressEvent(event);
}

void WhyLabel::enterEvent(QEnterEvent* event)
{
    QLabel::enterEvent(event);
    update();
}

void WhyLabel::leaveEvent(QEvent* event)
{
    QLabel::leaveEvent(event);
    update();
}

void WhyLabel::focusInEvent(QFocusEvent* event)
{
    QLabel::focusInEvent(event);
    update();
}

void WhyLabel::focusOutEvent(QFocusEvent* event)
{
    QLabel::focusOutEvent(event);
    update();
}

void WhyLabel::paintEvent(QPaintEvent* event)
{
    QLabel::paintEvent(event);
    if (m_why.name.empty())
        return;
    // Dots say that there is more to read; a line, that a click or Enter reads it now.
    const bool awake = underMouse() || hasFocus();
    QPainter painter{this};
    painter.setPen(
        QPen{style::colour(awake ? "info" : "borderStrong"), 1, awake ? Qt::SolidLine : Qt::DotLine});
    const int wide = std::min(width(), sizeHint().width());
    const int left = alignment().testFlag(Qt::AlignRight) ? width() - wide : 0;
    const int bottom = alignment().testFlag(Qt::AlignTop) ? sizeHint().height() - 1
                                                          : (height() + sizeHint().height()) / 2 - 1;
    painter.drawLine(left, std::min(bottom, height() - 1), left + wide - 1, std::min(bottom, height() - 1));
}

}  // namespace plimsoll
