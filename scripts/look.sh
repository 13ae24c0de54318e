#!/usr/bin/env bash
# Opens the real window on a virtual screen, as a new user would, and takes pictures of a conversation.
# Needs: Xvfb, xdotool, ImageMagick (Debian: xvfb xdotool imagemagick libxcursor1 libxi6 libxkbcommon-x11-0).
# Usage: scripts/look.sh [folder for the pictures] [path to roer]
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-target/look}
roer=${2:-target/release/roer}
[ -x "$roer" ] || { echo "no $roer: run cargo build --release first" >&2; exit 1; }
mkdir -p "$out"

scratch=$(mktemp -d)
display=:$((200 + RANDOM % 500))
Xvfb "$display" -screen 0 1280x800x24 -noreset >"$scratch/xvfb.log" 2>&1 &
xvfb=$!
trap 'kill "${program:-}" "$xvfb" 2>/dev/null || true; rm -rf "$scratch"' EXIT
sleep 1
export DISPLAY=$display XDG_DATA_HOME=$scratch/data

"$roer" --renderer glow &
program=$!
sleep 4
window=$(xdotool search --name Roer | head -1)
xdotool windowfocus "$window"

shot() { sleep 1; import -window root "$out/$1.png"; echo "$out/$1.png"; }
click() { xdotool mousemove "$1" "$2" click 1; sleep 1; xdotool mousemove 2 2; }
keys() { for key in "$@"; do xdotool key "$key"; sleep 0.4; done; }

shot 01-start
keys Tab Tab Tab Tab Tab Tab space # past the bar, to "Bekijk een demonstratie"
sleep 2
shot 02-clients
click 300 550 # Meneer Okafor, who stopped halfway
shot 03-dossier
click 300 366 # go on where he was
shot 04-question
keys Tab
sleep 0.5
xdotool type --delay 30 "bellen vind ik spannend"
keys Return
shot 05-answered
keys ctrl+Return
shot 06-tasks
keys ctrl+4
shot 07-overview
keys ctrl+5
shot 08-plan
keys F8
shot 09-plan-dark
keys ctrl+3
shot 10-question-dark
keys F8
for _ in 1 2 3 4 5 6 7 8 9 10; do xdotool key ctrl+plus; sleep 0.1; done
shot 11-question-at-200-percent
