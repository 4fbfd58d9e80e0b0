// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/session.h"
#include "app/report/run_documents.h"
#include "app/study/counterfactuals.h"

#include <functional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace plimsoll::cli {

/// One subcommand: its parser, and what to do when it was named. Each add function below describes its options.
struct Command {
    CLI::App* parser = nullptr;
    std::function<int()> run;
    bool isShared = false;  ///< all ranks take part, not the first alone
};

Command addSimulate(CLI::App& app, Session& session);
Command addPrice(CLI::App& app, Session& session);
Command addCompare(CLI::App& app, Session& session);
Command addCheck(CLI::App& app, Session& session);
Command addSize(CLI::App& app, Session& session);
Command addSweep(CLI::App& app, Session& session);
Command addExplain(CLI::App& app, Session& session);
Command addServices(CLI::App& app, Session& session);
Command addTemplates(CLI::App& app, Session& session);
Command addPrices(CLI::App& app, Session& session);
Command addMigrate(CLI::App& app, Session& session);
Command addExport(CLI::App& app, Session& session);
Command addReport(CLI::App& app, Session& session);

// Options several commands share.
void addDesignOptions(CLI::App& command, DesignOptions& options);
void addPriceOptions(CLI::App& command, PriceOptions& options);
/// `--for`: a month, or the scenario alone.
void addSpanOption(CLI::App& command, PriceOptions& options);
void addOutputOptions(CLI::App& command, OutputOptions& options, const std::string& formats);
void addRunOptions(CLI::App& command, RunOptions& options);

/// `--why`: try changes against what is wrong.
struct TrialChoice {
    bool wanted = false;
    double messages = TrialOptions{}.messages;
};
void addTrialOptions(CLI::App& command, TrialChoice& choice);

/// A run with its bill; prints what is wrong.
std::optional<Report> runDesign(Session& session, const std::string& file, const LoadedInput& input,
                                const RunOptions& asked, const PriceOptions& prices,
                                const TrialChoice& trials);

}  // namespace plimsoll::cli
