// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/widgets/curve_chart.h"
#include "app/desktop/widgets/stacked_bars.h"
#include "model/support/error.h"

#include <QtGui/QImage>
#include <QtWidgets/QFrame>

#include <memory>

class QLabel;
class QToolButton;

namespace plimsoll {

class FlowLayout;

/// A figure with its title and a legend whose entries switch curves on and off; it can be copied and saved as a picture
/// or as data.
class ChartCard final : public QFrame {
    Q_OBJECT
public:
    explicit ChartCard(QWidget* parent = nullptr);
    /// Curves that were hidden stay so while the figure has them.
    void setFigure(const Figure& figure);
    const Figure& figure() const { return m_figure; }
    CurveChart& curves() { return *m_curves; }
    StackedBars& bars() { return *m_bars; }
    QList<QToolButton*> legend() const { return m_chips; }
    QStringList hidden() const;
    /// What title and legend take of a card of that width. Of a long legend that are two rows; the rest unfolds.
    int headHeight(int width);

    QImage picture(int scale = 2);
    QByteArray svg();
    void copyPicture();
    void copyData();
    /// As PNG, SVG or CSV, by the suffix.
    Status saveTo(const QString& path);

Q_SIGNALS:
    void linkActivated(const QString& link);
    /// Its head takes another height now.
    void legendFolded();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fillLegend();
    void addChip(const QString& name, const QColor& ink);
    void showHidden();
    int headWidth(int width) const;
    void foldLegend(int width);
    /// The same figure with all of its legend, large enough to be read on its own.
    std::unique_ptr<ChartCard> whole() const;
    void openMenu(QPoint globalPosition);
    void askAndSave(const QString& suffix, const QString& filter);
    void paintPicture(QPainter& painter);

    Figure m_figure;
    QLabel* m_title;
    QLabel* m_note;
    FlowLayout* m_head;
    QList<QToolButton*> m_chips;
    QToolButton *m_more, *m_menu;
    bool m_unfolded = false;  ///< all of a long legend is shown
    CurveChart* m_curves;
    StackedBars* m_bars;
};

}  // namespace plimsoll
