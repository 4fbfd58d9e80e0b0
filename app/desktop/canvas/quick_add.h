// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"

#include <QtWidgets/QFrame>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace plimsoll {

/// Types a service into the canvas: a field and what answers it, at a point. Enter takes the first.
class QuickAdd final : public QFrame {
    Q_OBJECT
public:
    QuickAdd(const ServiceCatalog& catalog, QWidget* parent);
    using Chosen = std::function<void(const QString& serviceId)>;
    /// `likely` come first and alone until something is typed; empty: the services met first.
    void openAt(QPoint at, const QString& prompt, std::vector<const ServiceSpec*> likely, Chosen chosen);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void list();
    void fitRows();
    void choose();

    const ServiceCatalog& m_catalog;
    QLineEdit* m_text;
    QListWidget* m_list;
    std::vector<const ServiceSpec*> m_likely;
    Chosen m_chosen;
};

}  // namespace plimsoll
