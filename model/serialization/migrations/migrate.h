// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/support/error.h"

#include <string>
#include <utility>
#include <vector>

namespace plimsoll {

/// One step of the file format, `from` to `from + 1`: a pure function, one file per step, unchanged once released.
/// A template, so that this header does not need the JSON library.
template <class Json>
struct MigrationStep {
    int from = 0;
    Json (*apply)(Json document) = nullptr;
};

/// Takes a document from version `from` to version `to`, one step at a time, and sets its `version` after each.
template <class Json>
Result<Json> migrate(Json document, int from, int to, const std::vector<MigrationStep<Json>>& steps)
{
    for (int version = from; version < to; ++version) {
        const MigrationStep<Json>* step = nullptr;
        for (const MigrationStep<Json>& each : steps) {
            if (each.from == version)
                step = &each;
        }
        if (step == nullptr || step->apply == nullptr)
            return Error{"/version", "format version " + std::to_string(version) + " cannot be read",
                         "open and save the file with the Plimsoll release that wrote it, or a later one"};
        document = step->apply(std::move(document));
        document["version"] = version + 1;
    }
    return document;
}

}  // namespace plimsoll
