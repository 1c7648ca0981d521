// Files broken in the ways that disks, networks and programs break them: bits flipped, an end cut
// off, blocks taken out, moved, repeated or written over. Of a ZIP file mostly a member is broken
// and packed again, since its checksum would keep all else from being read.
#pragma once

#include <random>
#include <string>

namespace pipeline {

// The same for the same state of `random`.
std::string mutated(const std::string& file, std::mt19937& random);

}  // namespace pipeline
