# Where the tools are and which versions: sourced by the other scripts, runs nothing.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"

target_dir="${CARGO_TARGET_DIR:-$root/target}"
tools="${XDG_CACHE_HOME:-$HOME/.cache}/parcours-tools"

trunk_version=0.21.14
# The command line tool has to be exactly as old as the crate it reads the output of.
bindgen_version="$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p}' Cargo.lock)"
binaryen_version="$(sed -n 's/.*"binaryen": "\([0-9]*\)\..*/\1/p' scripts/binaryen/package.json)"

trunk_home="$tools/trunk-$trunk_version"
bindgen_home="$tools/wasm-bindgen-$bindgen_version"
binaryen_home="$tools/binaryen-$binaryen_version"

# rustup's own directory may not be on the PATH of a shell that was open when it was installed.
export PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"

say() { printf '\n\033[1m» %s\033[0m\n' "$*"; }
stop() {
    printf '\n%s\n' "$*" >&2
    exit 1
}

# Whether `$1 --version` names version $2.
is_version() {
    command -v "$1" >/dev/null 2>&1 && "$1" --version 2>/dev/null | grep -qwF -- "$2"
}

# Puts a cached tool first on the PATH, unless the one found there is the right one already.
use_tool() {
    is_version "$1" "$2" || export PATH="$3:$PATH"
}

use_tools() {
    use_tool trunk "$trunk_version" "$trunk_home/bin"
    use_tool wasm-bindgen "$bindgen_version" "$bindgen_home/bin"
    use_tool wasm-opt "$binaryen_version" "$binaryen_home/node_modules/.bin"
}
