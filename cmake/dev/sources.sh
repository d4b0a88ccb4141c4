# The libraries' sources, from Debian's signed source packages, unpacked into the cache.

# Debian's source, and the suite that has the version we want. Bump the recipe when what is done here changes.
SOURCES="imgui/forky sheenbidi/forky libsdl2/trixie libunibreak/trixie gumbo-parser/trixie nlohmann-json3/trixie doctest/trixie"
SOURCES_RECIPE="1 $SOURCES"

ensure_sources() {
  if ! is_debian; then
    CMAKE_EXTRA=(-DCROSSFEED_FETCH=ON)
    return 0
  fi
  stamp_is "$CACHE/src/complete" "$SOURCES_RECIPE" && return 0
  locked "$CACHE/lock" make_sources
}

download_sources() {
  local source
  mkdir -p "$CACHE/src.download"
  cd "$CACHE/src.download" || return 1
  for source in $SOURCES; do
    # --only-source: some of these names are also a binary package's, of another source.
    apt_private src apt-get -q source --download-only --tar-only --only-source "$source" || return 1
  done
}

unpack_sources() {
  local file name
  for file in "$CACHE/src.download"/*.orig.tar.*; do
    name=$(basename "$file")
    mkdir -p "$CACHE/src.partial/${name%%_*}"
    tar -x -f "$file" -C "$CACHE/src.partial/${name%%_*}" --strip-components=1 --no-same-owner || return 1
    say "$name" >>"$CACHE/src.partial/versions"
  done
}

make_sources() {
  stamp_is "$CACHE/src/complete" "$SOURCES_RECIPE" && return 0
  apt_fetch src "Downloading the libraries' sources" download_sources || die "the download broke; ./dev goes on from where it stopped"
  rm -rf "$CACHE/src.partial"
  step "Unpacking the libraries' sources" unpack_sources || die "unpacking failed"
  stamp_set "$CACHE/src.partial/complete" "$SOURCES_RECIPE"
  rm -rf "$CACHE/src"
  mv "$CACHE/src.partial" "$CACHE/src"
  rm -rf "$CACHE/src.download"
}
