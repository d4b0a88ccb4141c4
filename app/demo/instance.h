// What the embedded server says of itself: name, rules, what it can do.
#pragma once

#include "demo/community.h"
#include "demo/json_writer.h"

namespace demo {

void write_instance(JsonWriter& json, const Community& community);     // version 2
void write_instance_v1(JsonWriter& json, const Community& community);  // version 1

}  // namespace demo
