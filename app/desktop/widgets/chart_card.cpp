// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/widgets/chart_card.h"

#include "app/desktop/look/chart_style.h"
#include "app/desktop/look/svg_picture.h"
#include "app/desktop/text/format.h"
#include "app/desktop/widgets/flow_layout.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtGui/QClipboard>
#include <QtGui/QContextMenuEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QMenu>
#include <QtWidgets/QMessageBox>
#include <QtWidgets/QToolButton>

#include <algorithm>
#include <initializer_list>

namespace plimsoll {

namespace {

constexpr int kSwatch = 10;
constexpr int kBetweenEntries = 4;  // between the entries of the legend

QIcon swatchIcon(const QColor& ink)
{
    QPixmap pixmap{kSwatch, kSwatch};
    pixmap.fill(ink);
    return QIcon{pixmap};
}

}  // namespace

ChartCard::ChartCard(QWidget* parent)
    : QFrame{parent},
      m_title{new QLabel},
      m_note{new QLabel},
      m_head{new FlowLayout{kBetweenEntries}},
      m_more{new QToolButton{this}},
      m_menu{new QToolButton},
      m_curves{new CurveChart},
      m_bars{new StackedBars}
{
    setObjectName(QStringLiteral("chartCard"));
    auto* layout = new QVBoxLayout{this};
    layout->setContentsMargins(10, 6, 8, 6);
    layout->setSpacing(2);
    auto* top = new QHBoxLayout;
    top->setSpacing(4);
    top->addLayout(m_head, 1);
    top->addWidget(m_menu, 0, Qt::AlignTop);
    layout->addLayout(top);
    layout->addWidget(m_curves, 1);
    layout->addWidget(m_bars);
    layout->addWidget(m_note);
    m_title->setStyleSheet(QStringLiteral("font-weight: 600; padding: 2px 4px 2px 0;"));
    m_head->addWidget(m_title);
    m_note->setProperty("role", "muted");
    m_note->hide();
    m_more->setObjectName(QStringLiteral("more-names"));
    m_more->hide();
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_unfolded = !m_unfolded;
        foldLegend(width());
        emit legendFolded();
    });
    m_menu->setText(QStringLiteral("\u22ef"));
    m_menu->setToolTip(tr("Copy or save this chart"));
    m_menu->setAccessibleName(m_menu->toolTip());
    m_menu->setObjectName(QStringLiteral("chartMenu"));
    connect(m_menu, &QToolButton::clicked, this, [this] {
        openMenu(m_menu->mapToGlobal(QPoint{0, m_menu->height()}));
    });
    connect(m_bars, &StackedBars::linkActivated, this, &ChartCard::linkActivated);
}

void ChartCard::setFigure(const Figure& figure)
{
    const QStringList before = figure.id == m_figure.id ? hidden() : QStringList{};
    m_figure = figure;
    m_title->setText(figure.title);
    setAccessibleName(figure.title);
    const bool curves = figure.kind == Figure::Kind::Curves;
    m_curves->setVisible(curves);
    m_bars->setVisible(!curves);
    m_note->setVisible(!figure.shadedName.isEmpty() && !figure.shaded.empty());
    m_note->setText(style::swatch(style::shade()) + QStringLiteral("&nbsp;")
                    + figure.shadedName.toHtmlEscaped());
    fillLegend();
    for (QToolButton* chip : std::as_const(m_chips))
        chip->setChecked(!before.contains(chip->property("curve").toString()));
    if (curves)
        m_curves->setFigure(figure);
    else
        m_bars->setFigure(figure);
    showHidden();
}

int ChartCard::headWidth(int width) const
{
    const QMargins margins = layout()->contentsMargins();
    return width - margins.left() - margins.right() - m_menu->sizeHint().width() - 4;
}

int ChartCard::headHeight(int width)
{
    foldLegend(width);
    const QMargins margins = layout()->contentsMargins();
    return m_head->heightForWidth(headWidth(width)) + margins.top() + margins.bottom();
}

