// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/study/templates.h"

#include <nlohmann/json.hpp>

namespace plimsoll {

namespace embedded {
std::string_view templateFile(std::string_view name);
}

namespace {

std::string textOf(const nlohmann::json& document, const char* member)
{
    const auto found = document.find(member);
    return found != document.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

DesignTemplate read(std::string id)
{
    DesignTemplate result;
    result.text = embedded::templateFile(id + ".plimsoll");
    const nlohmann::json document = nlohmann::json::parse(result.text, nullptr, /*allow_exceptions=*/false);
    if (document.is_object()) {
        result.title = textOf(document, "title");
        result.summary = textOf(document, "summary");
        // A design says what it is in its first note when it has no summary.
        const auto notes = document.find("notes");
        if (result.summary.empty() && notes != document.end() && notes->is_array() && !notes->empty()
            && notes->front().is_object())
            result.summary = textOf(notes->front(), "text");
    }
    result.id = std::move(id);
    return result;
}

std::vector<DesignTemplate> readAll()
{
    // The list is in CMakeLists.txt: "first;second;".
    constexpr std::string_view kNames = PLIMSOLL_TEMPLATES;
    std::vector<DesignTemplate> all;
    for (std::size_t at = 0; at < kNames.size();) {
        const std::size_t end = kNames.find(';', at);
        all.push_back(read(std::string{kNames.substr(at, end - at)}));
        at = end + 1;
    }
    return all;
}

}  // namespace

const std::vector<DesignTemplate>& designTemplates()
{
    static const std::vector<DesignTemplate> all = readAll();
    return all;
}

}  // namespace plimsoll
