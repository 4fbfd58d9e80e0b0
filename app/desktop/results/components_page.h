// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/run_session.h"

#include <QtGui/QStandardItemModel>
#include <QtWidgets/QTableView>
#include <QtWidgets/QWidget>

namespace plimsoll {

/// Every component's counts, latency and nearest limit, sortable.
class ComponentsPage final : public QWidget {
    Q_OBJECT
public:
    explicit ComponentsPage(QWidget* parent = nullptr);
    void setResult(const std::shared_ptr<const RunResult>& result);
    QTableView& table() { return *m_table; }

signals:
    void linkActivated(const QString& link);

private:
    QStandardItemModel* m_model;
    QTableView* m_table;
};

}  // namespace plimsoll
