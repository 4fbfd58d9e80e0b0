// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "app/desktop/run/run_session.h"
#include "app/desktop/widgets/disclosure.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QVBoxLayout>
#include <QtWidgets/QWidget>

#include <functional>
#include <map>
#include <vector>

namespace plimsoll {

class ScenarioList;

/// What every page of the inspector knows: the document, the session, and which sections were left open.
struct InspectorContext {
    DesignDocument& document;
    RunSession& session;
    std::map<QString, bool>& open;
    std::function<void(const QString&)> followLink;
    bool numbersHidden = false;  ///< nothing that was worked out is shown
};

/// One page of the inspector, made for one selection and refreshed while it lasts.
class InspectorPage : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPage(const InspectorContext& context, QWidget* parent = nullptr);
    /// The document or the session has news.
    virtual void refresh() = 0;
    /// False when what the page shows is gone or has become something else, so that another page is needed.
    virtual bool isCurrent() const { return true; }
    /// The cursor into an item of one of the page's lists ("faults", 0); false when the page has no such list.
    virtual bool showItem(const QString&, int) { return false; }

Q_SIGNALS:
    /// Something has got the cursor and shall be in sight.
    void shown(QWidget* part);

protected:
    /// Unfolds the section of the list with this key and goes to the item.
    static bool focusIn(const std::vector<ScenarioList*>& lists, const QString& key, int index);
    void watchItems(const ScenarioList& list);
    /// A heading that folds; remembers being open by its key.
    Disclosure* addSection(const QString& key, const QString& title, QWidget* content,
                           bool openAtFirst = true);
    QVBoxLayout& column() { return *m_column; }
    const InspectorContext& context() const { return m_context; }
    DesignDocument& document() const { return m_context.document; }
    RunSession& session() const { return m_context.session; }
    const Design& design() const { return m_context.document.design(); }

private:
    InspectorContext m_context;
    QVBoxLayout* m_column;
};

/// A row of a table of figures: what it is, and on the right what it comes to.
void addPair(QGridLayout& grid, const QString& name, const QString& value, const QString& tip = {});
/// Removes what a layout holds; the widgets may be in the middle of their own signal, so they go later.
void emptyLayout(QLayout& layout);

}  // namespace plimsoll
