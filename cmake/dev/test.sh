# Every test, and one count at the end. Each suite adds to PASSED and FAILED; none stops the others.

PASSED=0
FAILED=0
FUZZ_SECONDS=${FUZZ_SECONDS:-8}

count() {
  PASSED=$((PASSED + $1))
  FAILED=$((FAILED + $2))
}

# check LABEL COMMAND...: a suite that is one test.
check() {
  local label=$1
  if step "$@"; then
    say "ok    $label"
    count 1 0
  else
    say "FAIL  $label"
    count 0 1
  fi
}

ensure_test_tools() {
  ensure_system "$BROWSER_NEEDS $APERTIUM_NEEDS"
  ensure_lint_tools
  ensure_native_tools
  ensure_page_tools
  ensure_snac
  ensure_unicode_data
}

# snac, a small real Mastodon server: its package is in a newer Debian and runs here as it is.
ensure_snac() {
  export CROSSFEED_SNAC=$CACHE/snac/usr/bin/snac
  [ -x "$CROSSFEED_SNAC" ] || ! is_debian || locked "$CACHE/lock" make_snac
}

download_snac() {
  mkdir -p "$CACHE/snac.download" && cd "$CACHE/snac.download" && apt_private bin apt-get -q download snac2
}

make_snac() {
  [ -x "$CACHE/snac/usr/bin/snac" ] && return 0
  rm -rf "$CACHE/snac.partial" "$CACHE/snac.download"
  apt_fetch bin "Downloading a test server" download_snac && dpkg-deb -x "$CACHE/snac.download"/*.deb "$CACHE/snac.partial" || return 1
  rm -rf "$CACHE/snac" "$CACHE/snac.download"
  mv "$CACHE/snac.partial" "$CACHE/snac"
}

# Of two halves that run side by side, the long cases of text and all others.
unit_tests() { (cd "$ROOT" && timeout 600 build/native-test/unit_tests --no-colors "$1=containment*,conformance*,hostile*") >"$2" 2>&1; }

# count_unit_tests REPORT STATUS: doctest's own summary counts its cases.
count_unit_tests() {
  local report=$1 status=$2 passed failed
  passed=$(sed -n 's/^\[doctest\] test cases: *[0-9]* *| *\([0-9]*\) passed.*/\1/p' "$report")
  failed=$(sed -n 's/^\[doctest\] test cases:.*| *\([0-9]*\) failed.*/\1/p' "$report")
  # A program that a sanitizer stopped prints no summary, or fails after it.
  if [ -z "$passed" ]; then passed=0 failed=1; fi
  if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
  [ "$failed" -eq 0 ] || tail -n 200 "$report"
  [ "$failed" -eq 0 ] && say "ok    native tests: $passed ($((SECONDS - STARTED)) s so far)" || say "FAIL  native tests: $failed of $((passed + failed))"
  rm -f "$report"
  count "$passed" "$failed"
}

test_native() {
  if ! cmake_build native-test; then
    say "FAIL  native tests do not build"
    count 0 1
    return
  fi
  local long others long_status=0 others_status=0
  long=$(mktemp "$CACHE/logs/unit.XXXXXX")
  others=$(mktemp "$CACHE/logs/unit.XXXXXX")
  unit_tests --test-case "$long" &
  unit_tests --test-case-exclude "$others" || others_status=$?
  wait $! || long_status=$?
  count_unit_tests "$long" "$long_status"
  count_unit_tests "$others" "$others_status"
}

# fuzz_one PROGRAM: a short run that starts from the kept corpus; what it finds anew stays out of the repository.
fuzz_one() {
  local program=$1 name short folder corpus=()
  name=$(basename "$program")
  short=${name#fuzz_}
  for folder in "$short" "${short%_fuzz}"; do
    [ -d "$ROOT/tests/fuzz/corpus/$folder" ] && corpus=("$ROOT/tests/fuzz/corpus/$folder")
  done
  mkdir -p "$CACHE/fuzz/$name" "$ROOT/build/fuzz-artifacts"
  "$program" -max_total_time="$FUZZ_SECONDS" -rss_limit_mb=2048 -timeout=10 -print_final_stats=1 \
    -artifact_prefix="$ROOT/build/fuzz-artifacts/$name-" "$CACHE/fuzz/$name" "${corpus[@]}"
}

test_fuzz() {
  if ! compgen -G "$ROOT/tests/fuzz/*.cpp" >/dev/null; then return; fi
  if ! cmake_build native-fuzz; then
    say "FAIL  fuzz targets do not build"
    count 0 1
    return
  fi
  local program status
  status=$(mktemp -d "$CACHE/logs/fuzz.XXXXXX")
  step "Fuzzing, $FUZZ_SECONDS s each" fuzz_all "$status"
  for program in "$ROOT"/build/native-fuzz/fuzz_*; do
    [ -x "$program" ] && [ -f "$program" ] || continue
    program=$(basename "$program")
    if [ -f "$status/$program.ok" ]; then
      say "ok    $program"
      count 1 0
    else
      say "FAIL  $program (its input is in build/fuzz-artifacts)"
      tail -n 30 "$status/$program.log" 2>/dev/null || say "  it did not run"
      count 0 1
    fi
  done
  rm -rf "$status"
}

fuzz_all() {
  export -f fuzz_one
  export ROOT CACHE FUZZ_SECONDS
  find "$ROOT/build/native-fuzz" -maxdepth 1 -type f -name 'fuzz_*' -perm -u+x -print0 | sort -z |
    xargs -0 -r -P "$JOBS" -n 1 bash -c 'name=$(basename "$2"); fuzz_one "$2" >"$1/$name.log" 2>&1 && : >"$1/$name.ok"' fuzz "$1"
}

# The browser tests print "N passed, N failed" last.
test_browser() {
  local report summary passed failed
  if [ ! -f "$ROOT/tests/browser/run.mjs" ]; then
    say "FAIL  tests/browser/run.mjs is missing"
    count 0 1
    return
  fi
  report=$(mktemp "$CACHE/logs/browser.XXXXXX")
  (cd "$ROOT" && CROSSFEED_CACHE=$CACHE node tests/browser/run.mjs) 2>&1 | tee "$report"
  local status=${PIPESTATUS[0]}
  summary=$(tail -n 1 "$report")
  rm -f "$report"
  if [[ $summary =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
    passed=${BASH_REMATCH[1]} failed=${BASH_REMATCH[2]}
    if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
    count "$passed" "$failed"
  else
    say "FAIL  browser tests ended without a summary (status $status)"
    count 0 1
  fi
}

build_page_for_test() { (build_page release); }

# What is asked for, of: lint native fuzz types page browser; everything by default.
run_tests() { locked "$ROOT/build/.lock-test" run_suites "$@"; }

run_suites() {
  local suites="${*:-lint native fuzz types page browser}" suite
  ensure_test_tools
  set +e
  mkdir -p "$CACHE/logs"
  for suite in $suites; do
    case $suite in
      lint) check "format" check_format ;;
      native)
        test_native
        check "clang-tidy" check_tidy
        ;;
      fuzz) test_fuzz ;;
      types) check "types" check_types ;;
      page)
        if build_page_for_test; then
          say "ok    the page builds"
          count 1 0
        else
          say "FAIL  the page does not build"
          count 0 1
        fi
        ;;
      browser) test_browser ;;
      *) die "no suite is called $suite: lint native fuzz types page browser" ;;
    esac
  done
  say "All suites took $((SECONDS - STARTED)) s"
  say "$PASSED passed, $FAILED failed"
  [ "$FAILED" -eq 0 ]
}
