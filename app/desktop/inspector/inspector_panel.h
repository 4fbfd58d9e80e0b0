// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/run/run_session.h"
#include "app/desktop/widgets/scroll_column.h"

#include <QtCore/QStringList>
#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <functional>
#include <map>

namespace plimsoll {

class InspectorPage;

/// What is selected: its parameters, sizes, limits and cost; with nothing selected the design and its scenario.
class InspectorPanel final : public QWidget {
    Q_OBJECT
public:
    InspectorPanel(DesignDocument& document, RunSession& session, QWidget* parent = nullptr);
    QStringList shownItems() const { return m_ids; }
    /// Of a large design, the page for what was chosen is made when this no longer holds.
    void waitWhile(std::function<bool()> isBusy);

public Q_SLOTS:
    /// Ids of components, connections, groups and notes; none shows the design.
    void showItems(const QStringList& ids);

    /// Shows what is chosen and nothing that was worked out.
    void setNumbersHidden(bool hidden);
    /// Puts the cursor into the field of this parameter of what is shown, wherever it is folded away.
    void focusParameter(const QString& id);
    /// The same with an item of one of the lists of what is shown: "faults", 0.
    void focusItem(const QString& list, int index);

Q_SIGNALS:
    /// "component:<id>", "bill": for whoever can show it.
    void linkActivated(const QString& link);

private:
    void rebuild();
    void refresh();
    void showChosen();
    /// Shows at once what was to follow after the canvas.
    void catchUp();
    const Design& design() const;

    DesignDocument& m_document;
    RunSession& m_session;
    QStringList m_ids;
    QTimer m_later;  ///< runs while a page is due
    std::function<bool()> m_isBusy;
    ScrollColumn* m_scroll;
    InspectorPage* m_page = nullptr;
    bool m_numbersHidden = false;
    std::map<QString, bool> m_open;  ///< which sections the user opened or closed
};

}  // namespace plimsoll
