// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/study/comparison.h"
#include "app/study/crossover.h"

#include <QtWidgets/QWidget>

#include <vector>

namespace plimsoll {

/// One meter after the other: what each side pays for it as bars, and the difference of the second to the first.
class ComparedBars final : public QWidget {
    Q_OBJECT
public:
    explicit ComparedBars(QWidget* parent = nullptr);
    void setComparison(const Comparison& comparison);
    struct Row {
        QString name;
        std::vector<Money> amounts{};  ///< per side
        Money difference{};            ///< second side less first
        MeterId meter{};
    };
    const std::vector<Row>& rows() const { return m_rows; }
    /// What the row shows of the comparison; null where that has nothing of the kind.
    const ComparedLine* lineOf(std::size_t row, const Comparison& comparison) const;
    QRect rectOf(std::size_t row) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

Q_SIGNALS:
    /// By the mouse, or by Enter on the row that the arrow keys chose; `below` is a place of the screen.
    void rowClicked(std::size_t row, const QPoint& below);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void partNames();
    int rowHeight() const;
    void ask(std::size_t row);
    std::vector<Row> m_rows;
    std::size_t m_chosen = 0;   ///< by the keyboard
    bool m_namesApart = false;  ///< each name has a line of its own
    double m_largest = 0;       ///< dollars
};

/// Cost against load of two sides on logarithmic axes, with a mark at the scenario's own load and at each crossover.
class CostCurves final : public QWidget {
    Q_OBJECT
public:
    explicit CostCurves(QWidget* parent = nullptr);
    void setCrossover(const Crossover& crossover);
    QSize sizeHint() const override { return {260, 150}; }
    QSize minimumSizeHint() const override { return {200, 130}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Crossover m_crossover;
};

}  // namespace plimsoll
