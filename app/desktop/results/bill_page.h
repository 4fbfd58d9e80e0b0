// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/results/cost_bars.h"
#include "app/desktop/run/run_session.h"
#include "app/desktop/widgets/derivation_view.h"
#include "simulator/metrics/interval_notes.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QWidget>

namespace plimsoll {

/// The month's bill: lines by component, each open to its arithmetic and the price's source.
class BillPage final : public QWidget {
    Q_OBJECT
public:
    explicit BillPage(QWidget* parent = nullptr);
    /// `error` says why there is no bill, `total` how far off its total may be.
    void setBill(const Bill* bill, const QString& error, const StatedInterval& total);
    QTreeWidget& tree() { return *m_tree; }

    /// Before the bill is set.
    void setFieldFinder(ComponentFieldFinder finder) { m_fields = std::move(finder); }

Q_SIGNALS:
    void linkActivated(const QString& link);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitColumns();

    ComponentFieldFinder m_fields;
    QLabel* m_heading;
    QLabel* m_total;
    QLabel* m_growth;
    QTreeWidget* m_tree;
    CostBars* m_bars;
};

}  // namespace plimsoll
