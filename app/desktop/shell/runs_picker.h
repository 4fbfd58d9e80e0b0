// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/run_session.h"
#include "app/desktop/widgets/combo_box.h"

namespace plimsoll {

/// How many times Run runs: once, five times, or until the numbers are sure. Remembered between starts.
class RunsPicker final : public ComboBox {
    Q_OBJECT
public:
    explicit RunsPicker(RunSession& session, QWidget* parent = nullptr);
};

}  // namespace plimsoll
