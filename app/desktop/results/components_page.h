// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/run_session.h"
#include "app/desktop/widgets/derivation_view.h"

#include <QtGui/QStandardItemModel>
#include <QtWidgets/QTableView>
#include <QtWidgets/QWidget>

#include <memory>
#include <optional>

namespace plimsoll {

/// Every component's counts, latency and nearest limit, sortable. A click on a number says how it comes about.
class ComponentsPage final : public QWidget {
    Q_OBJECT
public:
    explicit ComponentsPage(QWidget* parent = nullptr);
    void setResult(const std::shared_ptr<const RunResult>& result);
    QTableView& table() { return *m_table; }
    void setFieldFinder(ComponentFieldFinder finder) { m_fields = std::move(finder); }

Q_SIGNALS:
    void linkActivated(const QString& link);

private:
    int limitColumn() const;
    void follow(const QModelIndex& index);
    /// Nothing where the cell holds no number.
    std::optional<Derivation> whyOf(const QModelIndex& index) const;

    std::shared_ptr<const RunResult> m_result;
    ComponentFieldFinder m_fields;
    QStandardItemModel* m_model;
    QTableView* m_table;
};

}  // namespace plimsoll
