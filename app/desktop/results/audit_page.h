// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/run/run_session.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QTreeWidget>
#include <QtWidgets/QWidget>

namespace plimsoll {

/// Whether the run's books balance, and where its figures come from.
class AuditPage final : public QWidget {
    Q_OBJECT
public:
    explicit AuditPage(QWidget* parent = nullptr);
    /// `scenario`: what people call the one that was run; empty for its id.
    void setResult(const std::shared_ptr<const RunResult>& result, const QString& scenario = {});

private:
    QTreeWidget* m_audits;
    QWidget* m_facts;
    QGridLayout* m_factsGrid;
};

}  // namespace plimsoll