void ChartCard::foldLegend(int width)
{
    constexpr int kMostRows = 2;
    const int room = headWidth(width);
    // How many entries two rows hold behind the title, and beside what unfolds the rest.
    const auto fitting = [&](int kept) {
        int row = 1, x = m_title->sizeHint().width() + kBetweenEntries;
        for (qsizetype at = 0; at < m_chips.size(); ++at) {
            const int wide = m_chips[at]->sizeHint().width();
            if (x + wide > room - (row == kMostRows ? kept : 0)) {
                if (++row > kMostRows)
                    return at;
                x = 0;
            }
            x += wide + kBetweenEntries;
        }
        return m_chips.size();
    };
    const qsizetype all = m_chips.size();
    const bool isLong = fitting(0) < all;
    m_more->setText(m_unfolded ? tr("fewer") : tr("%n more", nullptr, static_cast<int>(all)));
    const qsizetype shown =
        !isLong || m_unfolded ? all
                              : std::max<qsizetype>(1, fitting(m_more->sizeHint().width() + kBetweenEntries));
    if (shown < all)
        m_more->setText(tr("%n more", nullptr, static_cast<int>(all - shown)));
    for (qsizetype at = 0; at < all; ++at)
        m_chips[at]->setVisible(at < shown);
    m_more->setVisible(isLong);
}

void ChartCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    foldLegend(event->size().width());
}

std::unique_ptr<ChartCard> ChartCard::whole() const
{
    constexpr QSize kLeast{520, 300};
    constexpr int kPlot = 220;
    auto copy = std::make_unique<ChartCard>();
    copy->m_unfolded = true;
    copy->setFigure(m_figure);
    for (qsizetype at = 0; at < m_chips.size(); ++at)
        copy->m_chips[at]->setChecked(m_chips[at]->isChecked());
    const int wide = std::max(width(), kLeast.width());
    copy->resize(wide, m_figure.kind == Figure::Kind::Curves
                           ? std::max({height(), kLeast.height(), copy->headHeight(wide) + kPlot})
                           : std::max(height(), copy->sizeHint().height() + copy->headHeight(wide)));
    copy->m_curves->setRange(m_curves->range());
    (void)copy->grab();  // lays it out as if it were shown
    return copy;
}

void ChartCard::fillLegend()
{
    for (QToolButton* chip : std::as_const(m_chips)) {
        m_head->removeWidget(chip);
        delete chip;
    }
    m_chips.clear();
    m_head->removeWidget(m_more);
    // A single curve is named by the title.
    if (m_figure.kind == Figure::Kind::Curves) {
        for (std::size_t at = 0; m_figure.curves.size() > 1 && at < m_figure.curves.size(); ++at)
            addChip(m_figure.curves[at].name, CurveChart::inkOf(m_figure, at));
    } else {
        for (qsizetype at = 0; m_figure.partNames.size() > 1 && at < m_figure.partNames.size(); ++at)
            addChip(m_figure.partNames[at], StackedBars::inkOf(static_cast<std::size_t>(at)));
    }
    m_head->addWidget(m_more);
    foldLegend(width());
}

void ChartCard::addChip(const QString& name, const QColor& ink)
{
    auto* chip = new QToolButton{this};
    chip->setCheckable(true);
    chip->setChecked(true);
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setIcon(swatchIcon(ink));
    chip->setIconSize({kSwatch, kSwatch});
    chip->setText(name);
    chip->setProperty("curve", name);
    chip->setProperty("ink", ink);
    chip->setProperty("role", "chip");
    chip->setToolTip(tr("Show or hide %1").arg(name));
    chip->setAccessibleName(name);
    connect(chip, &QToolButton::toggled, this, &ChartCard::showHidden);
    m_head->addWidget(chip);
    m_chips.append(chip);
}

QStringList ChartCard::hidden() const
{
    QStringList names;
    for (const QToolButton* chip : m_chips)
        if (!chip->isChecked())
            names << chip->property("curve").toString();
    return names;
}

void ChartCard::showHidden()
{
    if (m_figure.kind == Figure::Kind::Curves)
        m_curves->setHidden(hidden());
    else
        m_bars->setHidden(hidden());
}

