# Packages of the machine's own Debian, installed by apt-get where we may, else named.
# For: what is the same in any version (cmake, a browser, fonts). Not for: compilers for the page (toolchain.sh).

# One line a purpose: a command or file that shows that it is there, and its package.
PAGE_NEEDS="cmake=cmake ninja=ninja-build xz=xz-utils /etc/ssl/certs/ca-certificates.crt=ca-certificates"
EMROOT_NEEDS="patchelf=patchelf"
NATIVE_NEEDS="cmake=cmake ninja=ninja-build clang++=clang ccache=ccache xz=xz-utils"
LINT_NEEDS="clang-format=clang-format clang-tidy=clang-tidy"
BROWSER_NEEDS="chromium=chromium firefox-esr=firefox-esr Xvfb=xvfb xauth=xauth @libglx-mesa0 @libegl-mesa0 @libgl1-mesa-dri @libgl1 @libcurl4 @fonts-noto-core @fonts-noto-cjk @fonts-noto-color-emoji"
# A real translation service and three pairs, each both ways, some 45 MB: tests/servers/apertium.mjs.
APERTIUM_NEEDS="@apertium-apy @apertium-eng-spa @apertium-eng-cat @apertium-es-pt"

package_is_installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# The packages of a list of needs that are not there: "command=package", "/file=package" or "@package".
missing_packages() {
  local need name package
  for need in "$@"; do
    name=${need%%=*} package=${need#*=}
    case "$need" in
      @*) { ! is_debian || package_is_installed "${need#@}"; } && continue || package=${need#@} ;;
      /*) [ -e "$name" ] && continue ;;
      *) have "$name" && continue ;;
    esac
    printf '%s ' "$package"
  done
}

install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@" && return 0
  apt-get -q -o DPkg::Lock::Timeout=300 update && apt-get -q -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "$@"
}

# ensure_system NEEDS: leaves only when all of it is there.
ensure_system() {
  local missing
  # shellcheck disable=SC2086
  missing=$(missing_packages $1)
  [ -z "$missing" ] && return 0
  if is_debian && [ "$(id -u)" = 0 ]; then
    # shellcheck disable=SC2086
    step "Installing $missing" install_packages $missing || die "apt-get could not install: $missing"
    return 0
  fi
  say "Missing on this machine: $missing"
  if is_debian; then
    die "install them and try again: sudo apt-get install --no-install-recommends $missing"
  fi
  die "install them (Debian's names) with this system's package manager and try again"
}
