// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/inspector/inspector_panel.h"

#include "app/desktop/inspector/component_page.h"
#include "app/desktop/inspector/connection_page.h"
#include "app/desktop/inspector/design_page.h"
#include "app/desktop/inspector/group_page.h"
#include "app/desktop/inspector/summary_page.h"
#include "app/desktop/look/theme.h"

#include <QtWidgets/QAbstractSpinBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace plimsoll {

namespace {

constexpr int kNarrowest =
    280;  // whatever it shows: a panel that follows its content pushes the canvas about

bool isGroup(const Design& design, const Id& id)
{
    return std::any_of(design.groups.begin(), design.groups.end(),
                       [&](const Group& each) { return each.id == id; });
}

}  // namespace

InspectorPanel::InspectorPanel(DesignDocument& document, RunSession& session, QWidget* parent)
    : QWidget{parent},
      m_document{document},
      m_session{session},
      m_scroll{new ScrollColumn{nullptr, kNarrowest}}
{
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    setAccessibleName(tr("Inspector"));
    // Milliseconds: of thousands chosen and let go again, a slow machine still paints when the first few are over.
    constexpr int kAfterTheCanvas = 120;
    m_later.setSingleShot(true);
    m_later.setInterval(kAfterTheCanvas);
    connect(&m_later, &QTimer::timeout, this, [this] {
        // A page takes as long as several frames: what is dragged does not wait for it.
        if (m_isBusy && m_isBusy())
            m_later.start();
        else
            showChosen();
    });

    connect(&m_document, &DesignDocument::revisionChanged, this, &InspectorPanel::refresh);
    connect(&m_document, &DesignDocument::currentScenarioChanged, this, &InspectorPanel::rebuild);
    connect(&m_document, &DesignDocument::designReplaced, this, [this] { showItems({}); });
    connect(&m_session, &RunSession::estimated, this, &InspectorPanel::refresh);
    connect(&m_session, &RunSession::finished, this, &InspectorPanel::refresh);
    connect(&Theme::current(), &Theme::changed, this, &InspectorPanel::rebuild);
    rebuild();
}

void InspectorPanel::showItems(const QStringList& ids)
{
    if (ids == m_ids && m_page && m_page->isCurrent())
        return;
    const auto before = static_cast<std::size_t>(m_ids.size());
    m_ids = ids;
    // A page takes as long to build as a frame. Where the canvas has thousands of items to repaint, that comes first, and
    // of selections in quick succession only the last one gets a page.
    constexpr std::size_t kLarge = 300;
    if (design().components.size() > kLarge || before > kLarge)
        m_later.start();
    else
        showChosen();
}

void InspectorPanel::waitWhile(std::function<bool()> isBusy)
{
    m_isBusy = std::move(isBusy);
}

void InspectorPanel::showChosen()
{
    rebuild();
    m_scroll->verticalScrollBar()->setValue(0);
}

const Design& InspectorPanel::design() const
{
    return m_document.design();
}

void InspectorPanel::catchUp()
{
    if (m_later.isActive())
        showChosen();
}

void InspectorPanel::setNumbersHidden(bool hidden)
{
    m_numbersHidden = hidden;
    rebuild();
}

void InspectorPanel::focusParameter(const QString& id)
{
    catchUp();
    auto* page = dynamic_cast<ComponentPage*>(m_page);
    QWidget* field = page && page->form() ? page->form()->reveal(id.toStdString()) : nullptr;
    if (!field)
        return;
    m_scroll->ensureWidgetVisible(field, 20, 60);
    field->setFocus();
    // What is typed next is the new value, not digits in front of the old one.
    if (auto* number = qobject_cast<QAbstractSpinBox*>(field))
        number->selectAll();
    else if (auto* line = qobject_cast<QLineEdit*>(field))
        line->selectAll();
}

void InspectorPanel::focusItem(const QString& list, int index)
{
    catchUp();
    if (m_page)
        m_page->showItem(list, index);
}

void InspectorPanel::rebuild()
{
    m_later.stop();
    const InspectorContext context{m_document, m_session, m_open,
                                   [this](const QString& link) { emit linkActivated(link); },
                                   m_numbersHidden};
    const Design& design = m_document.design();
    // Made where it will be: moved there later, all its parts would be styled once more.
    QWidget* const place = m_scroll->viewport();
    InspectorPage* page = nullptr;
    if (m_ids.size() == 1 && findComponent(design, m_ids.front().toStdString()))
        page = new ComponentPage{context, m_ids.front().toStdString(), place};
    else if (m_ids.size() == 1 && findConnection(design, m_ids.front().toStdString()))
        page = new ConnectionPage{context, m_ids.front().toStdString(), place};
    else if (m_ids.size() == 1 && isGroup(design, m_ids.front().toStdString()))
        page = new GroupPage{context, m_ids.front().toStdString(), place};
    else if (!m_ids.isEmpty())
        page = new SummaryPage{context, m_ids, place};
    else
        page = new DesignPage{context, place};
    if (!page->isCurrent()) {
        // What was selected is gone, e.g. after an undo; the canvas will say so in a moment.
        delete page;
        page = new DesignPage{context, place};
    }
    const int position = m_scroll->verticalScrollBar()->value();
    // The old page may be the one whose signal led here.
    if (QWidget* old = m_scroll->takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    m_page = page;
    connect(page, &InspectorPage::shown, this,
            [this](QWidget* part) { m_scroll->ensureWidgetVisible(part, 20, 20); });
    m_scroll->setWidget(page);
    page->show();
    m_scroll->verticalScrollBar()->setValue(position);
}

void InspectorPanel::refresh()
{
    if (m_later.isActive())
        return;  // it is about to show something else
    if (m_page && m_page->isCurrent())
        m_page->refresh();
    else
        rebuild();
}

}  // namespace plimsoll
