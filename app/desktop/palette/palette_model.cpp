// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/palette/palette_model.h"

#include "app/desktop/document/mime_types.h"
#include "app/desktop/document/service_search.h"
#include "app/desktop/look/theme.h"
#include "app/desktop/text/format.h"

#include <QtCore/QMimeData>

#include <algorithm>
#include <optional>
#include <utility>

namespace plimsoll {

namespace {

constexpr const char* kCategories[] = {
    QT_TRANSLATE_NOOP("PaletteModel", "clients"),     QT_TRANSLATE_NOOP("PaletteModel", "streaming"),
    QT_TRANSLATE_NOOP("PaletteModel", "compute"),     QT_TRANSLATE_NOOP("PaletteModel", "database"),
    QT_TRANSLATE_NOOP("PaletteModel", "storage"),     QT_TRANSLATE_NOOP("PaletteModel", "analytics"),
    QT_TRANSLATE_NOOP("PaletteModel", "integration"), QT_TRANSLATE_NOOP("PaletteModel", "networking"),
    QT_TRANSLATE_NOOP("PaletteModel", "generic")};

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

}  // namespace

PaletteModel::PaletteModel(const ServiceCatalog& catalog, QObject* parent)
    : QAbstractListModel{parent}, m_catalog{catalog}
{
    listAll();
}

void PaletteModel::listAll()
{
    m_rows.clear();
    for (const ServiceSpec* spec : firstServices(m_catalog))
        m_rows.push_back({spec, {}});
    const auto listCategory = [&](const std::string& category) {
        bool first = true;
        for (const ServiceSpec& spec : m_catalog.all()) {
            if (spec.category != category)
                continue;
            if (std::exchange(first, false))
                m_rows.push_back({nullptr, tr("All services · %1").arg(capitalised(categoryName(category)))});
            m_rows.push_back({&spec, {}});
        }
    };
    for (const char* category : kCategories)
        listCategory(category);
    // A category this list does not know yet still shows its services.
    std::vector<std::string> others;
    for (const ServiceSpec& spec : m_catalog.all()) {
        const auto same = [&](const auto& each) { return spec.category == each; };
        if (std::none_of(std::begin(kCategories), std::end(kCategories), same)
            && std::none_of(others.begin(), others.end(), same))
            others.push_back(spec.category);
    }
    for (const std::string& category : others)
        listCategory(category);
}

void PaletteModel::setFilter(const QString& filter)
{
    beginResetModel();
    const QString wanted = filter.simplified();
    if (wanted.isEmpty()) {
        listAll();
    } else {
        m_rows.clear();
        for (const ServiceSpec* spec : findServices(m_catalog, wanted))
            m_rows.push_back({spec, {}});
    }
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (!row.spec) {
        if (role == HeadingRole)
            return true;
        return role == Qt::DisplayRole || role == NameRole ? QVariant{row.heading} : QVariant{};
    }
    const QString id = QString::fromStdString(row.spec->id);
    switch (role) {
    case HeadingRole:
        return false;
    case ServiceRole:
        return id;
    case Qt::DisplayRole:
    case NameRole:
        return coreText(row.spec->name);
    case ShortNameRole:
        return coreText(row.spec->shortName);
    case SummaryRole:
        return coreText(row.spec->summary);
    case DrawingOnlyRole:
        return !row.spec->simulated;
    case Qt::DecorationRole:
        return Theme::current().serviceIcon(id);
    case Qt::ToolTipRole: {
        const QString summary = coreText(row.spec->summary).toHtmlEscaped();
        const QString name = coreText(row.spec->name).toHtmlEscaped();
        const QString how = row.spec->simulated
                                ? QString{}
                                : QStringLiteral("<br><i>%1</i>").arg(tr("Can be drawn, not simulated yet."));
        return QStringLiteral("<b>%1</b><br>%2%3").arg(name, summary, how);
    }
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    if (!index.isValid() || index.data(HeadingRole).toBool())
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
}

QStringList PaletteModel::mimeTypes() const
{
    return {QLatin1String{kServiceMime}};
}

QMimeData* PaletteModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto* mime = new QMimeData;  // the drag takes it
    mime->setData(QLatin1String{kServiceMime}, indexes.front().data(ServiceRole).toString().toUtf8());
    return mime;
}

}  // namespace plimsoll
