// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/canvas/pairing.h"

#include "model/design/connection_parameters.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace plimsoll {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Pairing", text);
}

Pairing refused(const QString& hint)
{
    return {Legality::Verdict::Refused, {}, {}, {}, hint};
}

}  // namespace

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
    Pairing pairing{legality.verdict, from, to, {}, QString::fromStdString(legality.explanation)};
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

}  // namespace plimsoll
