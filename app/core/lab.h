// The lab: the document in use is changed token by token, with undo. Every change keeps the
// reader's card in place. Nothing here paints: ui/lab_panel shows it, outline_lab names its
// controls.
#pragma once

#include <string_view>

#include "core/state.h"

namespace core {

// Which layout the address asks for: the shipped one, a document (already unpacked), or a fetched
// one.
void start_lab(State& state, Context& context, std::string_view unpacked, std::string_view broken);

void open_lab(State& state, Context& context);
void close_lab(State& state, Context& context);

// One drag of a slider is one undo step: changes to the same token within a second go together.
void set_number(State& state, Context& context, layout::Num token, float value);
enum class Ground : std::uint8_t { Light, Dark };
void set_color(State& state, Context& context, layout::Col token, Ground ground,
               std::uint32_t rgba);
void move_part(State& state, Context& context, layout::Part part, int by);  // -1 up, +1 down
void toggle_part(State& state, Context& context, layout::Part part);        // the last one stays
void undo_lab(State& state, Context& context);
void reset_lab(State& state, Context& context);
void reset_token(State& state, Context& context, layout::Num token);
void reset_token(State& state, Context& context, layout::Col token);
void reset_card(State& state, Context& context);
void show_only_changed(State& state, bool only);

void export_layout(State& state, Context& context);  // as a file
void copy_layout_link(State& state, Context& context);
// A file's text, or a fetched document. Refused with line, column and what was expected; the last
// good one stays.
void import_layout(State& state, Context& context, std::string_view name, std::string_view text);

// A control of the panel, by its outline key ("lab:num:gap", "lab:part:title:up", "lab:undo" …),
// pressed or given a value. False when the key is none of the lab's.
bool press_lab(State& state, Context& context, std::string_view key);
bool set_lab_value(State& state, Context& context, std::string_view key, std::string_view value);

bool take_lab_reply(State& state, Context& context, const ports::HttpReply& reply);

}  // namespace core
