// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSet>
#include <QtCore/QString>

namespace plimsoll {

/// While one lives, these stand for what the user called something: coreText() leaves them as they are in the places of
/// a sentence, even where one reads like a word of the catalogues.
class UsersNames {
public:
    explicit UsersNames(QSet<QString> names);
    ~UsersNames();
    Q_DISABLE_COPY_MOVE(UsersNames)

private:
    QSet<QString> m_before;
};

}  // namespace plimsoll
