// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "simulator/services/builtin_services.h"

#include <iostream>

int main(int argc, char** argv)
{
    const plimsoll::ServiceLibrary library = plimsoll::builtinServices();
    return plimsoll::runCommandLine(argc, argv, library, std::cout, std::cerr);
}
