// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

namespace plimsoll {

class ServiceLibrary;

/// Runs one subcommand. 0 = done; 1 = an objective or the budget is missed (`check`); 2 = bad input; 130 = interrupted,
/// what was printed covers the part that ran. Figures go to `out`, errors and progress to `err`.
int runCommandLine(int argc, const char* const* argv, const ServiceLibrary& library, std::ostream& out,
                   std::ostream& err);

/// Do these arguments ask for a subcommand, help or the version, rather than for a window?
bool isCommandLine(int argc, const char* const* argv);

}  // namespace plimsoll
