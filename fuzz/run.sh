#!/usr/bin/env bash
# Fuzzes parse, check and walk for so many seconds (60 unless told). Installs cargo-fuzz; needs a C++ compiler.
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-60}
command -v cargo-fuzz >/dev/null || cargo install --locked --quiet cargo-fuzz
# What is bundled is where the fuzzer begins; the first byte chooses what it is taken for.
mkdir -p corpus/guide
for guide in ../guides/*.ron seeds/*.ron; do
    [ -e "$guide" ] && { printf '\2'; cat "$guide"; } > "corpus/guide/seed-$(basename "$guide")"
done
# cargo-fuzz wants flags that only a development compiler takes; no sanitizer: there is no unsafe code to watch.
RUSTC_BOOTSTRAP=1 cargo fuzz run guide --sanitizer none -- \
    -max_total_time="$seconds" -max_len=200000 -timeout=10 -rss_limit_mb=1024 -dict=guide.dict -print_final_stats=1
