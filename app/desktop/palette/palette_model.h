// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"

#include <QtCore/QAbstractListModel>

#include <vector>

namespace plimsoll {

/// The catalog as the palette lists it: a first few services, then all by category, under headings.
class PaletteModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        ServiceRole = Qt::UserRole + 1,
        NameRole,
        ShortNameRole,
        SummaryRole,
        HeadingRole,
        DrawingOnlyRole
    };

    explicit PaletteModel(const ServiceCatalog& catalog, QObject* parent = nullptr);
    /// With a filter only what matches by name, short name, id or category, each once, best first.
    void setFilter(const QString& filter);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

private:
    struct Row {
        const ServiceSpec* spec = nullptr;  ///< null for a heading
        QString heading;
    };
    void listAll();

    const ServiceCatalog& m_catalog;
    std::vector<Row> m_rows;
};

}  // namespace plimsoll
