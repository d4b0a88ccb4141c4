# What is there, what is not, and how to get it. Changes nothing.

doctor_line() { # LABEL FOUND HOW
  if [ -n "$2" ]; then printf '  ok       %-22s %s\n' "$1" "$2"; else printf '  missing  %-22s %s\n' "$1" "$3"; fi
}

doctor() {
  local how="sudo apt-get install" fetched="./dev fetches it" version=""
  is_debian && [ "$(id -u)" = 0 ] && how="./dev installs it: apt-get install"
  is_debian || { how="this system's package manager; Debian's name:" fetched="install it; on Debian ./dev fetches it"; }
  first_line() { "$@" 2>/dev/null | head -n 1 || true; }

  say "Needed to build and run"
  doctor_line "Debian" "$(cat /etc/debian_version 2>/dev/null || true)" "another system: libraries come from their upstream tags"
  doctor_line "git" "$(first_line git --version)" "$how git"
  doctor_line "cmake 3.25" "$(first_line cmake --version)" "$how cmake"
  doctor_line "ninja" "$(first_line ninja --version)" "$how ninja-build"
  doctor_line "patchelf" "$(first_line patchelf --version)" "$how patchelf"
  doctor_line "xz" "$(first_line xz --version)" "$how xz-utils"
  if path_emcc_is_good; then
    version="$(emcc -dumpversion) from the PATH"
  elif [ -f "$EMROOT/complete" ]; then
    version="$(tr -d '"' <"$EMROOT/usr/share/emscripten/emscripten-version.txt") in $EMROOT"
  fi
  doctor_line "emcc $EMSCRIPTEN_OLDEST" "$version" "$fetched (400 MB)"
  version=""
  if path_node_is_good; then
    version="$(node --version) from the PATH"
  elif [ -f "$EMROOT/complete" ] && [ -e "$EMROOT/usr/bin/npm" ]; then
    version="$("$EMROOT/usr/bin/node" --version) in $EMROOT"
  fi
  doctor_line "node $NODE_OLDEST and npm" "$version" "$fetched"
  version=""
  stamp_is "$CACHE/src/complete" "$SOURCES_RECIPE" && version="$(tr '\n' ' ' <"$CACHE/src/versions")"
  doctor_line "library sources" "$version" "$fetched (20 MB)"
  version=""
  [ -f "$ROOT/node_modules/.complete" ] && version=installed
  doctor_line "npm packages" "$version" "./dev build"

  say "Needed to test"
  doctor_line "clang++" "$(first_line clang++ --version)" "$how clang"
  doctor_line "ccache" "$(first_line ccache --version)" "$how ccache"
  doctor_line "clang-format" "$(first_line clang-format --version)" "$how clang-format"
  doctor_line "clang-tidy" "$(clang-tidy --version 2>/dev/null | grep -i version | head -n 1 | sed 's/^ *//' || true)" "$how clang-tidy"
  doctor_line "chromium" "$(first_line chromium --version)" "$how chromium"
  version=$(missing_packages @libegl-mesa0 @libgl1-mesa-dri @libgl1 @libcurl4)
  doctor_line "Mesa, libcurl" "$([ -z "$version" ] && echo installed)" "$how $version"
  version=$(missing_packages @fonts-noto-core @fonts-noto-cjk @fonts-noto-color-emoji)
  doctor_line "Noto fonts" "$([ -z "$version" ] && echo installed)" "$how $version"
  version=""
  [ -x "$CACHE/snac/usr/bin/snac" ] && version="$CACHE/snac"
  doctor_line "snac (test server)" "$version" "$fetched"
  version=""
  stamp_is "$CACHE/unicode/complete" "$UNICODE_VERSIONS" && version="$UNICODE_VERSIONS in $CACHE/unicode"
  doctor_line "Unicode's test files" "$version" "$fetched (26 MB)"
  say "Cache: $CACHE ($(du -sh "$CACHE" 2>/dev/null | cut -f 1 || true))"
}
