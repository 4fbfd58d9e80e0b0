// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QDialog>

class QMenuBar;

namespace plimsoll {

/// Every key the window knows on one page: the menus' by themselves, the canvas's written out.
class ShortcutSheet final : public QDialog {
    Q_OBJECT
public:
    ShortcutSheet(const QMenuBar& menus, QWidget* parent);
};

}  // namespace plimsoll
