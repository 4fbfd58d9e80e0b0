// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/pairing.h"

#include "app/desktop/document/service_search.h"
#include "app/desktop/text/format.h"
#include "model/catalog/connection_parameters.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace plimsoll {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("plimsoll", text);
}

Pairing refused(const QString& hint)
{
    return {Legality::Verdict::Refused, {}, {}, {}, hint};
}

}  // namespace

QString hintOf(const Legality& legality, const ServiceSpec& from, const ServiceSpec& to)
{
    std::string text = legality.explanation;
    const Integration* row = IntegrationTable::builtin().find(from.integrationName, to.integrationName);
    const std::string note = row && !row->note.empty() ? " (" + row->note + ")" : std::string{};
    if (const std::size_t at = note.empty() ? std::string::npos : text.find(note); at != std::string::npos)
        text.erase(at, note.size());
    return coreText(text);
}

Pairing judgePair(const DesignDocument& document, const ComponentId& from, const ComponentId& to,
                  const std::string& port)
{
    const Design& design = document.design();
    const Component* source = findComponent(design, from);
    const Component* target = findComponent(design, to);
    if (!source || !target)
        return refused({});
    if (from == to)
        return refused(tr("A component cannot be connected to itself."));
    const ServiceSpec* sourceSpec = document.catalog().find(source->service);
    const ServiceSpec* targetSpec = document.catalog().find(target->service);
    if (!sourceSpec || !targetSpec) {
        const std::string& unknown = sourceSpec ? target->service : source->service;
        return refused(
            tr("This version does not know the service “%1”.").arg(QString::fromStdString(unknown)));
    }

    const Legality legality = IntegrationTable::builtin().judge(*sourceSpec, *targetSpec);
    Pairing pairing{legality.verdict, from, to, {}, hintOf(legality, *sourceSpec, *targetSpec)};
    if (legality.verdict == Legality::Verdict::Refused)
        return pairing;
    if (legality.verdict == Legality::Verdict::Reversed) {
        std::swap(pairing.from, pairing.to);
        std::swap(sourceSpec, targetSpec);
    }

    if (!port.empty()) {
        const bool readable = std::find(legality.kinds.begin(), legality.kinds.end(), ConnectionKind::Poll)
                              != legality.kinds.end();
        if (!readable || legality.verdict == Legality::Verdict::Reversed)
            return refused(tr("%1 cannot read the output “%2”; put a Lambda function between.")
                               .arg(QString::fromStdString(target->label), QString::fromStdString(port)));
        if (legality.kinds.front() != ConnectionKind::Poll)
            pairing.parameters["kind"] = std::string{toString(ConnectionKind::Poll)};
    }

    const Connection drawn{{}, pairing.from, pairing.to, pairing.parameters, {}};
    const ConnectionKind kind = kindOf(drawn, *sourceSpec, *targetSpec);
    for (const Connection& existing : design.connections) {
        if (existing.from == pairing.from && existing.to == pairing.to
            && kindOf(existing, *sourceSpec, *targetSpec) == kind)
            return refused(tr("These two are connected already; select the line to change it."));
    }
    return pairing;
}

namespace {

/// Is the service worth offering at the end of a line drawn into the open?
bool canFollow(const Legality& legality, bool before, bool fromExtraOutput)
{
    const auto allows = [&](ConnectionKind kind) {
        return std::find(legality.kinds.begin(), legality.kinds.end(), kind) != legality.kinds.end();
    };
    if (fromExtraOutput)
        return legality.verdict == Legality::Verdict::Legal && allows(ConnectionKind::Poll);
    // Turned round, only readers follow: Athena comes after S3, but a source does not come after its stream.
    if (legality.verdict == Legality::Verdict::Reversed)
        return !before && (allows(ConnectionKind::Query) || allows(ConnectionKind::Load));
    return legality.verdict == Legality::Verdict::Legal;
}

}  // namespace

std::vector<const ServiceSpec*> followersOf(const DesignDocument& document, const ComponentId& component,
                                            const std::string& port, bool before)
{
    std::vector<const ServiceSpec*> followers;
    const Component* start = findComponent(document.design(), component);
    const ServiceSpec* spec = start ? document.catalog().find(start->service) : nullptr;
    if (!spec)
        return followers;
    const IntegrationTable& table = IntegrationTable::builtin();
    for (const ServiceSpec* candidate : findServices(document.catalog(), {})) {
        const Legality legality = before ? table.judge(*candidate, *spec) : table.judge(*spec, *candidate);
        if (candidate->simulated && canFollow(legality, before, !port.empty()))
            followers.push_back(candidate);
    }
    return followers;
}

std::vector<const ServiceSpec*> between(const DesignDocument& document, const ComponentId& from,
                                        const ComponentId& to, const std::string& port)
{
    const Component* target = findComponent(document.design(), to);
    const ServiceSpec* end = target ? document.catalog().find(target->service) : nullptr;
    std::vector<const ServiceSpec*> found;
    if (!end)
        return found;
    for (const ServiceSpec* candidate : followersOf(document, from, port, false))
        if (IntegrationTable::builtin().judge(*candidate, *end).verdict == Legality::Verdict::Legal)
            found.push_back(candidate);
    return found;
}

}  // namespace plimsoll
