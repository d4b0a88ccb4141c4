# Compilers for the page: emcc and node from the PATH where they are new enough, else Debian trixie's, unpacked into the
# cache. Its programs are pointed at their own loader and libraries there, so that they run on an older Debian as they are.

EMROOT=$CACHE/emroot
EMSCRIPTEN_OLDEST=3.1.69
NODE_OLDEST=20

version_at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

path_emcc_is_good() { have emcc && version_at_least "$(emcc -dumpversion 2>/dev/null || echo 0)" "$EMSCRIPTEN_OLDEST"; }

path_node_is_good() {
  have node && have npm || return 1
  local version
  version=$(node --version 2>/dev/null) || return 1
  version=${version#v}
  [ "${version%%.*}" -ge "$NODE_OLDEST" ]
}

# npm is fetched along with emscripten where it will be wanted, so that there is one root and one download.
wanted_packages() { path_node_is_good || printf 'npm'; }

ensure_emscripten() {
  if path_emcc_is_good; then
    CROSSFEED_EMSCRIPTEN=$("$(dirname "$(command -v emcc)")/em-config" EMSCRIPTEN_ROOT)
  else
    # shellcheck disable=SC2046
    ensure_emroot $(wanted_packages)
    CROSSFEED_EMSCRIPTEN=$EMROOT/usr/share/emscripten
    write_emscripten_config
  fi
  export CROSSFEED_EMSCRIPTEN
}

# Puts node and npm on the PATH.
ensure_node() {
  path_node_is_good && return 0
  ensure_emroot npm
  mkdir -p "$CACHE/bin"
  local program
  for program in node npm npx; do
    printf '#!/bin/sh\nexec "%s" "$@"\n' "$EMROOT/usr/bin/$program" >"$CACHE/bin/$program.$$"
    chmod +x "$CACHE/bin/$program.$$"
    mv -f "$CACHE/bin/$program.$$" "$CACHE/bin/$program"
  done
  PATH=$CACHE/bin:$PATH
}

# ensure_emroot [PACKAGE...]: trixie's emscripten, and the packages besides it.
ensure_emroot() {
  local package all=yes
  [ -f "$EMROOT/complete" ] || all=no
  for package in "$@"; do
    [ -e "$EMROOT/usr/bin/$package" ] || all=no
  done
  [ $all = yes ] && return 0
  is_debian || die "needs emcc $EMSCRIPTEN_OLDEST or later and node $NODE_OLDEST or later on the PATH (only on Debian can ./dev fetch them)"
  ensure_system "$EMROOT_NEEDS"
  locked "$CACHE/lock" make_emroot "$@"
}

make_emroot() {
  local package all=yes
  for package in emcc "$@"; do
    [ -f "$EMROOT/complete" ] && [ -e "$EMROOT/usr/bin/$package" ] || all=no
  done
  [ $all = yes ] && return 0
  say "Fetching Debian trixie's Emscripten (once, about 400 MB)"
  apt_fetch bin "Downloading" apt_private bin apt-get -q install -y --download-only emscripten "$@" || die "the download broke; ./dev goes on from where it stopped"
  rm -rf "$EMROOT" "$EMROOT.partial"
  mkdir -p "$EMROOT.partial"/usr/{bin,sbin,lib,lib64}
  local folder
  for folder in bin sbin lib lib64; do ln -s "usr/$folder" "$EMROOT.partial/$folder"; done
  step "Unpacking" unpack_archives || die "unpacking failed"
  mv "$EMROOT.partial" "$EMROOT"
  step "Fitting" fit_emroot || die "fitting the programs failed"
  stamp_set "$EMROOT/complete" "emscripten $*"
  rm -rf "$CACHE/apt/bin/archives"/*.deb
}

# What a page never links (threads, other word sizes, debug allocators) is left packed: it would be two thirds of the disk.
unpack_archive() {
  local libs='usr/share/emscripten/cache/sysroot/lib'
  dpkg-deb --fsys-tarfile "$1" | tar -x -C "$EMROOT.partial" --keep-directory-symlink --no-same-owner --no-same-permissions \
    --exclude='./usr/share/doc' --exclude='./usr/share/man' --exclude='./usr/share/locale' --exclude='./usr/include' \
    --exclude='./usr/share/emscripten/test' --exclude='./usr/share/emscripten/docs' \
    --exclude="./$libs/wasm64*" --exclude='*/wasm32-emscripten/pic' --exclude='*/wasm32-emscripten/lto-pic' \
    --exclude="./$libs/*-mt.a" --exclude="./$libs/*-mt-*.a" --exclude="./$libs/*-ww.a" --exclude="./$libs/*-ww-*.a" \
    --exclude="./$libs/*libsanitizer*" --exclude="./$libs/*san_*.a" --exclude="./$libs/*-asan*.a"
}

unpack_archives() {
  export -f unpack_archive
  export EMROOT
  # The largest first, so that it has a processor to itself from the start.
  find "$CACHE/apt/bin/archives" -maxdepth 1 -name '*.deb' -printf '%s %p\n' | sort -rn | cut -d ' ' -f 2- |
    xargs -d '\n' -P "$JOBS" -n 1 bash -c 'set -eo pipefail; unpack_archive "$1"' unpack
}

fit_emroot() {
  local loader libraries file scripts=$EMROOT/usr/share/emscripten
  loader=$(find "$EMROOT/usr/lib64" "$EMROOT/usr/lib" -maxdepth 2 -name 'ld-linux*.so.*' | head -n 1)
  libraries=$(dirname "$(find "$EMROOT/usr/lib" -maxdepth 2 -name libc.so.6 | head -n 1)")
  for file in "$EMROOT"/usr/bin/* "$EMROOT"/usr/lib/llvm-*/bin/*; do
    [ -f "$file" ] && [ ! -L "$file" ] && patchelf --print-interpreter "$file" >/dev/null 2>&1 || continue
    patchelf --set-interpreter "$loader" --force-rpath --set-rpath "$libraries:$(echo "$EMROOT"/usr/lib/llvm-*/lib)" "$file" || return 1
  done

  # A library with a search path of its own would not look where its program was told to.
  while IFS= read -r file; do
    [ -z "$(patchelf --print-rpath "$file" 2>/dev/null)" ] || patchelf --remove-rpath "$file" || return 1
  done < <(find "$libraries" "$EMROOT"/usr/lib/llvm-*/lib -maxdepth 1 -type f -name '*.so*')

  # The launchers look for a python on the PATH; theirs is here.
  for file in "$scripts"/em*; do
    [ -f "$file" ] && head -n 1 "$file" | grep -q '^#!/bin/sh' || continue
    sed -i "1a : \"\${EMSDK_PYTHON:=$EMROOT/usr/bin/python3}\"" "$file"
  done
  printf '#!/bin/sh\nexec "%s/$(basename "$0")" "$@"\n' "$scripts" >"$scripts/wrapper"

  # Debian's node reads parts of itself from a fixed folder.
  local llvm
  llvm=$(echo "$EMROOT"/usr/bin/clang-[0-9]*)
  "$llvm" -shared -fPIC -O2 -nostdlib -fuse-ld=lld -w "-DNODE_ROOT=\"$EMROOT\"" "$ROOT/cmake/dev/node_moved.c" -o "$EMROOT/usr/lib/node_moved.so" &&
    patchelf --add-needed "$EMROOT/usr/lib/node_moved.so" "$EMROOT/usr/bin/node" || return 1
  ln -sfn . "$EMROOT/usr/share/nodejs/node_modules"
  "$EMROOT/usr/bin/node" --eval 0 && "$llvm" --version && "$EMROOT/usr/bin/python3" -c 'import json'
}

write_emscripten_config() {
  local file=$CROSSFEED_EMSCRIPTEN/.emscripten llvm text
  llvm=$(basename "$(echo "$EMROOT"/usr/bin/clang-[0-9]*)")
  text="LLVM_ROOT = '$EMROOT/usr/bin'
BINARYEN_ROOT = '$EMROOT/usr'
NODE_JS = '$EMROOT/usr/bin/node'
LLVM_ADD_VERSION = '${llvm#clang-}'
CLANG_ADD_VERSION = '${llvm#clang-}'
CACHE = '$CROSSFEED_EMSCRIPTEN/cache'
FROZEN_CACHE = True
COMPILER_WRAPPER = '$EMROOT/usr/bin/ccache'"
  stamp_is "$file" "$text" || stamp_set "$file" "$text"
}
