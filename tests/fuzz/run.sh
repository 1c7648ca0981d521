#!/usr/bin/env bash
# Runs each fuzz entry for so many seconds with libFuzzer and the sanitizers, two at a time. Ends with
# an error and the offending input's name where one finds something.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=$1
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target all_fuzz
one() {
  local name=$1 seconds=$2 folder=build/fuzz/corpus/$1
  mkdir -p "$folder"
  if (cd build/fuzz && "tests/fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=3000 -print_final_stats=1 \
    "corpus/$name" "../../tests/fuzz/seeds/$name") >"build/fuzz/$name.log" 2>&1; then
    printf '%-16s %s inputs, nothing found\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: *//p' "build/fuzz/$name.log")"
  else
    printf '%-16s FOUND SOMETHING, see build/fuzz/%s.log\n' "$name" "$name"
    return 1
  fi
}
export -f one
ls tests/fuzz/*_fuzz.cpp | sed 's|.*/\(.*\)_fuzz.cpp|\1|' | xargs -P "$(nproc)" -I{} bash -c "one {} $seconds"
