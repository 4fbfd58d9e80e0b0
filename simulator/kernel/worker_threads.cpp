// SPDX-FileCopyrightText: The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/kernel/worker_threads.h"

#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace plimsoll {

void runOnThreads(std::size_t threads, const std::function<void()>& work, const std::function<void()>& stop)
{
    std::mutex guard;
    std::exception_ptr first;
    const auto guarded = [&]() noexcept {
        try {
            work();
        } catch (...) {
            const std::lock_guard lock{guard};
            if (!first)
                first = std::current_exception();
            if (stop)
                stop();
        }
    };
    std::vector<std::thread> others;
    try {
        for (std::size_t other = 1; other < threads; ++other)
            others.emplace_back(guarded);
    } catch (const std::exception&) {
        // Those that were started share the work with this one.
    }
    guarded();
    for (std::thread& other : others)
        other.join();
    if (first)
        std::rethrow_exception(first);
}

}  // namespace plimsoll
