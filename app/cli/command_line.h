// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>

namespace plimsoll {

class ServiceLibrary;
class Ranks;
class Renderer;

/// Runs one subcommand. 0 = done; 1 = an objective or the budget is missed (`check`); 2 = bad input; 130 = interrupted,
/// what was printed covers the part that ran. Figures go to `out`, errors and progress to `err`.
/// `ranks`: processes that were started together with the same arguments; null = this one alone.
/// `renderer`: draws pictures and reports; null = such commands say that this program cannot.
int runCommandLine(int argc, const char* const* argv, const ServiceLibrary& library, std::ostream& out,
                   std::ostream& err, Ranks* ranks = nullptr, Renderer* renderer = nullptr);

/// Do these arguments ask for a subcommand, help or the version, rather than for a window?
bool isCommandLine(int argc, const char* const* argv);

}  // namespace plimsoll
