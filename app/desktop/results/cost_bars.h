// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pricing/bill.h"

#include <QtWidgets/QWidget>

#include <vector>

namespace plimsoll {

/// The month's cost by component, dearest first.
class CostBars final : public QWidget {
    Q_OBJECT
public:
    explicit CostBars(QWidget* parent = nullptr);
    void setBill(const Bill* bill);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {180, sizeHint().height()}; }

Q_SIGNALS:
    void linkActivated(const QString& link);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    struct Row {
        QString id, label;
        Money amount;
    };
    int rowHeight() const;
    std::vector<Row> m_rows;
    Money m_total;
};

}  // namespace plimsoll
