// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/catalog/integrations.h"

#include "model/support/csv.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>
#include <tuple>
#include <utility>

namespace plimsoll {

namespace embedded {
std::string_view integrationsFile(std::string_view name);  // generated from resources/integrations.csv
}  // namespace embedded

namespace {

using enum ConnectionKind;

constexpr std::array<std::pair<ConnectionKind, std::string_view>, 9> kKindNames{{{Call, "call"},
                                                                                 {Put, "put"},
                                                                                 {Notify, "notify"},
                                                                                 {Poll, "poll"},
                                                                                 {Query, "query"},
                                                                                 {Load, "load"},
                                                                                 {Replicate, "replicate"},
                                                                                 {Start, "start"},
                                                                                 {Uses, "uses"}}};

constexpr std::string_view kHeader = "from,to,kinds,native,note,source_url";

void addKind(std::vector<ConnectionKind>& kinds, ConnectionKind kind)
{
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
        kinds.push_back(kind);
}

// The table also knows two words that are no traffic of their own.
bool addKindNamed(std::vector<ConnectionKind>& kinds, std::string_view word)
{
    if (word == "resolve") {
        // A name service hands the caller to the target: drawn in the path, the requests go on as calls.
        addKind(kinds, Call);
        addKind(kinds, Uses);
        return true;
    }
    if (word == "path") {
        addKind(kinds, Uses);
        return true;
    }
    const std::optional<ConnectionKind> kind = connectionKind(word);
    if (kind)
        addKind(kinds, *kind);
    return kind.has_value();
}

std::optional<Native> nativeNamed(std::string_view word)
{
    if (word == "yes")
        return Native::Yes;
    if (word == "via-code")
        return Native::ViaCode;
    if (word == "no")
        return Native::No;
    return std::nullopt;
}

Error rowError(std::size_t line, std::string what)
{
    return {"row " + std::to_string(line), std::move(what), "correct the integrations table"};
}

bool isLegal(const Integration* row)
{
    return row != nullptr && row->native != Native::No;
}

/// "Athena reads S3": what the initiator of a connection of this kind does.
std::string deed(ConnectionKind kind, const ServiceSpec& from, const ServiceSpec& to)
{
    switch (kind) {
    case Call:
        return from.name + " calls " + to.name;
    case Put:
        return from.name + " writes to " + to.name;
    case Notify:
        return from.name + " notifies " + to.name;
    case Poll:
        return to.name + " reads " + from.name;
    case Query:
        return from.name + (to.runsQueries ? " queries " : " reads ") + to.name;
    case Load:
        return to.name + " loads from " + from.name;
    case Replicate:
        return from.name + " copies its changes to " + to.name;
    case Start:
        return from.name + " starts " + to.name;
    case Uses:
        return from.name + " uses " + to.name;
    }
    return {};
}

/// How badly a leg suits as half of a detour: code to write counts one, a bulk copy instead of a flow counts two.
int detourCost(const Integration& leg)
{
    const ConnectionKind kind = leg.kinds.empty() ? Uses : leg.kinds.front();
    const bool flows = kind == Call || kind == Put || kind == Notify || kind == Poll;
    return (leg.native == Native::ViaCode ? 1 : 0) + (flows ? 0 : 2);
}

/// How a service stands among the others: whether it calls them in the user's own code, and how many it goes with.
struct Standing {
    int native = 0, viaCode = 0;  ///< ways out
    int ways = 0;                 ///< in and out that need no code at the other end
    bool runsCode() const { return viaCode > native; }
};

Standing standingOf(const IntegrationTable& table, std::string_view name)
{
    Standing standing;
    for (const Integration& row : table.rows()) {
        if (row.native == Native::No || (row.from != name && row.to != name))
            continue;
        if (row.from == name)
            ++(row.native == Native::Yes ? standing.native : standing.viaCode);
        standing.ways += row.native == Native::Yes ? 1 : 0;
    }
    return standing;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
    return text;
}

/// Up to three services X for which from -> X and X -> to are both possible, best first.
std::vector<std::string> goBetweens(const IntegrationTable& table, std::string_view from, std::string_view to)
{
    std::vector<std::tuple<int, int, std::string>> found;
    for (const Integration& first : table.rows()) {
        if (first.from != from || !isLegal(&first) || first.to == from || first.to == to)
            continue;
        const Integration* second = table.find(first.to, to);
        if (!isLegal(second))
            continue;
        const Standing standing = standingOf(table, first.to);
        // What runs the architect's own code is written anyway: that the second leg needs some is no reason against it.
        const bool written = standing.runsCode() && first.native == Native::Yes;
        found.emplace_back(written ? 0 : detourCost(first) + detourCost(*second), -standing.ways, first.to);
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> names;
    for (const auto& [cost, rank, name] : found) {
        // A detour by bulk copies is offered only when there is none that flows.
        if (names.size() == 3 || (!names.empty() && cost >= std::get<0>(found.front()) + 2))
            break;
        names.push_back(name);
    }
    return names;
}

Legality legal(const Integration& row, const ServiceSpec& from, const ServiceSpec& to)
{
    Legality answer{Legality::Verdict::Legal, row.kinds, deed(row.kinds.front(), from, to), row.sourceUrl};
    if (row.native == Native::ViaCode)
        answer.explanation += " in your own code";
    if (!row.note.empty())
        answer.explanation += " (" + row.note + ")";
    return answer;
}

Legality reversed(const Integration& row, const ServiceSpec& from, const ServiceSpec& to)
{
    return {Legality::Verdict::Reversed, row.kinds,
            deed(row.kinds.front(), to, from) + ", so the connection goes from " + to.name + " to "
                + from.name,
            row.sourceUrl};
}

Legality refused(const IntegrationTable& table, const Integration& row, const Integration* reverse,
                 const ServiceSpec& from, const ServiceSpec& to)
{
    Legality answer{Legality::Verdict::Refused, {}, {}, row.sourceUrl};
    answer.explanation =
        from.name + (from.runsQueries && !from.stores ? " cannot read " : " cannot deliver to ") + to.name;
    if (!row.note.empty())
        answer.explanation += " (" + row.note + ")";
    const std::vector<std::string> between = goBetweens(table, row.from, row.to);
    answer.remedy = "put " + (between.empty() ? "your own code" : joined(between)) + " between";
    if (isLegal(reverse))
        answer.remedy += "; the other way works: " + deed(reverse->kinds.front(), to, from);
    answer.explanation += "; " + answer.remedy;
    return answer;
}

/// What the table does not know at all is code of the architect's own. A cache runs none: the code that asks it also
/// asks what is behind it, and that is drawn as the cache's connection.
bool runsYourCode(const IntegrationTable& table, const ServiceSpec& spec)
{
    return spec.integrationName.empty()
           || (!spec.caches && standingOf(table, spec.integrationName).runsCode());
}

Legality customCode(const IntegrationTable& table, const ServiceSpec& from, const ServiceSpec& to)
{
    Legality answer{Legality::Verdict::CustomCode, {}, {}, {}};
    if (from.delivery && !from.stores)
        answer.kinds = {Notify};  // it delivers, and does nothing else
    else if (to.stores)
        answer.kinds = {Put, Call};
    else if (from.stores && !from.runsQueries)
        answer.kinds = {Poll, Call, Put};  // a stream, queue or bucket waits to be read; it never calls
    else
        answer.kinds = {Call, Put};
    if (to.runsJobs && !to.stores)
        answer.kinds.push_back(Start);
    if (to.stores && from.stores)
        answer.kinds.push_back(Poll);
    // The code runs where the work comes from, or where it is fetched to; what the table does not list is reached as
    // anything on the network is.
    const bool sends = runsYourCode(table, from) || to.integrationName.empty();
    const bool fetches = from.stores && runsYourCode(table, to);
    if (!sends && !fetches) {
        answer.verdict = Legality::Verdict::Refused;
        answer.kinds.clear();
        answer.remedy = "put a function or an instance that runs your code between";
        answer.explanation = "AWS has no known way from " + from.name + " to " + to.name
                             + ", and neither runs code of yours; " + answer.remedy;
        return answer;
    }
    answer.explanation =
        from.name + " to " + to.name
        + " is custom code: no integration of these two is known, so the behaviour is an assumption";
    return answer;
}

/// Leaves the kinds that both ends act on. A connection over which nothing would go is refused as custom code, and as one
/// of AWS's own can be drawn only.
Legality played(Legality answer, const ServiceSpec& from, const ServiceSpec& to)
{
    const bool mayBe =
        answer.verdict == Legality::Verdict::Legal || answer.verdict == Legality::Verdict::CustomCode;
    // Dead letters are moved by the queue itself.
    if (!mayBe || carriesDeadLetters(from, to))
        return answer;
    std::vector<ConnectionKind> kinds;
    std::copy_if(answer.kinds.begin(), answer.kinds.end(), std::back_inserter(kinds),
                 [&](ConnectionKind kind) {
                     // What keeps nothing for others brings what is loaded itself. New objects are loaded as they come;
                     // a table is read as a whole, and only a job says when.
                     const ConnectionKind taken = kind == Load && !from.stores ? Put : kind;
                     if (kind == Load && from.feed.shape == FeedSpec::Shape::Lanes && !to.runsJobs)
                         return false;
                     return kind == Uses || (from.makes.has(kind) && to.takes.has(taken));
                 });
    if (!kinds.empty()) {
        answer.kinds = std::move(kinds);
        return answer;
    }
    if (answer.verdict == Legality::Verdict::CustomCode) {
        answer.verdict = Legality::Verdict::Refused;
        answer.kinds.clear();
        answer.remedy = "put a function or an instance that runs your code between";
        answer.explanation = to.name + (from.stores ? " does not read " : " takes nothing from ") + from.name
                             + "; " + answer.remedy;
        return answer;
    }
    answer.verdict = Legality::Verdict::DrawnOnly;
    answer.remedy = "remove it to run the design";
    answer.explanation += "; it can be drawn, and not run yet";
    return answer;
}

}  // namespace

std::string_view toString(ConnectionKind kind)
{
    const auto at =
        std::find_if(kKindNames.begin(), kKindNames.end(), [kind](auto& pair) { return pair.first == kind; });
    return at == kKindNames.end() ? std::string_view{} : at->second;
}

std::optional<ConnectionKind> connectionKind(std::string_view text)
{
    const auto at = std::find_if(kKindNames.begin(), kKindNames.end(),
                                 [text](auto& pair) { return pair.second == text; });
    return at == kKindNames.end() ? std::nullopt : std::optional{at->first};
}

Result<std::vector<Integration>> parseIntegrations(std::string_view csv)
{
    Result<std::vector<CsvRow>> rows = readCsv(csv);
    if (!rows)
        return rows.error();
    if (csv.substr(0, csv.find_first_of("\r\n")) != kHeader)
        return rowError(1, "the first row must be \"" + std::string{kHeader} + "\"");
    std::vector<Integration> integrations;
    for (std::size_t at = 1; at < rows->size(); ++at) {
        CsvRow& fields = (*rows)[at];
        Integration row{fields[0], fields[1], {}, Native::Yes, fields[4], fields[5]};
        if (row.from.empty() || row.to.empty())
            return rowError(at + 1, "a service has no name");
        const std::optional<Native> native = nativeNamed(fields[3]);
        if (!native)
            return rowError(at + 1, "\"" + fields[3] + "\" is not one of yes, via-code, no");
        row.native = *native;
        for (std::string_view rest = fields[2]; !rest.empty();) {
            const std::string_view word = rest.substr(0, rest.find('|'));
            if (!addKindNamed(row.kinds, word))
                return rowError(at + 1, "unknown connection kind \"" + std::string{word} + "\"");
            rest.remove_prefix(std::min(word.size() + 1, rest.size()));
        }
        if (row.kinds.empty() != (row.native == Native::No))
            return rowError(at + 1, "kinds must be given unless native is no");
        const auto same =
            std::find_if(integrations.begin(), integrations.end(), [&row](const Integration& other) {
                return other.from == row.from && other.to == row.to;
            });
        if (same == integrations.end()) {
            integrations.push_back(std::move(row));
            continue;
        }
        if (same->native != row.native)
            return rowError(at + 1, row.from + " to " + row.to + " is listed twice with different answers");
        for (const ConnectionKind kind : row.kinds)
            addKind(same->kinds, kind);
        if (!row.note.empty())
            same->note += (same->note.empty() ? "" : "; ") + row.note;
    }
    return integrations;
}

const IntegrationTable& IntegrationTable::builtin()
{
    static const IntegrationTable table = [] {
        Result<std::vector<Integration>> rows =
            parseIntegrations(embedded::integrationsFile("integrations.csv"));
        assert(rows.has_value());
        return IntegrationTable{rows ? std::move(*rows) : std::vector<Integration>{}};
    }();
    return table;
}

IntegrationTable::IntegrationTable(std::vector<Integration> rows) : m_rows{std::move(rows)}
{
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const Integration& a, const Integration& b) {
        return std::tie(a.from, a.to) < std::tie(b.from, b.to);
    });
}

