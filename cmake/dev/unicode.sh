# Unicode's own test files, from Debian's unicode-data, in the versions that the libraries implement:
# libunibreak breaks lines by Unicode 15.0 and clusters by 15.1; SheenBidi follows 17.0.

UNICODE_VERSIONS="15.0 15.1 17.0"

# Laid out as unicode/VERSION/*.txt in the cache; the tests know the place from CMake.
ensure_unicode_data() {
  stamp_is "$CACHE/unicode/complete" "$UNICODE_VERSIONS" && return 0
  is_debian || die "the Unicode tests need Debian's unicode-data $UNICODE_VERSIONS, unpacked as $CACHE/unicode/VERSION/"
  locked "$CACHE/lock" make_unicode_data
}

download_unicode_data() {
  local version
  rm -rf "$CACHE/unicode.download"
  mkdir -p "$CACHE/unicode.download"
  cd "$CACHE/unicode.download" || return 1
  for version in $UNICODE_VERSIONS; do
    apt_private all apt-get -q download "unicode-data=$version*" || return 1
  done
}

unpack_unicode_data() {
  local version folder
  rm -rf "$CACHE/unicode.partial"
  for version in $UNICODE_VERSIONS; do
    folder=$CACHE/unicode.partial/$version
    mkdir -p "$folder"
    dpkg-deb --fsys-tarfile "$CACHE/unicode.download/unicode-data_$version".*.deb |
      tar -x -C "$folder" --strip-components=4 --no-same-owner --wildcards './usr/share/unicode/*Test.txt' './usr/share/unicode/*-test.txt' || return 1
  done
}

make_unicode_data() {
  stamp_is "$CACHE/unicode/complete" "$UNICODE_VERSIONS" && return 0
  apt_fetch all "Downloading Unicode's test files" download_unicode_data || die "the download broke; ./dev goes on from where it stopped"
  step "Unpacking Unicode's test files" unpack_unicode_data || die "unpacking failed"
  stamp_set "$CACHE/unicode.partial/complete" "$UNICODE_VERSIONS"
  rm -rf "$CACHE/unicode" "$CACHE/unicode.download"
  mv "$CACHE/unicode.partial" "$CACHE/unicode"
}
