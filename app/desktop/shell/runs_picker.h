// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/run_session.h"

#include <QtWidgets/QComboBox>

namespace plimsoll {

/// How many times Run runs: once, five times, or until the numbers are sure. Remembered between starts.
class RunsPicker final : public QComboBox {
    Q_OBJECT
public:
    explicit RunsPicker(RunSession& session, QWidget* parent = nullptr);
};

}  // namespace plimsoll