void ChartCard::paintPicture(QPainter& painter)
{
    // All but what is there to be clicked.
    for (QWidget* each : std::initializer_list<QWidget*>{m_title, m_note, m_curves, m_bars}) {
        if (!each->isVisibleTo(this))
            continue;
        painter.save();
        painter.translate(each->pos());
        each->render(&painter, {}, {}, QWidget::DrawChildren);
        painter.restore();
    }
    // The entries of the legend are drawn, not taken as they are: their icons would be pixels in a drawing.
    for (const QToolButton* chip : std::as_const(m_chips)) {
        if (!chip->isChecked())
            continue;
        const QRectF place{chip->geometry()};
        painter.fillRect(QRectF{place.left() + 4, place.center().y() - kSwatch / 2.0, kSwatch, kSwatch},
                         chip->property("ink").value<QColor>());
        painter.setFont(chip->font());
        painter.setPen(style::colour("text"));
        painter.drawText(place.adjusted(kSwatch + 8, 0, 20, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         chip->text());
    }
}

QImage ChartCard::picture(int scale)
{
    const std::unique_ptr<ChartCard> drawn = whole();
    QImage image{drawn->size() * scale, QImage::Format_ARGB32_Premultiplied};
    image.setDevicePixelRatio(scale);
    image.fill(style::colour("surface"));
    QPainter painter{&image};
    drawn->paintPicture(painter);
    return image;
}

QByteArray ChartCard::svg()
{
    const std::unique_ptr<ChartCard> drawn = whole();
    return svgPicture(drawn->size(), m_figure.title, style::colour("surface"),
                      [&](QPainter& painter) { drawn->paintPicture(painter); });
}

void ChartCard::copyPicture()
{
    QGuiApplication::clipboard()->setImage(picture());
}

void ChartCard::copyData()
{
    QGuiApplication::clipboard()->setText(csvOf(m_figure, hidden()));
}

Status ChartCard::saveTo(const QString& path)
{
    QSaveFile out{path};
    const auto failed = [&] {
        return Error{path.toStdString(), out.errorString().toStdString(), "choose another folder or name"};
    };
    if (!out.open(QIODevice::WriteOnly))
        return failed();
    const QString suffix = QFileInfo{path}.suffix().toLower();
    if (suffix == QLatin1String{"png"})
        picture().save(&out, "PNG");
    else if (suffix == QLatin1String{"svg"})
        out.write(svg());
    else if (suffix == QLatin1String{"csv"})
        out.write(csvOf(m_figure, hidden()).toUtf8());
    else
        return Error{path.toStdString(), "is no kind of file a chart is written as",
                     "end the name in .png, .svg or .csv"};
    return out.commit() ? Status{Done{}} : Status{failed()};
}

void ChartCard::askAndSave(const QString& suffix, const QString& filter)
{
    QString path = QFileDialog::getSaveFileName(window(), tr("Save the chart"),
                                                m_figure.id + QLatin1Char{'.'} + suffix, filter);
    if (path.isEmpty())
        return;
    if (QFileInfo{path}.suffix().isEmpty())
        path += QLatin1Char{'.'} + suffix;
    if (const Status written = saveTo(path); !written)
        QMessageBox::warning(window(), tr("Not saved"), coreText(written.error()));
}

void ChartCard::openMenu(QPoint globalPosition)
{
    auto* menu = new QMenu{this};
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy as a picture"), this, &ChartCard::copyPicture);
    menu->addAction(tr("Copy the data"), this, &ChartCard::copyData);
    menu->addSeparator();
    menu->addAction(tr("Save as PNG…"), this,
                    [this] { askAndSave(QStringLiteral("png"), tr("PNG picture (*.png)")); });
    menu->addAction(tr("Save as SVG…"), this,
                    [this] { askAndSave(QStringLiteral("svg"), tr("SVG picture (*.svg)")); });
    menu->addAction(tr("Save as CSV…"), this,
                    [this] { askAndSave(QStringLiteral("csv"), tr("Table (*.csv)")); });
    if (m_curves->isVisibleTo(this) && m_curves->range()) {
        menu->addSeparator();
        menu->addAction(tr("Show all of it"), this, [this] {
            m_curves->setRange({});
            emit m_curves->rangeChosen({});
        });
    }
    menu->popup(globalPosition);
}

void ChartCard::contextMenuEvent(QContextMenuEvent* event)
{
    openMenu(event->globalPos());
}

}  // namespace plimsoll
