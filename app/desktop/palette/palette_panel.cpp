// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/palette/palette_panel.h"

#include "app/desktop/look/card.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/widgets/line_edit.h"

#include <QtCore/QMimeData>
#include <QtGui/QDrag>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>

namespace plimsoll {

namespace {

constexpr int kRowHeight = 34;
constexpr int kHeadingHeight = 36;
constexpr int kIconSize = 22;

/// Rows with a service icon and name; headings in small print; "drawing only" greyed.
class PaletteDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override
    {
        return {120, index.data(PaletteModel::HeadingRole).toBool() ? kHeadingHeight : kRowHeight};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = Theme::current();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF row = QRectF{option.rect}.adjusted(6, 1, -6, -1);
        const QString name = index.data(PaletteModel::NameRole).toString();
        if (index.data(PaletteModel::HeadingRole).toBool()) {
            painter->setFont(theme.font(8.5, QFont::DemiBold));
            painter->setPen(theme.colour("textMuted"));
            painter->drawText(row.adjusted(8, 8, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
            painter->restore();
            return;
        }
        const bool selected = option.state & QStyle::State_Selected;
        const bool hovered = option.state & QStyle::State_MouseOver;
        if (selected || hovered) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.colour(selected ? "selection" : "accentSoft"));
            painter->drawRoundedRect(row, 6, 6);
        }
        if ((option.state & QStyle::State_HasFocus) && selected) {
            painter->setPen(QPen{theme.colour("accent"), 1.2});
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(row.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        const bool drawingOnly = index.data(PaletteModel::DrawingOnlyRole).toBool();
        const qreal ratio = painter->device()->devicePixelRatioF();
        const QPixmap icon = theme.servicePixmap(index.data(PaletteModel::ServiceRole).toString(),
                                                 {kIconSize, kIconSize}, ratio);
        const QPointF iconAt{row.left() + 8, row.center().y() - kIconSize / 2.0};
        painter->setOpacity(drawingOnly ? 0.5 : 1.0);
        painter->drawPixmap(iconAt, icon);
        painter->setOpacity(1.0);

        QRectF text = row.adjusted(8 + kIconSize + 10, 0, -8, 0);
        if (drawingOnly) {
            const QString only = PalettePanel::tr("drawing only");
            painter->setFont(theme.font(8));
            painter->setPen(theme.colour("textMuted"));
            painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, only);
            text.setRight(text.right() - QFontMetricsF{painter->font()}.horizontalAdvance(only) - 8);
        }
        painter->setFont(theme.font());
        painter->setPen(theme.colour(drawingOnly ? "textMuted" : "text"));
        // A short name in full says more than a long one cut off.
        const QFontMetricsF metrics{painter->font()};
        const QString fitting = metrics.horizontalAdvance(name) <= text.width()
                                    ? name
                                    : index.data(PaletteModel::ShortNameRole).toString();
        painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(fitting, Qt::ElideRight, text.width()));
        painter->restore();
    }
};

/// The card as it will lie on the canvas.
QPixmap cardPicture(const QModelIndex& index, qreal ratio)
{
    const Theme& theme = Theme::current();
    QPixmap picture{QSizeF{kCardWidth * ratio, kCardHeight * ratio}.toSize()};
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter{&picture};
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(0.92);
    painter.setPen(QPen{theme.colour("accent"), 1.6});
    painter.setBrush(theme.colour("nodeFill"));
    painter.drawRoundedRect(QRectF{1, 1, kCardWidth - 2, kCardHeight - 2}, 10, 10);
    painter.drawPixmap(
        QPointF{14, kCardHeight / 2 - 16},
        theme.servicePixmap(index.data(PaletteModel::ServiceRole).toString(), {32, 32}, ratio));
    painter.setFont(theme.font(10, QFont::DemiBold));
    painter.setPen(theme.colour("text"));
    const QRectF text{56, 0, kCardWidth - 66, kCardHeight};
    painter.drawText(text, int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextWordWrap,
                     index.data(PaletteModel::NameRole).toString());
    return picture;
}

}  // namespace

PaletteList::PaletteList(QWidget* parent) : QListView{parent}
{
    setObjectName(QStringLiteral("paletteList"));
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    // It fills its panel; the current row shows the focus.
    setStyleSheet(QStringLiteral("QListView { border: none; border-radius: 0; }"));
    setItemDelegate(new PaletteDelegate{this});
    connect(&Theme::current(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void PaletteList::startDrag(Qt::DropActions)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid() || index.data(PaletteModel::HeadingRole).toBool())
        return;
    auto* drag = new QDrag{this};
    drag->setMimeData(model()->mimeData({index}));
    drag->setPixmap(cardPicture(index, devicePixelRatioF()));
    drag->setHotSpot({int(kCardWidth / 2), int(kCardHeight / 2)});
    drag->exec(Qt::CopyAction);
}

PalettePanel::PalettePanel(const ServiceCatalog& catalog, QWidget* parent)
    : QWidget{parent}, m_model{catalog}, m_search{new LineEdit{this}}, m_list{new PaletteList{this}}
{
    m_search->setObjectName(QStringLiteral("paletteSearch"));
    m_search->setAccessibleName(tr("Find a service"));
    m_search->setPlaceholderText(tr("Find a service"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Theme::current().icon(QStringLiteral("search"), QStringLiteral("textMuted")),
                        QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setAccessibleName(tr("Services"));

    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* searchRow = new QVBoxLayout;
    searchRow->setContentsMargins(10, 10, 10, 6);
    searchRow->addWidget(m_search);
    layout->addLayout(searchRow);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_search);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model.setFilter(text);
        if (!text.isEmpty() && m_model.rowCount() > 0)
            m_list->setCurrentIndex(m_model.index(0));
    });
    connect(m_list, &QListView::doubleClicked, this, &PalettePanel::choose);
}

void PalettePanel::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void PalettePanel::choose(const QModelIndex& index)
{
    const QString id = index.data(PaletteModel::ServiceRole).toString();
    if (id.isEmpty())
        return;
    emit serviceChosen(id);
    // The next search begins with nothing typed.
    m_search->clear();
}

bool PalettePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<const QKeyEvent*>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (enter && (watched == m_search || watched == m_list)) {
        choose(m_list->currentIndex());
        return true;
    }
    if (watched == m_search && (key->key() == Qt::Key_Down || key->key() == Qt::Key_Up)) {
        m_list->setFocus();
        QApplication::sendEvent(m_list, event);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace plimsoll
