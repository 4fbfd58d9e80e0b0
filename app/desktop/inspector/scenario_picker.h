// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/widgets/combo_box.h"

namespace plimsoll {

/// Chooses the scenario that Run, price and charts are about.
class ScenarioPicker final : public ComboBox {
    Q_OBJECT
public:
    explicit ScenarioPicker(DesignDocument& document, QWidget* parent = nullptr);

private:
    void refresh();
    DesignDocument& m_document;
};

}  // namespace plimsoll
