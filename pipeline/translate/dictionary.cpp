#include "pipeline/translate/dictionary.h"

#include <algorithm>

namespace pipeline {

DictionaryCategory& Dictionary::category(const std::vector<std::string>& path) {
  const auto known = std::ranges::find(categories, path, &DictionaryCategory::path);
  if (known != categories.end()) return *known;
  categories.push_back({path, {}, {}});
  return categories.back();
}

DictionaryNode tree_of(const Dictionary& dictionary) {
  DictionaryNode root;
  for (const DictionaryCategory& category : dictionary.categories) {
    DictionaryNode* node = &root;
    for (const std::string& name : category.path) {
      const auto known = std::ranges::find(node->children, name, &DictionaryNode::name);
      if (known == node->children.end()) {
        node->children.push_back({name, nullptr, {}});
        node = &node->children.back();
      } else {
        node = &*known;
      }
    }
    node->category = &category;
  }
  return root;
}

}  // namespace pipeline
