// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// plimsoll-mpi: the same command line, run by mpirun on several processes. The only file that knows MPI, so that
// plimsoll-cli starts where there is none.
#include "app/cli/command_line.h"
#include "app/study/ranks.h"
#include "simulator/services/builtin_services.h"

#include <boost/mpi/collectives.hpp>
#include <boost/mpi/communicator.hpp>
#include <boost/mpi/environment.hpp>
#include <boost/serialization/string.hpp>

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <iostream>
#include <vector>

namespace {

constexpr int kTag = 7;
constexpr std::size_t kMostNeighbours = 4096;

// Seen from the signal handler, so plain arrays. Ranks on other machines have the process id 0.
pid_t neighbours[kMostNeighbours];
volatile std::size_t neighbourCount = 0;
std::atomic<bool> ending{false};
std::atomic<int> lost{-1};
static_assert(std::atomic<int>::is_always_lock_free, "set from a signal handler");

bool hasEnded(pid_t process)
{
    return process > 0 && kill(process, 0) != 0 && errno == ESRCH;
}

/// mpirun ends all ranks when one dies. Which one it was can be seen now only: the others live for a moment yet.
extern "C" void onTerminate(int)
{
    const int before = errno;
    for (std::size_t rank = 0; rank < neighbourCount; ++rank)
        if (lost.load() < 0 && hasEnded(neighbours[rank]))
            lost.store(static_cast<int>(rank));
    ending.store(true);
    errno = before;
}

class MpiRanks final : public plimsoll::Ranks {
public:
    MpiRanks()
    {
        char name[256] = {};
        gethostname(name, sizeof name - 1);
        std::vector<std::string> hosts;
        std::vector<int> processes;
        boost::mpi::all_gather(m_world, std::string{name}, hosts);
        boost::mpi::all_gather(m_world, static_cast<int>(getpid()), processes);
        const std::size_t count = std::min(hosts.size(), kMostNeighbours);
        for (std::size_t rank = 0; rank < count; ++rank)
            neighbours[rank] = hosts[rank] == name ? static_cast<pid_t>(processes[rank]) : 0;
        neighbourCount = count;
        if (m_world.rank() == 0)
            std::signal(SIGTERM, onTerminate);
    }
    int rank() const override { return m_world.rank(); }
    int size() const override { return m_world.size(); }
    void send(int to, const std::string& text) override
    {
        m_world.send(to, kTag, text.data(), static_cast<int>(text.size()));
    }
    std::optional<Letter> receive() override
    {
        const auto waiting = m_world.iprobe(boost::mpi::any_source, kTag);
        if (!waiting)
            return std::nullopt;
        Letter letter{waiting->source(),
                      std::string(static_cast<std::size_t>(*waiting->count<char>()), '\0')};
        m_world.recv(letter.from, kTag, letter.text.data(), static_cast<int>(letter.text.size()));
        return letter;
    }
    bool isGone(int rank) const override
    {
        const bool gone = rank == lost.load()
                          || (static_cast<std::size_t>(rank) < neighbourCount && !ending.load()
                              && hasEnded(neighbours[rank]));
        m_anyGone = m_anyGone || gone;
        return gone;
    }
    bool isEnding() const override { return ending.load(); }
    bool anyGone() const { return m_anyGone; }

private:
    boost::mpi::communicator m_world;
    mutable bool m_anyGone = false;
};

/// For all ranks but the first: what they would say, rank 0 says.
class Nowhere final : public std::streambuf {
    int overflow(int character) override { return character == EOF ? 0 : character; }
};

}  // namespace

int main(int argc, char** argv)
{
    boost::mpi::environment environment{boost::mpi::threading::funneled};
    MpiRanks ranks;
    const plimsoll::ServiceLibrary library = plimsoll::builtinServices();
    Nowhere nowhere;
    std::ostream silent{&nowhere};
    const bool first = ranks.rank() == 0;
    const int status =
        plimsoll::runCommandLine(argc, argv, library, first ? std::cout : silent, first ? std::cerr : silent,
                                 ranks.size() > 1 ? &ranks : nullptr);
    // What is lost cannot take part in the farewell: end without waiting for it.
    if (first && (ranks.isEnding() || ranks.anyGone())) {
        std::cout.flush();
        std::cerr.flush();
        _exit(status);
    }
    return status;
}
