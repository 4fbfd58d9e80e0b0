// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"

#include <QtWidgets/QWidget>

class QLineEdit;
class QMenu;
class QTabBar;

namespace plimsoll {

/// The pages of the drawing as tabs under the canvas: chosen, dragged into another order, renamed where they stand. Shown
/// while there is more than one.
class PageBar final : public QWidget {
    Q_OBJECT
public:
    explicit PageBar(DesignDocument& document, QWidget* parent = nullptr);
    QTabBar& tabs() { return *m_tabs; }
    /// What can be done with the page of that tab.
    QMenu* menuOf(int tab);
    void rename(int tab);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void finishRename(bool keep);

    DesignDocument& m_document;
    QTabBar* m_tabs;
    QLineEdit* m_name;
    int m_renamed = -1;
    bool m_filling = false;
};

}  // namespace plimsoll
