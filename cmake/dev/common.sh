# What every part of ./dev uses: messages, steps with their time, stamps, one at a time.

JOBS=$(nproc 2>/dev/null || echo 2)
STARTED=$SECONDS

have() { command -v "$1" >/dev/null 2>&1; }
say() { printf '%s\n' "$*"; }
die() {
  printf 'error: %s\n' "$*" >&2
  exit 1
}

# A stamp is written last, whole or not at all: what it stands for is then complete.
stamp_is() { [ -f "$1" ] && [ "$(cat "$1")" = "$2" ]; }
stamp_set() {
  printf '%s\n' "$2" >"$1.$$"
  mv -f "$1.$$" "$1"
}
hash_of() { sha256sum "$@" | sha256sum | cut -c 1-16; }

# step LABEL COMMAND...: runs it quietly, says what and how long, and shows the end of its output when it fails.
step() {
  local label=$1 log pid started=$SECONDS said=0 status=0
  shift
  mkdir -p "$CACHE/logs"
  log=$(mktemp "$CACHE/logs/step.XXXXXX")
  "$@" >"$log" 2>&1 </dev/null &
  pid=$!
  trap 'kill "$pid" 2>/dev/null; exit 130' INT TERM
  while kill -0 "$pid" 2>/dev/null; do
    sleep 0.1
    if [ $((SECONDS - started)) -ge $((said + 10)) ]; then
      said=$((SECONDS - started))
      say "  $label: $said s ..."
    fi
  done
  wait "$pid" || status=$?
  trap - INT TERM
  if [ "$status" -ne 0 ]; then
    say "  $label: FAILED after $((SECONDS - started)) s"
    grep -v '^\[[0-9]*/[0-9]*\] Building' "$log" | tail -n 60
  else
    [ $((SECONDS - started)) -lt 2 ] || say "  $label: done in $((SECONDS - started)) s"
    rm -f "$log"
  fi
  return "$status"
}

# locked NAME COMMAND...: two runs of ./dev may meet here; the second waits and then finds the work done.
locked() {
  local lock=$1 status=0
  shift
  mkdir -p "$(dirname "$lock")"
  exec {lock_fd}>"$lock"
  if ! flock -n "$lock_fd"; then
    say "  waiting for another ./dev ..."
    flock "$lock_fd"
  fi
  local held=$lock_fd
  "$@" || status=$?
  flock -u "$held"
  exec {held}>&-
  return "$status"
}
