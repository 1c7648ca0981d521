#!/usr/bin/env bash
# Breaks files of every format in COUNT ways and reads them: tests/fuzz/mutate.sh [COUNT [BUILD]].
# Seeds are those of the entry and the documents of corpus/ with its ending. BUILD is a folder of
# build/ (dev, or asan for the sanitizers) with the entries built in it: target all_fuzz.
set -euo pipefail
cd "$(dirname "$0")/../.."
root=$PWD count=${1:-1000} build=build/${2:-dev}
declare -A endings=([tsv]="" [md]="md" [txt]="txt" [html]="html" [docx]="docx" [odt]="odt" [rtf]="rtf"
  [pdf]="pdf" [epub]="epub" [vtt]="vtt" [srt]="srt" [json]="json" [otr]="otr" [eaf]="eaf" [xml]="xml"
  [xlsx]="xlsx" [fodt]="" [doc]="doc" [csv]="csv" [ods]="ods" [zip]="" [profile]="toml")
failed=0
for name in $(tr ' ' '\n' <<<"${!endings[*]}" | sort); do
  seeds=("$root/tests/fuzz/seeds/$name")
  for ending in ${endings[$name]}; do
    while IFS= read -r file; do seeds+=("$root/$file"); done < <(find corpus -name "*.$ending" | sort)
  done
  folder=$build/mutate/$name
  mkdir -p "$folder"
  if said=$(cd "$folder" && "$root/$build/tests/fuzz_$name" --mutations "$count" "${seeds[@]}" 2>&1); then
    printf '%-8s %s\n' "$name" "$(tail -1 <<<"$said")"
  else
    printf '%-8s FOUND SOMETHING, see %s/broken\n%s\n' "$name" "$folder" "$(tail -20 <<<"$said")"
    failed=1
  fi
done
exit $failed
