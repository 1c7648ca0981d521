// Does something for each number below `count` with several threads, each number once, in no order.
#pragma once

#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace pipeline {

// 0: one a core.
inline unsigned threads_for(unsigned jobs) {
  const unsigned cores = std::thread::hardware_concurrency();
  return jobs > 0 ? jobs : cores > 0 ? cores : 1;
}

// What `use` throws is thrown when all have stopped. Where the system gives no more threads, fewer
// do the work.
inline void in_parallel(std::size_t count, unsigned jobs,
                        const std::function<void(std::size_t)>& use) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr failure;
  std::mutex mutex;
  const auto work = [&] {
    try {
      for (std::size_t i = next++; i < count; i = next++) use(i);
    } catch (...) {
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
      next = count;
    }
  };
  std::vector<std::thread> others;
  try {
    while (others.size() + 1 < threads_for(jobs) && others.size() + 1 < count)
      others.emplace_back(work);
  } catch (const std::system_error&) {
    // It takes longer.
  }
  work();
  for (std::thread& other : others) other.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace pipeline
