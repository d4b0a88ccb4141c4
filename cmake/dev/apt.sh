# A private apt root: its own lists and archives, the system's keyrings, the system's mirror. Of the system's apt
# nothing is read but its configuration and nothing is written, and no administrator is needed.
# For: packages of a newer Debian than this machine's. Not for: what the system itself installs (system.sh).

is_debian() { [ -r /etc/debian_version ] && have apt-get && have dpkg-deb; }

# The mirrors that this machine's own configuration names for Debian itself, in its order.
apt_mirrors() {
  local code file
  code=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-stable}")
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -r "$file" ] || continue
    awk -v code="$code" '
      function flush() { if (deb && hit && !off && uri != "") print uri; deb = hit = off = 0; uri = "" }
      /^[[:space:]]*$/ { flush() }
      /^Types:/ { deb = ($0 ~ /[[:space:]]deb([[:space:]]|$)/) }
      /^URIs:/ { uri = $2 }
      /^Enabled:[[:space:]]*no/ { off = 1 }
      /^Suites:/ { for (i = 2; i <= NF; i++) if ($i == code || $i == "stable" || $i == "testing" || $i == "unstable") hit = 1 }
      END { flush() }' "$file"
  done
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -r "$file" ] || continue
    awk -v code="$code" '$1 == "deb" {
      i = 2
      if ($2 ~ /^\[/) { while (i <= NF && $i !~ /\]$/) i++; i++ }
      if ($(i + 1) == code || $(i + 1) == "stable" || $(i + 1) == "testing") print $i }' "$file"
  done
}

# apt_private KIND PROGRAM ARGS...: KIND "bin" sees trixie's packages, "src" the sources of trixie and forky, "all" the
# packages of bookworm, trixie and forky (for data that goes by its version).
apt_private() {
  local kind=$1
  shift
  APT_CONFIG="$CACHE/apt/$kind/apt.conf" "$@"
}

apt_write_root() {
  local kind=$1 root=$CACHE/apt/$1 mirror=$2 keyring=/usr/share/keyrings/debian-archive-keyring.gpg suite
  [ -r "$keyring" ] || die "missing $keyring: install debian-archive-keyring"
  mkdir -p "$root/lists/partial" "$root/archives/partial" "$root/state" "$root/none"
  : >"$root/status"
  if [ "$kind" = bin ]; then
    say "deb [signed-by=$keyring] $mirror trixie main"
  elif [ "$kind" = all ]; then
    for suite in bookworm trixie forky; do say "deb [signed-by=$keyring check-valid-until=no] $mirror $suite main"; done
  else
    say "deb-src [signed-by=$keyring] $mirror trixie main"
    # A mirror that is a stored copy may be past its own date; the signature is checked all the same.
    say "deb-src [signed-by=$keyring check-valid-until=no] $mirror forky main"
  fi >"$root/sources.list"
  cat >"$root/apt.conf" <<CONF
Dir::State "$root/state";
Dir::State::lists "$root/lists";
Dir::State::status "$root/status";
Dir::State::extended_states "$root/state/extended_states";
Dir::Cache "$root";
Dir::Cache::archives "$root/archives";
Dir::Etc::sourcelist "$root/sources.list";
Dir::Etc::sourceparts "$root/none";
Dir::Etc::preferences "$root/none/preferences";
Dir::Etc::preferencesparts "$root/none";
APT::Sandbox::User "";
APT::Install-Recommends "false";
APT::Install-Suggests "false";
Acquire::Languages "none";
Acquire::Retries "3";
Debug::NoLocking "true";
CONF
}

apt_ensure_lists() {
  local kind=$1 mirror
  mirror=$(apt_mirrors | head -n 1)
  [ -n "$mirror" ] || die "this machine's apt configuration names no Debian mirror"
  stamp_is "$CACHE/apt/$kind/stamp" "$mirror" && return 0
  apt_write_root "$kind" "$mirror"
  step "Reading Debian's newer package lists ($kind)" apt_private "$kind" apt-get -q -o APT::Update::Error-Mode=any update || return 1
  stamp_set "$CACHE/apt/$kind/stamp" "$mirror"
}

# apt_fetch KIND LABEL COMMAND...: runs a download; lists that have grown old name files that are gone, so once more with new ones.
apt_fetch() {
  local kind=$1 label=$2
  shift 2
  apt_ensure_lists "$kind" || return 1
  step "$label" "$@" && return 0
  say "  once more with fresh package lists"
  rm -f "$CACHE/apt/$kind/stamp"
  apt_ensure_lists "$kind" && step "$label" "$@"
}
