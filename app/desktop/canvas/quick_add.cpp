// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/quick_add.h"

#include "app/desktop/document/service_search.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/line_edit.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace plimsoll {

namespace {

constexpr int kRows = 7;
constexpr int kRowHeight = 30;
constexpr int kWidth = 280;

}  // namespace

QuickAdd::QuickAdd(const ServiceCatalog& catalog, QWidget* parent)
    : QFrame{parent}, m_catalog{catalog}, m_text{new LineEdit{this}}, m_list{new QListWidget{this}}
{
    setObjectName(QStringLiteral("quickAdd"));
    m_text->setObjectName(QStringLiteral("quickAddText"));
    m_text->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("quickAddList"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize({20, 20});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setStyleSheet(QStringLiteral("QListWidget { border: none; background: transparent; }"));
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_text);
    layout->addWidget(m_list);
    connect(m_text, &QLineEdit::textEdited, this, &QuickAdd::list);
    connect(m_list, &QListWidget::itemClicked, this, &QuickAdd::choose);
    hide();
}

void QuickAdd::openAt(QPoint at, const QString& prompt, std::vector<const ServiceSpec*> likely, Chosen chosen)
{
    m_likely = std::move(likely);
    m_chosen = std::move(chosen);
    m_text->clear();
    m_text->setPlaceholderText(prompt);
    m_text->setAccessibleName(prompt);
    list();
    const QSize full{kWidth, layout()->contentsMargins().top() * 2 + m_text->sizeHint().height() + 4
                                 + kRows * kRowHeight};
    const QRect room = parentWidget()->rect().adjusted(8, 8, -8, -8);
    move(std::clamp(at.x() - 20, room.left(), std::max(room.left(), room.right() - full.width())),
         std::clamp(at.y() - 20, room.top(), std::max(room.top(), room.bottom() - full.height())));
    fitRows();
    show();
    raise();
    m_text->setFocus();
}

void QuickAdd::list()
{
    const QString wanted = m_text->text().simplified();
    std::vector<const ServiceSpec*> services;
    if (wanted.isEmpty()) {
        services = m_likely.empty() ? firstServices(m_catalog) : m_likely;
    } else {
        services = findServices(m_catalog, wanted);
        // What can follow goes before what cannot, but a whole name means that service.
        const auto others = std::find_if(services.begin(), services.end(), [&](const ServiceSpec* each) {
            return searchRank(*each, wanted).value_or(0) >= 0;
        });
        std::stable_partition(others, services.end(), [this](const ServiceSpec* each) {
            return std::find(m_likely.begin(), m_likely.end(), each) != m_likely.end();
        });
    }
    m_list->clear();
    for (const ServiceSpec* spec : services) {
        const QString id = QString::fromStdString(spec->id);
        auto* row = new QListWidgetItem{Theme::current().serviceIcon(id), coreText(spec->name), m_list};
        row->setData(Qt::UserRole, id);
        row->setToolTip(QString::fromStdString(spec->summary));
    }
    m_list->setCurrentRow(0);
    fitRows();
}

void QuickAdd::fitRows()
{
    // As high as what it found, at most so many rows: one row in an empty box looks as if more were to come.
    const int rows = std::clamp(m_list->count(), 1, kRows);
    resize(kWidth,
           layout()->contentsMargins().top() * 2 + m_text->sizeHint().height() + 4 + rows * kRowHeight);
}

void QuickAdd::choose()
{
    const QListWidgetItem* row = m_list->currentItem();
    const QString id = row ? row->data(Qt::UserRole).toString() : QString{};
    // Closed first: what follows may open the next.
    hide();
    parentWidget()->setFocus();
    if (!id.isEmpty() && m_chosen)
        std::exchange(m_chosen, {})(id);
}

bool QuickAdd::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) {
        hide();
    } else if (event->type() == QEvent::KeyPress) {
        switch (static_cast<const QKeyEvent*>(event)->key()) {
        case Qt::Key_Escape:
            hide();
            parentWidget()->setFocus();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Tab:
            choose();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QApplication::sendEvent(m_list, event);
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void QuickAdd::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{theme.colour("borderStrong"), 1});
    painter.setBrush(theme.colour("surfaceRaised"));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

}  // namespace plimsoll
