#!/usr/bin/env bash
# Runs the tests. Installs what they need beside Rust: poppler (reads the PDFs back), qpdf (checks them), age (opens dossiers)
# and, on Linux, dbus (says that the system locks).
set -euo pipefail
cd "$(dirname "$0")"

missing=()
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v qpdf >/dev/null || missing+=(qpdf)
command -v age >/dev/null || missing+=(age)
[ "$(uname)" != Linux ] || command -v dbus-daemon >/dev/null || missing+=(dbus)
if [ "${#missing[@]}" -gt 0 ]; then
    echo "Installing ${missing[*]}"
    if command -v apt-get >/dev/null; then
        sudo=""
        [ "$(id -u)" = 0 ] || sudo=sudo
        $sudo apt-get update -qq
        $sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    elif command -v brew >/dev/null; then
        brew install poppler qpdf age
    else
        echo "Please install ${missing[*]} and run this again." >&2
        exit 1
    fi
fi
exec cargo test --locked "$@"
