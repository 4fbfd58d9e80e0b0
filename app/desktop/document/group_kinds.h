// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <string>
#include <vector>

namespace plimsoll {

/// What a frame may stand for. Accounts and availability zones decide transfer prices, branches stand for each other.
struct GroupKind {
    std::string id;
    QString name;
};
std::vector<GroupKind> groupKinds();
/// Of a kind this version does not know: its id.
QString groupKindName(const std::string& id);

}  // namespace plimsoll
