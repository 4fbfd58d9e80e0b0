// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalog/connection_kind.h"
#include "model/catalog/service_spec.h"
#include "model/design/design.h"
#include "model/support/error.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

enum class Native { Yes, ViaCode, No };

std::string_view toString(ConnectionKind kind);
std::optional<ConnectionKind> connectionKind(std::string_view text);

/// One row of resources/integrations.csv.
struct Integration {
    std::string from, to;               ///< integration names
    std::vector<ConnectionKind> kinds;  ///< the first is the default
    Native native = Native::Yes;
    std::string note;
    std::string sourceUrl;
};

/// May these two services be connected, and how? The answer explains itself.
struct Legality {
    /// DrawnOnly: AWS offers it, and a run would carry nothing over it.
    enum class Verdict { Legal, Reversed, CustomCode, DrawnOnly, Refused };
    Verdict verdict = Verdict::CustomCode;
    std::vector<ConnectionKind> kinds;  ///< allowed, default first; empty when refused
    std::string explanation;            ///< English sentence for the hint, with the remedy when refused
    std::string sourceUrl;
    std::string remedy{};  ///< refused: what works instead, as the end of the explanation says
};

/// Which service pairs AWS offers, which need code, which are impossible.
class IntegrationTable {
public:
    /// The table compiled into the program.
    static const IntegrationTable& builtin();
    explicit IntegrationTable(std::vector<Integration> rows);
    const Integration* find(std::string_view from, std::string_view to) const;
    /// `Reversed`: only to -> from is legal, so store it that way ("Athena reads S3").
    Legality judge(const ServiceSpec& from, const ServiceSpec& to) const;
    const std::vector<Integration>& rows() const { return m_rows; }

private:
    Legality judgeDrawn(const ServiceSpec& from, const ServiceSpec& to) const;
    std::vector<Integration> m_rows;  // sorted by (from, to)
};

/// Reads the table's CSV: from,to,kinds,native,note,source_url. Rows of the same pair are joined into one.
Result<std::vector<Integration>> parseIntegrations(std::string_view csv);

}  // namespace plimsoll
