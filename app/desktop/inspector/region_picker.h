// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/widgets/combo_box.h"

namespace plimsoll {

/// The region the design is priced in: those with a price book.
class RegionPicker final : public ComboBox {
    Q_OBJECT
public:
    explicit RegionPicker(DesignDocument& document, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    DesignDocument& m_document;
};

}  // namespace plimsoll
