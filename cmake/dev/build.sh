# Building: CMake for the module and the native programs, npm and web/build.mjs for the page.

CMAKE_EXTRA=()

# The caches of compiled objects work across clones: paths are hashed relative to the repository.
export CCACHE_DIR=$CACHE/ccache CCACHE_BASEDIR=$ROOT CCACHE_NOHASHDIR=1 CCACHE_MAXSIZE=2G

ensure_page_tools() {
  ensure_system "$PAGE_NEEDS"
  ensure_emscripten
  ensure_node
  ensure_sources
  ensure_npm_packages
}

ensure_native_tools() {
  ensure_system "$NATIVE_NEEDS"
  # The sanitizers' and the fuzzer's run time, which clang's package only recommends.
  ensure_system "@libclang-rt-$(clang++ -dumpversion | cut -d . -f 1)-dev"
  ensure_sources
  # The table of languages is made from an npm package.
  ensure_node
  ensure_npm_packages
}

ensure_npm_packages() { locked "$ROOT/build/.lock-npm" make_npm_packages; }

make_npm_packages() {
  local key
  key="$(hash_of "$ROOT/package.json" "$ROOT/package-lock.json") $(node --version)"
  stamp_is "$ROOT/node_modules/.complete" "$key" && return 0
  (cd "$ROOT" && step "Installing npm packages" npm ci --ignore-scripts --prefer-offline --no-progress --cache "$CACHE/npm") || die "npm ci failed"
  stamp_set "$ROOT/node_modules/.complete" "$key"
}

# cmake_build PRESET: configures where that is needed, and builds.
cmake_build() { locked "$ROOT/build/.lock-$1" cmake_build_alone "$1"; }

cmake_build_alone() {
  local preset=$1 folder=$ROOT/build/$1
  # A repository or a cache that was moved leaves a build folder that CMake refuses.
  stamp_is "$folder/.place" "$ROOT $CACHE ${CROSSFEED_EMSCRIPTEN:-}" || rm -rf "$folder"
  cd "$ROOT" || return 1
  if [ ! -f "$folder/build.ninja" ]; then
    step "Configuring $preset" cmake --preset "$preset" "${CMAKE_EXTRA[@]}" || return 1
    stamp_set "$folder/.place" "$ROOT $CACHE ${CROSSFEED_EMSCRIPTEN:-}"
  fi
  step "Building $preset" cmake --build --preset "$preset"
}

build_page() { locked "$ROOT/build/.lock-page" make_page "$1"; }

make_page() {
  local kind=$1
  cmake_build "wasm-$kind" || die "the module did not build"
  [ -f "$ROOT/build/wasm-$kind/crossfeed.js" ] || die "nothing to serve yet: app/main.cpp is missing"
  [ -f "$ROOT/web/src/boot.ts" ] || die "nothing to serve yet: web/src/boot.ts is missing"
  cd "$ROOT"
  step "Bundling the page" node web/build.mjs "--module=build/wasm-$kind" "--cache=$CACHE/compressed" || die "the page did not build"
  say "Built dist/ in $((SECONDS - STARTED)) s"
}

serve_page() {
  [ -f "$ROOT/dist/index.html" ] || die "dist/ is not built: ./dev build"
  cd "$ROOT"
  exec node web/serve.mjs
}

# run_benchmarks [NAME [ARGUMENT...]]: all of them, or those of one name: the program bench_NAME, and in a browser, with the
# built page, page, text and oracle (whose depth takes minutes: only when it is asked for).
run_benchmarks() {
  local only=${1:-} program
  [ $# -eq 0 ] || shift
  if [ "$only" != page ] && [ "$only" != oracle ]; then
    cmake_build native-bench || die "the benchmarks did not build"
    for program in "$ROOT"/build/native-bench/bench_*; do
      [ -x "$program" ] && [ -f "$program" ] || continue
      [ -z "$only" ] || [ "$(basename "$program")" = "bench_$only" ] || [ "$(basename "$program")" = "bench_${only}_bench" ] || continue
      say "== $(basename "$program")"
      "$program" "$@"
    done
  fi
  case "$only" in
    "") bench_in_browser tests/bench/page.mjs "$@" && bench_in_browser tests/bench/text.mjs ;;
    page | text) bench_in_browser "tests/bench/$only.mjs" "$@" ;;
    oracle) CROSSFEED_DEEP=1 bench_in_browser tests/browser/run.mjs text_oracle ;;
  esac
}

bench_in_browser() {
  build_page release
  say "== $*"
  (cd "$ROOT" && node "$@")
}
