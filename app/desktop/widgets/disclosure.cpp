// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/disclosure.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QVBoxLayout>

namespace plimsoll {

Disclosure::Disclosure(const QString& title, Kind kind, QWidget* parent)
    : QWidget{parent}, m_title{title}, m_button{new QToolButton{this}}
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_button);
    m_button->setCheckable(true);
    m_button->setIconSize({12, 12});
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    // A long title is cut rather than making its column wider than the panel; the tooltip has it whole.
    m_button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    showTitle();
    if (kind == Kind::Section) {
        m_button->setFont(style::bold(m_button->font()));
        // Checked means open here, not chosen, so it must not look like a pressed tool.
        m_button->setStyleSheet(QStringLiteral(
            "QToolButton { text-align: left; font-weight: 600; padding: 4px 0; margin: 0 0 0 -3px; }"
            "QToolButton:checked { background: transparent; }"));
    } else {
        m_button->setStyleSheet(
            QStringLiteral("QToolButton { text-align: left; padding: 0 4px 0 0; margin: 0 0 0 -3px; }"
                           "QToolButton:checked { background: transparent; }"));
    }
    connect(m_button, &QToolButton::toggled, this, &Disclosure::show);
    connect(&Theme::current(), &Theme::changed, this, &Disclosure::showMark);
    showMark();
}

void Disclosure::setTitle(const QString& title)
{
    m_title = title;
    showTitle();
}

void Disclosure::showTitle()
{
    constexpr int kBesideText = 4;  // between the mark and the title
    const int room = m_button->width() - m_button->iconSize().width() - kBesideText;
    // Before it is shown it has no width that means anything.
    m_button->setText(
        isVisible() ? m_button->fontMetrics().elidedText(m_title, Qt::ElideRight, room, Qt::TextShowMnemonic)
                    : m_title);
    m_button->setToolTip(m_title);
    m_button->setAccessibleName(m_title);
}

void Disclosure::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // The button has its new width once the layout has been asked.
    layout()->activate();
    showTitle();
}

void Disclosure::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showTitle();
}

void Disclosure::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        showTitle();
}

void Disclosure::setContent(QWidget* content)
{
    delete m_content;
    m_content = content;
    content->setParent(this);
    layout()->addWidget(content);
    content->setVisible(isOpen());
}

void Disclosure::setContentMaker(std::function<QWidget*()> make)
{
    m_make = std::move(make);
}

void Disclosure::showMark()
{
    const QString mark = isOpen() ? QStringLiteral("down") : QStringLiteral("right");
    m_button->setIcon(QIcon{QStringLiteral(":/plimsoll/themes/marks/chevron-%1.svg").arg(mark)});
}

void Disclosure::show(bool open)
{
    showMark();
    if (open && !m_content && m_make)
        setContent(m_make());
    if (m_content)
        m_content->setVisible(open);
    emit toggled(open);
}

}  // namespace plimsoll
