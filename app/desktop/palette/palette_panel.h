// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/palette/palette_model.h"

#include <QtWidgets/QListView>
#include <QtWidgets/QWidget>

class QLineEdit;

namespace plimsoll {

/// The list of services; a drag carries a picture of the card to come.
class PaletteList final : public QListView {
    Q_OBJECT
public:
    explicit PaletteList(QWidget* parent = nullptr);

protected:
    void startDrag(Qt::DropActions actions) override;
};

/// The left panel: a search field over the list of services.
class PalettePanel final : public QWidget {
    Q_OBJECT
public:
    explicit PalettePanel(const ServiceCatalog& catalog, QWidget* parent = nullptr);
    QListView& list() { return *m_list; }
    void focusSearch();

Q_SIGNALS:
    /// By double click or Enter.
    void serviceChosen(const QString& serviceId);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(const QModelIndex& index);

    PaletteModel m_model;
    QLineEdit* m_search;
    PaletteList* m_list;
};

}  // namespace plimsoll
