// The main text of a web page, with the menus, banners, forms and cookie bars around it left out;
// what marks them is their element, role, id or class, or that they are hidden.
//   <nav>Home</nav><main><h1>Kern</h1><p>Geen <b>zorg</b></p></main>  ->  "Kern\n\nGeen zorg"
#pragma once

#include <string>
#include <string_view>

#include "pipeline/model/document.h"
#include "pipeline/model/result.h"
#include "pipeline/read/read.h"

namespace pipeline {

// Page or part of a page, in valid UTF-8. Gives `source`, and title, author and date as attributes.
Result<Document> html_text(std::string_view html, const std::string& name,
                           const ReadLimits& limits);

}  // namespace pipeline
