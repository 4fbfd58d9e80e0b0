// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/document/service_search.h"

#include "app/desktop/text/format.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace plimsoll {

QString categoryName(const std::string& category)
{
    return QCoreApplication::translate("PaletteModel", category.c_str());
}

std::optional<int> searchRank(const ServiceSpec& spec, const QString& wanted)
{
    const QString shortName = coreText(spec.shortName);
    const QString name = coreText(spec.name);
    const QString id = QString::fromStdString(spec.id);
    // Whoever types a whole name means that service, whatever else begins or sounds like it.
    for (const QString& exact : {shortName, name, id})
        if (exact.compare(wanted, Qt::CaseInsensitive) == 0)
            return -1;
    if (shortName.startsWith(wanted, Qt::CaseInsensitive) || name.startsWith(wanted, Qt::CaseInsensitive))
        return 0;
    if (shortName.contains(wanted, Qt::CaseInsensitive) || name.contains(wanted, Qt::CaseInsensitive))
        return 1;
    if (id.contains(wanted, Qt::CaseInsensitive))
        return 2;
    if (QString::fromStdString(spec.category).contains(wanted, Qt::CaseInsensitive)
        || categoryName(spec.category).contains(wanted, Qt::CaseInsensitive))
        return 3;
    return std::nullopt;
}

std::vector<const ServiceSpec*> firstServices(const ServiceCatalog& catalog)
{
    std::vector<const ServiceSpec*> services;
    for (const ServiceSpec& spec : catalog.all())
        if (spec.paletteRank > 0)
            services.push_back(&spec);
    std::stable_sort(services.begin(), services.end(), [](const ServiceSpec* a, const ServiceSpec* b) {
        return a->paletteRank < b->paletteRank;
    });
    return services;
}

std::vector<const ServiceSpec*> findServices(const ServiceCatalog& catalog, const QString& wanted)
{
    std::vector<const ServiceSpec*> all = firstServices(catalog);
    for (const ServiceSpec& spec : catalog.all())
        if (std::find(all.begin(), all.end(), &spec) == all.end())
            all.push_back(&spec);
    if (wanted.isEmpty())
        return all;
    std::vector<std::pair<int, const ServiceSpec*>> found;
    for (const ServiceSpec* spec : all)
        if (const auto rank = searchRank(*spec, wanted))
            found.emplace_back(*rank, spec);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const ServiceSpec*> services;
    for (const auto& [rank, spec] : found)
        services.push_back(spec);
    return services;
}

}  // namespace plimsoll
