// Carries the core's effects out over the bridge, in order.
#pragma once

#include "core/effect.h"
#include "ui/picture_store.h"

namespace platform {

void run_effects(const core::Effects& effects, ui::PictureStore& pictures);

const char* surface_name(core::SurfaceId surface);

}  // namespace platform
