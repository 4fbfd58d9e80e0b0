// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/hint_bubble.h"

#include "app/desktop/look/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

#include <algorithm>

namespace plimsoll {

namespace {

constexpr int kWidest = 320;
constexpr QPoint kOffset{18, 20};

struct Dress {
    const char* fill;
    const char* edge;
};

Dress dressOf(CanvasScene::HintTone tone)
{
    switch (tone) {
    case CanvasScene::HintTone::Plain:
        return {"surfaceRaised", "borderStrong"};
    case CanvasScene::HintTone::Good:
        return {"okSoft", "ok"};
    case CanvasScene::HintTone::Warn:
        return {"warnSoft", "warn"};
    case CanvasScene::HintTone::Bad:
        return {"dangerSoft", "danger"};
    }
    return {"surfaceRaised", "borderStrong"};
}

}  // namespace

HintBubble::HintBubble(QWidget* parent) : QWidget{parent}, m_label{new QLabel{this}}
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(14, 8, 12, 8);
    layout->addWidget(m_label);
    hide();
}

QString HintBubble::text() const
{
    return isHidden() ? QString{} : m_label->text();
}

void HintBubble::showAt(const QString& text, CanvasScene::HintTone tone, QPoint at)
{
    if (text.isEmpty()) {
        hide();
        return;
    }
    m_tone = tone;
    if (m_label->text() != text || isHidden()) {
        m_label->setText(text);
        // Short hints stay on one line, long ones wrap at a readable width.
        const QRect needed =
            m_label->fontMetrics().boundingRect(QRect{0, 0, kWidest, 10'000}, Qt::TextWordWrap, text);
        m_label->setFixedSize(needed.width() + 4, needed.height() + 2);
        adjustSize();
    }
    QPoint place = at + kOffset;
    if (place.x() + width() > parentWidget()->width() - 8)
        place.setX(std::max(8, at.x() - kOffset.x() - width()));
    if (place.y() + height() > parentWidget()->height() - 8)
        place.setY(std::max(8, at.y() - kOffset.y() - height()));
    move(place);
    show();
    raise();
    update();
}

void HintBubble::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    const Dress dress = dressOf(m_tone);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{theme.colour(dress.edge), 1.2});
    painter.setBrush(theme.colour(dress.fill));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(1, 1, -1, -1), 8, 8);
}

}  // namespace plimsoll
