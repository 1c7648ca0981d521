#include "pipeline/cli/command_line.h"
#include "pipeline/cli/commands.h"
#include "pipeline/cli/lexicon_commands.h"

namespace pipeline {

void add_lexicon(const Command& app, Session& session) {
  const Command command =
      app.add_subcommand("lexicon", "Bekijk, controleer, vergelijk en vertaal lexicons");
  command.require_subcommand();
  for (const auto add : {add_lexicon_list, add_lexicon_show, add_lexicon_check, add_lexicon_diff,
                         add_lexicon_suggest, add_lexicon_import, add_lexicon_export})
    add(command, session);
  command.footer(
      "Een studie heeft een eigen kopie van haar lexicon, in de map lexicon/ van de studie; "
      "bewerk\n"
      "die en draai 'samenspel tag'. 'samenspel new --lexicon' kiest waarmee een studie begint.\n"
      "Voorbeelden:\n"
      "  samenspel lexicon list\n"
      "  samenspel lexicon show vertrouwen\n"
      "  samenspel lexicon check --study mijn-studie\n"
      "  samenspel lexicon diff mijn-lexicon --study mijn-studie\n"
      "  samenspel lexicon suggest vertrouwen --study mijn-studie\n"
      "  samenspel lexicon import woorden.dic --naar mijn-lexicon\n"
      "'samenspel lexicon OPDRACHT --help' geeft voorbeelden bij elke opdracht.");
}

}  // namespace pipeline
