// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/shell/message_bar.h"

#include "app/desktop/look/theme.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace plimsoll {

namespace {

struct Dress {
    const char *fill, *edge, *icon;
};

Dress dressOf(MessageBar::Tone tone)
{
    switch (tone) {
    case MessageBar::Tone::Info:
        return {"infoSoft", "info", "info"};
    case MessageBar::Tone::Warning:
        return {"warnSoft", "warn", "warning"};
    case MessageBar::Tone::Error:
        return {"dangerSoft", "danger", "error"};
    }
    return {"infoSoft", "info", "info"};
}

}  // namespace

MessageBar::MessageBar(QWidget* parent)
    : QWidget{parent}, m_icon{new QLabel{this}}, m_text{new QLabel{this}}, m_choices{new QHBoxLayout}
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton{this};
    close->setIcon(QIcon{QStringLiteral(":/plimsoll/themes/marks/close.svg")});
    close->setToolTip(tr("Close"));
    close->setAccessibleName(tr("Close"));
    connect(close, &QToolButton::clicked, this, &QWidget::hide);

    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(14, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_choices);
    layout->addWidget(close, 0, Qt::AlignTop);
    hide();
}

QString MessageBar::text() const
{
    return isHidden() ? QString{} : m_text->text();
}

void MessageBar::showMessage(Tone tone, const QString& text, const QList<Choice>& choices)
{
    m_tone = tone;
    const Dress dress = dressOf(tone);
    m_icon->setPixmap(Theme::current().actionPixmap(
        QString::fromLatin1(dress.icon), QString::fromLatin1(dress.edge), {20, 20}, devicePixelRatioF()));
    m_text->setText(text);
    while (QLayoutItem* old = m_choices->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    for (const Choice& choice : choices) {
        auto* button = new QPushButton{choice.text, this};
        connect(button, &QPushButton::clicked, this, [this, chosen = choice.chosen] {
            hide();
            chosen();
        });
        m_choices->addWidget(button);
    }
    show();
    update();
}

void MessageBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    const Dress dress = dressOf(m_tone);
    QPainter painter{this};
    painter.fillRect(rect(), theme.colour(dress.fill));
    painter.fillRect(QRect{0, 0, 4, height()}, theme.colour(dress.edge));
}

}  // namespace plimsoll