const Integration* IntegrationTable::find(std::string_view from, std::string_view to) const
{
    const auto at = std::lower_bound(
        m_rows.begin(), m_rows.end(), std::pair{from, to}, [](const Integration& row, auto& key) {
            return std::pair<std::string_view, std::string_view>{row.from, row.to} < key;
        });
    return at != m_rows.end() && at->from == from && at->to == to ? &*at : nullptr;
}

Legality IntegrationTable::judge(const ServiceSpec& from, const ServiceSpec& to) const
{
    return played(judgeDrawn(from, to), from, to);
}

Legality IntegrationTable::judgeDrawn(const ServiceSpec& from, const ServiceSpec& to) const
{
    if (to.use) {
        // Any of AWS's services may that does work of its own: who sends from outside has keys and logs elsewhere.
        if (from.isSource || from.use || from.balances)
            return {Legality::Verdict::Refused,
                    {},
                    from.name + " uses no " + to.name + "; connect a service that does",
                    {},
                    "connect a service that does"};
        return {Legality::Verdict::Legal, {Uses}, deed(Uses, from, to) + " beside its work", to.docsUrl};
    }
    const bool listed = !from.integrationName.empty() && !to.integrationName.empty();
    const Integration* forward = listed ? find(from.integrationName, to.integrationName) : nullptr;
    const Integration* backward = listed ? find(to.integrationName, from.integrationName) : nullptr;
    // Who only sends work cannot be given any, whatever the table says about its kind of service.
    if (!to.accepts && !from.accepts)
        return {Legality::Verdict::Refused,
                {},
                from.name + " and " + to.name + " both only send work; put a service that takes it between",
                {},
                "put a service that takes it between"};
    if (!to.accepts && !isLegal(backward)) {
        Legality answer = customCode(*this, to, from);
        answer.verdict = Legality::Verdict::Reversed;
        answer.explanation =
            to.name + " only sends work, so the connection goes from " + to.name + " to " + from.name;
        return answer;
    }
    if (to.accepts && isLegal(forward))
        return legal(*forward, from, to);
    if (forward != nullptr && to.accepts)
        return refused(*this, *forward, backward, from, to);
    // The user's own code can ask for a job wherever it runs, also one that calls it back.
    const bool asksForJob = to.runsJobs && !to.stores && runsYourCode(*this, from);
    if (isLegal(backward) && !asksForJob)
        return reversed(*backward, from, to);
    return customCode(*this, from, to);
}

}  // namespace plimsoll
