// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

namespace plimsoll {

/// What an empty canvas says: three ways to begin.
class EmptyState final : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent);

signals:
    void comparisonRequested();
    void sourceRequested();
    void openRequested();
};

}  // namespace plimsoll
