// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/page_bar.h"

#include "app/desktop/document/pages.h"
#include "app/desktop/look/theme.h"

#include <QtGui/QContextMenuEvent>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <utility>

namespace plimsoll {

PageBar::PageBar(DesignDocument& document, QWidget* parent)
    : QWidget{parent}, m_document{document}, m_tabs{new QTabBar}, m_name{new QLineEdit{m_tabs}}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(2);
    m_tabs->setObjectName(QStringLiteral("pages"));
    m_tabs->setAccessibleName(tr("Pages of the drawing"));
    m_tabs->setMovable(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->setToolTip(tr("Drag to put pages in order, double-click to rename one"));
    m_tabs->installEventFilter(this);
    row->addWidget(m_tabs, 0);
    auto* add = new QToolButton;
    add->setObjectName(QStringLiteral("add-page"));
    add->setText(QStringLiteral("+"));
    add->setToolTip(tr("Add a page"));
    add->setAccessibleName(add->toolTip());
    row->addWidget(add);
    row->addStretch(1);
    m_name->hide();
    m_name->setMaxLength(60);
    m_name->setAccessibleName(tr("Name of the page"));
    m_name->installEventFilter(this);

    connect(add, &QToolButton::clicked, this, [this] { addPage(m_document); });
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        if (m_filling)
            return;
        if (m_renamed >= 0)
            finishRename(true);
        if (tab >= 0)
            m_document.setCurrentPage(m_tabs->tabData(tab).toString().toStdString());
    });
    connect(m_tabs, &QTabBar::tabBarDoubleClicked, this, &PageBar::rename);
    connect(&document, &DesignDocument::revisionChanged, this, &PageBar::refresh);
    connect(&document, &DesignDocument::currentPageChanged, this, &PageBar::refresh);
    refresh();
}

void PageBar::refresh()
{
    const Pages pages{m_document.design()};
    setVisible(pages.list().size() > 1);
    const QSignalBlocker quiet{m_tabs};
    m_filling = true;
    while (m_tabs->count() > static_cast<int>(pages.list().size()))
        m_tabs->removeTab(m_tabs->count() - 1);
    const Id shown = pages.known(m_document.currentPage());
    for (std::size_t at = 0; at < pages.list().size(); ++at) {
        const DrawnPage& page = pages.list()[at];
        // An ampersand in a name is no mnemonic.
        const QString label = QString::fromStdString(page.label.empty() ? page.id : page.label)
                                  .replace(u'&', QStringLiteral("&&"));
        const int tab = static_cast<int>(at);
        if (tab >= m_tabs->count())
            m_tabs->addTab(label);
        else if (m_tabs->tabText(tab) != label)
            m_tabs->setTabText(tab, label);
        m_tabs->setTabData(tab, QString::fromStdString(page.id));
        if (page.id == shown)
            m_tabs->setCurrentIndex(tab);
    }
    m_filling = false;
}

QMenu* PageBar::menuOf(int tab)
{
    auto* menu = new QMenu{this};
    menu->setObjectName(QStringLiteral("pageMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Add a page"), this, [this] { addPage(m_document); });
    if (tab < 0)
        return menu;
    const Id id = m_tabs->tabData(tab).toString().toStdString();
    menu->addAction(tr("Rename\u2026"), this, [this, tab] { rename(tab); });
    QAction* left = menu->addAction(tr("Move to the left"), this, [this, tab] {
        movePage(m_document, static_cast<std::size_t>(tab), static_cast<std::size_t>(tab - 1));
    });
    left->setEnabled(tab > 0);
    QAction* right = menu->addAction(tr("Move to the right"), this, [this, tab] {
        movePage(m_document, static_cast<std::size_t>(tab), static_cast<std::size_t>(tab + 1));
    });
    right->setEnabled(tab + 1 < m_tabs->count());
    menu->addSeparator();
    QAction* remove = menu->addAction(tr("Delete the page and what is on it"), this,
                                      [this, id] { removePage(m_document, id); });
    remove->setEnabled(m_tabs->count() > 1);
    return menu;
}

void PageBar::rename(int tab)
{
    if (tab < 0)
        return;
    m_renamed = tab;
    const Pages pages{m_document.design()};
    m_name->setText(QString::fromStdString(pages.list().at(static_cast<std::size_t>(tab)).label));
    const QRect place = m_tabs->tabRect(tab);
    m_name->setGeometry(place.adjusted(0, 1, std::max(0, 120 - place.width()), -1));
    m_name->show();
    m_name->raise();
    m_name->selectAll();
    m_name->setFocus();
}

void PageBar::finishRename(bool keep)
{
    const int tab = std::exchange(m_renamed, -1);
    m_name->hide();
    if (keep && tab >= 0)
        renamePage(m_document, m_tabs->tabData(tab).toString().toStdString(), m_name->text());
}

bool PageBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_name && m_renamed >= 0) {
        if (event->type() == QEvent::FocusOut)
            finishRename(true);
        if (event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter) {
                finishRename(key != Qt::Key_Escape);
                return true;
            }
        }
    }
    if (watched == m_tabs && event->type() == QEvent::ContextMenu) {
        const auto* asked = static_cast<QContextMenuEvent*>(event);
        menuOf(m_tabs->tabAt(asked->pos()))->popup(asked->globalPos());
        return true;
    }
    if (watched == m_tabs && event->type() == QEvent::MouseButtonRelease) {
        // Dragged tabs have found their places: one step for the whole drag.
        QStringList order;
        for (int tab = 0; tab < m_tabs->count(); ++tab)
            order.append(m_tabs->tabData(tab).toString());
        const Pages pages{m_document.design()};
        for (std::size_t at = 0; at < pages.list().size(); ++at) {
            const auto to = order.indexOf(QString::fromStdString(pages.list()[at].id));
            const bool alone = m_tabs->currentIndex() == to;
            if (alone && to >= 0 && static_cast<std::size_t>(to) != at) {
                movePage(m_document, at, static_cast<std::size_t>(to));
                break;
            }
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace plimsoll
