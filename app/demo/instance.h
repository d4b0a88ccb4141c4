// What the embedded server says of itself: name, rules, what it can do.
#pragma once

#include "base/json.h"
#include "demo/community.h"

namespace demo {

base::Json instance_json(const Community& community);     // version 2
base::Json instance_v1_json(const Community& community);  // version 1

}  // namespace demo
