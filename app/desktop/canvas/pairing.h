// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/document/design_document.h"
#include "model/catalog/integrations.h"

#include <QtCore/QString>

#include <string>
#include <vector>

namespace plimsoll {

/// The answer to "may these two be connected?", ready to be stored and said.
struct Pairing {
    Legality::Verdict verdict = Legality::Verdict::Refused;
    ComponentId from, to;     ///< as stored: reversed pairs are turned round
    ParameterMap parameters;  ///< e.g. the kind, when it is not the pair's default
    QString hint;             ///< one or two sentences, with the remedy when refused
    bool isAllowed() const { return verdict != Legality::Verdict::Refused; }
};

/// The pair as drawn from `from` to `to`. With `port` the line began at that extra output ("Stream").
Pairing judgePair(const DesignDocument& document, const ComponentId& from, const ComponentId& to,
                  const std::string& port = {});

/// What the table says of such a pair, in the reader's language: its notes in brackets are jargon, and English.
QString hintOf(const Legality& legality, const ServiceSpec& from, const ServiceSpec& to);

/// Services that can stand between two components that cannot be connected, those met first leading.
std::vector<const ServiceSpec*> between(const DesignDocument& document, const ComponentId& from,
                                        const ComponentId& to, const std::string& port = {});

/// Services worth offering after a component (or `before` it), those met first leading.
std::vector<const ServiceSpec*> followersOf(const DesignDocument& document, const ComponentId& component,
                                            const std::string& port, bool before);

}  // namespace plimsoll
