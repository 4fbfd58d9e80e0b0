// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "simulator/services/builtin_services.h"

#include <cstdlib>
#include <iostream>

#if !defined(_WIN32)
#include <filesystem>
#include <string>
#include <system_error>

#include <unistd.h>
#endif

namespace {

/// How many processes mpirun started this program as: 1 when it did not. Of Open MPI, and of MPICH and its kin.
int ranksStarted()
{
    for (const char* name : {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE"})
        if (const char* size = std::getenv(name))
            return std::atoi(size);
    return 1;
}

}  // namespace

int main(int argc, char** argv)
{
    if (ranksStarted() > 1) {
        // This program starts without MPI; the one beside it speaks it and takes over.
#if !defined(_WIN32)
        std::error_code code;
        const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", code);
        const std::string sibling = (self.parent_path() / "plimsoll-mpi").string();
        if (!code)
            execv(sibling.c_str(), argv);
#endif
        std::cerr
            << "plimsoll-mpi: is not beside plimsoll-cli; build with Boost.MPI, or run without mpirun\n";
        return 2;
    }
    const plimsoll::ServiceLibrary library = plimsoll::builtinServices();
    return plimsoll::runCommandLine(argc, argv, library, std::cout, std::cerr);
}
