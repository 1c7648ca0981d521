#!/usr/bin/env bash
# ./dev bench [FOLDER [PAIRS]]: by default the demonstration corpus, which is small; figures that count
# come from tens of megabytes of text.
set -euo pipefail
cd "$(dirname "$0")/../.."
build/release/tests/read_bench
exec python3 tests/bench/bench.py build/release "${1:-corpus}" --pairs "${2:-5}"
