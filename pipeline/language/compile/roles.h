// What a form may be within a compound, while the table is being made.
#pragma once

#include <string>

#include "pipeline/language/compile/form_table.h"
#include "pipeline/language/compile/sources.h"
#include "pipeline/language/compound.h"

namespace pipeline {

PartLookup lookup_in(const FormTable& table);

// By the form's readings alone; the dictionary's own marks are added by add_roles.
void set_roles(FormTable& table, const std::string& folded);

}  // namespace pipeline
