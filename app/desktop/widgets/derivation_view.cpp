// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/derivation_view.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/text/format.h"

#include <QtCore/QUrl>
#include <QtGui/QDesktopServices>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyledItemDelegate>

namespace plimsoll {

namespace {

constexpr int kPadding = 3;
constexpr int kGap = 10;

QString evidenceName(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Documented:
        return DerivationView::tr("documented");
    case Evidence::Measured:
        return DerivationView::tr("measured");
    case Evidence::Assumption:
        return DerivationView::tr("assumption");
    case Evidence::Computed:
        return {};
    }
    return {};
}

QTreeWidgetItem* rowOf(const Derivation& derivation, const Format& format, const FieldFinder& fields)
{
    auto* row = new QTreeWidgetItem;
    row->setText(0, coreText(derivation.name));
    row->setData(0, DerivationValueRole,
                 format.value(derivation.value, QString::fromStdString(derivation.unit)));
    row->setData(0, DerivationHowRole, howText(derivation));
    row->setData(0, DerivationSourceRole, urlOf(derivation.source));
    row->setData(0, DerivationEvidenceRole, static_cast<int>(derivation.evidence));
    QString tip = coreText(derivation.name)
                  + QString::fromStdString(" = " + plainNumber(derivation.value, 9) + " ")
                  + coreText(derivation.unit);
    if (!derivation.formula.empty())
        tip += u'\n' + coreText(derivation.formula);
    if (!derivation.source.empty())
        tip += u'\n' + coreText(derivation.source);
    if (const QString field = fields ? fields(derivation) : QString{}; !field.isEmpty()) {
        row->setData(0, DerivationFieldRole, field);
        tip += u'\n' + DerivationView::tr("Click the value to change it");
    }
    row->setToolTip(0, tip);
    row->setData(0, Qt::AccessibleTextRole,
                 QStringLiteral("%1: %2. %3")
                     .arg(row->text(0), row->data(0, DerivationValueRole).toString(),
                          row->data(0, DerivationHowRole).toString()));
    for (const Derivation& input : derivation.inputs)
        row->addChild(rowOf(input, format, fields));
    return row;
}

/// Two lines per node: what and how much, then how it came about.
class NodeDelegate final : public QStyledItemDelegate {
public:
    explicit NodeDelegate(DerivationView& view) : QStyledItemDelegate{&view}, m_view{view} {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        int height = QFontMetrics{option.font}.height() + 2 * kPadding;
        if (!index.data(DerivationHowRole).toString().isEmpty())
            height += QFontMetrics{style::small(option.font)}.height();
        return {80, height};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        if (option.state & (QStyle::State_Selected | QStyle::State_HasFocus)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(style::colour("selection"));
            painter->setRenderHint(QPainter::Antialiasing);
            painter->drawRoundedRect(QRectF{option.rect}.adjusted(0, 0.5, -1, -0.5), 4, 4);
        }
        const QRect box = option.rect.adjusted(4, kPadding, -6, -kPadding);
        const QFont valueFont = style::bold(option.font);
        const QFontMetrics nameMetrics{option.font};
        const QFontMetrics valueMetrics{valueFont};
        const QString value = index.data(DerivationValueRole).toString();
        const int valueWidth = std::min(valueMetrics.horizontalAdvance(value) + 2, box.width() * 3 / 5);
        QRect line{box.left(), box.top(), box.width(), nameMetrics.height()};

        painter->setPen(style::colour("text"));
        painter->setFont(option.font);
        painter->drawText(line.adjusted(0, 0, -valueWidth - kGap, 0), Qt::AlignVCenter | Qt::AlignLeft,
                          nameMetrics.elidedText(index.data().toString(), Qt::ElideRight,
                                                 line.width() - valueWidth - kGap));
        QFont shownValue = valueFont;
        const bool isField = !index.data(DerivationFieldRole).toString().isEmpty();
        shownValue.setUnderline(isField);
        painter->setFont(shownValue);
        painter->setPen(style::colour(isField ? "info" : "text"));
        painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight,
                          valueMetrics.elidedText(value, Qt::ElideRight, valueWidth));

        const QString how = index.data(DerivationHowRole).toString();
        if (!how.isEmpty()) {
            const QFont font = style::small(option.font);
            const QFontMetrics metrics{font};
            const bool assumed =
                index.data(DerivationEvidenceRole).toInt() == static_cast<int>(Evidence::Assumption);
            const bool linked = !index.data(DerivationSourceRole).toString().isEmpty();
            QFont shown = font;
            shown.setUnderline(linked && isOverSource(index));
            painter->setFont(shown);
            painter->setPen(style::colour(assumed ? "warn" : linked ? "info" : "textMuted"));
            painter->drawText(sourceLine(option.rect, option.font), Qt::AlignVCenter | Qt::AlignLeft,
                              metrics.elidedText(how, Qt::ElideRight, box.width()));
        }
        painter->restore();
    }

