#!/usr/bin/env bash
# Fails, naming the files, where clang-format would change something.
set -euo pipefail
cd "$(dirname "$0")/../.."
git ls-files -z '*.h' '*.cpp' | xargs -0 clang-format --dry-run --Werror
