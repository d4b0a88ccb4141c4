// What stands below a post and below a comment: when, in which language, how it was received.
#pragma once

#include <string>

#include "layout/post_page.h"

namespace layout {

std::string post_facts(const model::Post& post, const PostInput& page);
std::string comment_facts(const model::Post& comment, const PostInput& page);

}  // namespace layout