    bool editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override
    {
        if (event->type() != QEvent::MouseButtonRelease)
            return false;
        const QPoint where = static_cast<QMouseEvent*>(event)->pos();
        const QString field = index.data(DerivationFieldRole).toString();
        if (!field.isEmpty() && where.y() < sourceLine(option.rect, option.font).top()) {
            emit m_view.fieldActivated(field);
            return true;
        }
        const QString source = index.data(DerivationSourceRole).toString();
        if (source.isEmpty() || !sourceLine(option.rect, option.font).contains(where))
            return false;
        emit m_view.sourceActivated(source);
        return true;
    }

private:
    static QRect sourceLine(const QRect& row, const QFont& font)
    {
        const int top = row.top() + kPadding + QFontMetrics{font}.height();
        return {row.left() + 4, top, row.width() - 10, row.bottom() - kPadding - top + 1};
    }

    bool isOverSource(const QModelIndex& index) const
    {
        const QPoint at = m_view.viewport()->mapFromGlobal(QCursor::pos());
        return m_view.viewport()->underMouse() && m_view.indexAt(at) == index;
    }

    DerivationView& m_view;
};

}  // namespace

bool isUrl(const std::string& source)
{
    return source.rfind("https://", 0) == 0 || source.rfind("http://", 0) == 0;
}

QString urlOf(const std::string& source)
{
    if (!isUrl(source))
        return {};
    return QString::fromStdString(source.substr(0, source.find_first_of(" ),;")));
}

QString sourceName(const std::string& source)
{
    if (!isUrl(source))
        return coreText(source);
    const QUrl url{urlOf(source)};
    const QString page = url.path().section(u'/', -1);
    return page.isEmpty() ? url.host() : url.host() + QStringLiteral(" / ") + page;
}

QString howText(const Derivation& derivation)
{
    QStringList parts;
    if (!derivation.formula.empty())
        parts << QStringLiteral("= ") + coreText(derivation.formula);
    if (const QString evidence = evidenceName(derivation.evidence); !evidence.isEmpty())
        parts << evidence;
    if (!derivation.source.empty())
        parts << sourceName(derivation.source);
    return parts.join(QStringLiteral("  ·  "));
}

DerivationView::DerivationView(QWidget* parent) : QTreeWidget{parent}
{
    setHeaderHidden(true);
    setColumnCount(1);
    setIndentation(14);
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(true);
    setUniformRowHeights(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setItemDelegate(new NodeDelegate{*this});
    setAccessibleName(tr("How this number comes about"));
    header()->setStretchLastSection(true);
    connect(this, &QTreeWidget::itemExpanded, this, &DerivationView::fitHeight);
    connect(this, &QTreeWidget::itemCollapsed, this, &DerivationView::fitHeight);
    connect(this, &DerivationView::sourceActivated, this,
            [](const QString& url) { QDesktopServices::openUrl(QUrl{url}); });
    connect(this, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* row) {
        if (const QString field = row->data(0, DerivationFieldRole).toString(); !field.isEmpty())
            emit fieldActivated(field);
    });
}

DerivationView::DerivationView(const Derivation& derivation, QWidget* parent) : DerivationView{parent}
{
    setDerivation(derivation);
}

void DerivationView::setDerivations(const std::vector<Derivation>& derivations)
{
    clear();
    const Format format;
    for (const Derivation& derivation : derivations)
        addTopLevelItem(rowOf(derivation, format, m_fields));
    // Two levels answer most questions; deeper ones open on demand.
    expandToDepth(0);
    fitHeight();
}

int DerivationView::contentHeight() const
{
    int height = 0;
    for (QModelIndex index = model()->index(0, 0); index.isValid(); index = indexBelow(index))
        height += rowHeight(index);
    return height + 2 * frameWidth() + 4;
}

void DerivationView::fitHeight()
{
    doItemsLayout();
    updateGeometry();
}

QSize DerivationView::sizeHint() const
{
    return {240, contentHeight()};
}

QSize DerivationView::minimumSizeHint() const
{
    return {120, contentHeight()};
}

void DerivationView::changeEvent(QEvent* event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        fitHeight();
}

}  // namespace plimsoll
