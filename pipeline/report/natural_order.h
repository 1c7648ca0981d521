// The order in which people look names up: "ronde 2" before "ronde 10", "Zorg" beside "zorg".
#pragma once

#include <string_view>

namespace pipeline {

// Numbers by size, ASCII letters whatever their case, the rest by byte; names equal by that go by
// byte. A strict total order.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace pipeline
