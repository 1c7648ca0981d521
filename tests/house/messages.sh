#!/usr/bin/env bash
# What the sources say, as msgids for translators: messages.sh > messages.pot. Whatever makes text is a
# keyword here; descriptions of options are translated in cli/help.cpp. A per cent sign is no format of C's.
set -euo pipefail
cd "$(dirname "$0")/../.."
find pipeline \( -name '*.cpp' -o -name '*.h' \) -print0 | sort -z |
  xargs -0 xgettext --language=C++ --from-code=UTF-8 --sort-output --no-wrap --no-location -o - \
    -k -ktr:1 -ktr_later:1 -ktranslated:1 -ktr_plural:2,3 -kcounted:2,3 \
    -kadd_option:3 -kadd_flag:2,2t -kadd_flag:3,3t -kadd_subcommand:2 -kfooter:1 -ktype_name:1 \
    -kset_version_flag:3 -kset_help_flag:2 \
    2> >(sed '/without plural and with plural/,/Workaround/d' >&2) |
  sed '/^#, c-format$/d'
