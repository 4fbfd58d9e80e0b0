// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_difference.h"
#include "app/desktop/run/run_session.h"

#include <QtCore/QObject>

#include <memory>
#include <optional>
#include <vector>

namespace plimsoll {

/// One thing that two designs have differently, with what it costs and can take in each. What is not known is not there.
struct DifferenceRow {
    ItemDifference item;
    QString name;
    struct Side {
        std::optional<Money> monthly;
        std::optional<double>
            capacity;  ///< of the limit that is closest in the open design, else in the other
    };
    Side then, now;
    QString limit, unit;  ///< "Records written", "records/s"
};

/// The same as people read it: parameters by their names, values with units and as choices are called. `holder` has the item.
ItemDifference worded(ItemDifference item, const Design& holder, const ServiceCatalog& catalog);

/// The open design held against an earlier state of it, or any other design: what was added, removed and changed.
class DifferenceSession final : public QObject {
    Q_OBJECT
public:
    DifferenceSession(DesignDocument& document, RunSession& session, QObject* parent = nullptr);
    ~DifferenceSession() override;

    /// From now on against this one; null: against nothing.
    void setOther(std::shared_ptr<const Design> other, const QString& name);
    /// Null when the open design is held against nothing.
    const std::shared_ptr<const Design>& other() const { return m_other; }
    const QString& name() const { return m_name; }
    const std::vector<DifferenceRow>& rows() const { return m_rows; }
    /// What both cost a month, by average rates.
    std::optional<Money> totalThen() const;
    std::optional<Money> totalNow() const;

Q_SIGNALS:
    /// other() or rows() has changed.
    void changed();

private:
    void refresh();
    void estimateOther();
    DifferenceRow rowOf(ItemDifference item) const;

    struct Implementation;
    std::unique_ptr<Implementation> m_impl;
    DesignDocument& m_document;
    RunSession& m_session;
    std::shared_ptr<const Design> m_other;
    QString m_name;
    std::vector<DifferenceRow> m_rows;
};

}  // namespace plimsoll
