// A value, or the reason why there is none. For errors of the world (network, bytes, addresses);
// errors of the programmer are CHECKs (base/check.h).
#pragma once

#include <utility>
#include <variant>

namespace base {

template <typename E>
struct Failure {
  E error;
};

template <typename E>
Failure<E> fail(E error) {
  return Failure<E>{std::move(error)};
}

template <typename T, typename E>
class Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: by design
  Result(Failure<E> failure)                                             // NOLINT: by design
      : state_(std::in_place_index<1>, std::move(failure.error)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  // Only after ok().
  [[nodiscard]] const T& value() const { return *std::get_if<0>(&state_); }
  [[nodiscard]] T& value() { return *std::get_if<0>(&state_); }
  // Only after !ok().
  [[nodiscard]] const E& error() const { return *std::get_if<1>(&state_); }

 private:
  std::variant<T, E> state_;
};

}  // namespace base
