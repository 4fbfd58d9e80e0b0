// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/difference_session.h"

#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace plimsoll {

/// What the open design has differently from another one, as a table: what changed, cost and capacity then and now.
class DifferencePage final : public QWidget {
    Q_OBJECT
public:
    explicit DifferencePage(DifferenceSession& session, QWidget* parent = nullptr);
    QTreeWidget& table() { return *m_table; }

Q_SIGNALS:
    void linkActivated(const QString& link);
    /// The user wants the open design held against a file.
    void fileRequested();

private:
    void refresh();

    DifferenceSession& m_session;
    QLabel* m_title;
    QPushButton* m_stop;
    QTreeWidget* m_table;
};

}  // namespace plimsoll
