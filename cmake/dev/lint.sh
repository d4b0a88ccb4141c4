# Format, clang-tidy and types.

ensure_lint_tools() { ensure_system "$LINT_NEEDS"; }

own_cpp() { find "$ROOT/app" "$ROOT/tests" -type f \( -name '*.cpp' -o -name '*.h' \) -print0 | sort -z; }

format_code() { own_cpp | xargs -0 -r clang-format -i; }

check_format() { own_cpp | xargs -0 -r -n 20 -P "$JOBS" clang-format --dry-run -Werror; }

# clang-tidy takes seconds a file; the verdict on a file whose text and headers have not changed is remembered.
check_tidy() { node "$ROOT/cmake/dev/tidy.mjs" "$ROOT" "$ROOT/build/native-test" "$CACHE/tidy" "$JOBS"; }

check_types() {
  cd "$ROOT" || return 1
  [ -f web/src/boot.ts ] || { say "web/src/boot.ts is missing" && return 1; }
  node node_modules/typescript/bin/tsc --noEmit -p tsconfig.json
}

lint_code() {
  local failed=0
  step "Format" check_format || failed=1
  cmake_build native-test || failed=1
  step "clang-tidy" check_tidy || failed=1
  step "Types" check_types || failed=1
  [ $failed = 0 ] && say "lint: clean"
  return $failed
}
