#!/usr/bin/env bash
# Builds Roer for Windows on Debian, runs the tests of the heart under Wine, and takes a picture of the window there.
# The compiler, its sources and the linker come from Debian, in step with each other. RUSTC_BOOTSTRAP is for building the
# standard library, which Debian has no Windows build of; the program itself needs no nightly features.
# Needs: rustc-web cargo-web rust-web-src gcc-mingw-w64-x86-64-win32 wine64 wine xvfb xauth imagemagick (Debian 12).
# Usage: scripts/windows.sh check | test [filter] | window [folder for the pictures]
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-check}
shift || true
target=x86_64-pc-windows-gnu
export RUSTC=/usr/bin/rustc RUSTDOC=/usr/bin/rustdoc RUSTC_BOOTSTRAP=1
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target}/windows
export CARGO_TARGET_X86_64_PC_WINDOWS_GNU_LINKER=x86_64-w64-mingw32-gcc
mkdir -p "$CARGO_TARGET_DIR"
built=$(cd "$CARGO_TARGET_DIR" && pwd)

cargo() { /usr/bin/cargo "$1" --locked -Zbuild-std=std,panic_abort --target "$target" "${@:2}"; }

# Wine 8 has no bcryptprimitives.dll, where the standard library asks for random numbers: for these tests only, made here.
beside() {
    [ -e "$1/bcryptprimitives.dll" ] && return
    printf '%s\n' '#include <windows.h>' \
        'BOOLEAN WINAPI SystemFunction036(void *, ULONG);' \
        '__declspec(dllexport) BOOL WINAPI ProcessPrng(BYTE *out, SIZE_T size) {' \
        '    for (SIZE_T i = 0; i < size; i++) if (!SystemFunction036(out + i, 1)) return FALSE;' \
        '    return TRUE;' '}' >"$built/prng.c"
    x86_64-w64-mingw32-gcc -shared -o "$1/bcryptprimitives.dll" "$built/prng.c" -ladvapi32
}
export WINEPREFIX=$built/wine WINEDEBUG=-all WINEDLLOVERRIDES="bcryptprimitives=n;mscoree,mshtml="

case $what in
check)
    cargo check --lib --bins --tests
    ;;
test)
    cargo test --no-run --lib
    program=$(find "$built/$target/debug/deps" -name 'roer-*.exe' -printf '%T@ %p\n' | sort -n | tail -1 | cut -d' ' -f2)
    beside "$(dirname "$program")"
    # Without a display Wine makes no window, also none that nobody sees. A thousand programs that are killed are too much for
    # Wine 8, which runs out of something after a while; on Linux that test runs in full.
    xvfb-run -a wine "$program" --skip a_thousand_kills "$@"
    ;;
window)
    out=${1:-$built/look}
    mkdir -p "$out"
    cargo build
    beside "$built/$target/debug"
    display=:$((200 + RANDOM % 500))
    Xvfb "$display" -screen 0 1280x800x24 -noreset >"$built/xvfb.log" 2>&1 &
    xvfb=$!
    trap 'kill "$xvfb" 2>/dev/null || true' EXIT
    sleep 1
    DISPLAY=$display wine "$built/$target/debug/roer.exe" --renderer glow &
    sleep 20
    DISPLAY=$display import -window root "$out/windows.png"
    wineserver -k || true
    echo "$out/windows.png"
    ;;
*)
    echo "usage: scripts/windows.sh check | test [filter] | window [folder for the pictures]" >&2
    exit 2
    ;;
esac
