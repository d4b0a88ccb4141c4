// Small readers of what services write around their texts.
#pragma once

#include <string>
#include <string_view>

namespace translate {

// Whether `part` (lower case ASCII) occurs in `text`, ASCII letters folded.
bool contains_folded(std::string_view text, std::string_view part);

// XML: &, <, > and quotes written as entities, and back. Entities of XML and numeric ones only;
// anything else stays as it stands.
std::string escape_xml(std::string_view text);
std::string unescape_xml(std::string_view text);

}  // namespace translate
