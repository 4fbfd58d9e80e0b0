// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/find_bar.h"

#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/line_edit.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <tuple>
#include <vector>

namespace plimsoll {

FindBar::FindBar(const DesignDocument& document, QWidget* parent)
    : QFrame{parent}, m_document{document}, m_text{new LineEdit{this}}, m_place{new QLabel{this}}
{
    setObjectName(QStringLiteral("findBar"));
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setPlaceholderText(tr("Find on the canvas"));
    m_text->setAccessibleName(tr("Find on the canvas"));
    m_text->setFixedWidth(210);
    m_text->installEventFilter(this);
    m_place->setProperty("role", "muted");
    m_place->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2").arg(888).arg(888)));
    m_place->setAlignment(Qt::AlignCenter);
    auto* close = new QToolButton{this};
    close->setIcon(QIcon{QStringLiteral(":/plimsoll/themes/marks/close.svg")});
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close"));
    close->setAutoRaise(true);
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(6, 5, 6, 5);
    layout->setSpacing(6);
    layout->addWidget(m_text);
    layout->addWidget(m_place);
    layout->addWidget(close);
    connect(m_text, &QLineEdit::textEdited, this, &FindBar::search);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        emit closed();
    });
    hide();
}

void FindBar::open()
{
    show();
    raise();
    m_text->setFocus();
    m_text->selectAll();
    showPlace();
}

void FindBar::search()
{
    const QString wanted = m_text->text().simplified();
    m_ids.clear();
    m_at = 0;
    struct Match {
        int rank;  // 0: begins with it
        QString label, id;
    };
    std::vector<Match> matches;
    const auto consider = [&](const std::string& id, const QString& label, const QString& more) {
        const QString name = QString::fromStdString(id);
        if (label.startsWith(wanted, Qt::CaseInsensitive))
            matches.push_back({0, label, name});
        else if (label.contains(wanted, Qt::CaseInsensitive))
            matches.push_back({1, label, name});
        else if (name.contains(wanted, Qt::CaseInsensitive) || more.contains(wanted, Qt::CaseInsensitive))
            matches.push_back({2, label, name});
    };
    if (!wanted.isEmpty()) {
        const Design& design = m_document.design();
        for (const Component& each : design.components) {
            const ServiceSpec* spec = m_document.catalog().find(each.service);
            consider(each.id, QString::fromStdString(each.label),
                     spec ? coreText(spec->name) : QString::fromStdString(each.service));
        }
        for (const Group& each : design.groups)
            consider(each.id, QString::fromStdString(each.label), QString::fromStdString(each.kind));
        for (const Note& each : design.notes)
            consider(each.id, QString::fromStdString(each.text), {});
    }
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
        return std::tie(a.rank, a.label, a.id) < std::tie(b.rank, b.label, b.id);
    });
    for (const Match& match : matches)
        m_ids.append(match.id);
    showPlace();
    if (!m_ids.isEmpty())
        emit found(m_ids.front());
}

void FindBar::step(int by)
{
    if (m_ids.isEmpty())
        return;
    m_at = (m_at + by + m_ids.size()) % m_ids.size();
    showPlace();
    emit found(m_ids[m_at]);
}

void FindBar::showPlace()
{
    m_place->setText(m_text->text().isEmpty() ? QString{}
                     : m_ids.isEmpty()        ? tr("none")
                                              : tr("%1 of %2").arg(m_at + 1).arg(m_ids.size()));
}

bool FindBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        switch (key->key()) {
        case Qt::Key_Escape:
            hide();
            emit closed();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            step(key->modifiers() & Qt::ShiftModifier ? -1 : 1);
            return true;
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void FindBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::current();
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{theme.colour("border"), 1});
    painter.setBrush(theme.colour("surfaceRaised"));
    painter.drawRoundedRect(QRectF{rect()}.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

}  // namespace plimsoll
