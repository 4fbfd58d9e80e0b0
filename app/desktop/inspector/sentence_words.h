// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/service_catalog.h"
#include "model/design/design.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace plimsoll {

/// Words of a connection's sentence that one of its parameters decides.
struct SentenceWords {
    qsizetype start, length;
    QString parameter;
    friend bool operator==(const SentenceWords&, const SentenceWords&) = default;
};

/// Found by changing each parameter and looking which words change with it, so that the sentence is written in one
/// place alone. In the order of the sentence, none over another; `text` is that sentence.
QList<SentenceWords> sentenceWords(const Connection& connection, const Design& design,
                                   const ServiceCatalog& catalog, const QString& text);

}  // namespace plimsoll
