// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest/QTest>

#include <functional>
#include <memory>
#include <vector>

namespace plimsoll::tests {

/// The test classes linked into this binary; main() runs them all.
std::vector<std::function<std::unique_ptr<QObject>()>>& registry();

struct Registration {
    explicit Registration(std::function<std::unique_ptr<QObject>()> make)
    {
        registry().push_back(std::move(make));
    }
};

}  // namespace plimsoll::tests

/// At the end of each tst_*.cpp, before its moc include.
#define PLIMSOLL_TEST(Class)                                                                                 \
    static const plimsoll::tests::Registration registration##Class{[] { return std::make_unique<Class>(); }};
