#!/usr/bin/env bash
# Two copies of a vault, carried by two real Syncthings on this machine: written to while apart, in conflict, and destroyed
# on one side only. Nothing that was said may be missing afterwards, and nothing that was destroyed may be listed again.
# Needs: Syncthing (tried with 1.19, Debian 12), curl, jq (Debian: syncthing curl jq).
# Usage: scripts/syncthing.sh [path to roer]
set -euo pipefail
shopt -s inherit_errexit
# One order of lines for sort, comm and the file lists, whatever language the machine speaks.
export LC_ALL=C
roer=${1:-$(dirname "$0")/../target/release/roer}
[ -x "$roer" ] || { echo "no $roer: run cargo build --release first" >&2; exit 1; }
roer=$(realpath "$roer")
for tool in syncthing curl jq setsid; do
    [ -n "$(command -v "$tool")" ] || { echo "no $tool: install it first" >&2; exit 1; }
done

number=10    # events that each side writes while apart
patience=180 # seconds before waiting for Syncthing counts as failing

scratch=$(mktemp -d)
declare -A pid=() gui=() port=() device=()
finish() {
    local status=$? side
    # The whole group: Syncthing runs as a watcher with the real program below it.
    for side in "${!pid[@]}"; do kill -TERM -- "-${pid[$side]}" 2>/dev/null || true; done
    for side in "${!pid[@]}"; do
        for _ in {1..50}; do kill -0 -- "-${pid[$side]}" 2>/dev/null || break; sleep 0.1; done
        kill -KILL -- "-${pid[$side]}" 2>/dev/null || true
    done
    rm -rf "$scratch"
    exit "$status"
}
trap finish EXIT
trap 'exit 130' INT TERM
trap 'fail "line $LINENO: $BASH_COMMAND"' ERR
set -E

fail() {
    trap - ERR
    echo "FAILED: $1" >&2
    for log in "$scratch"/*.log; do
        [ -s "$log" ] && { echo "--- the end of ${log##*/}:"; tail -n 15 "$log"; } >&2
    done
    exit 1
}

cd "$scratch"

# --- Syncthing ---

# Below the ports that the system hands out by itself, so that nobody gets one between choosing and listening.
next_port=$((20000 + RANDOM % 10000))
choose_port() {
    while (exec 3<>"/dev/tcp/127.0.0.1/$next_port") 2>/dev/null; do next_port=$((next_port + 1)); done
    chosen=$next_port
    next_port=$((next_port + 1))
}

# No packet leaves the machine: one listener on loopback (which also leaves out QUIC, and with it STUN), one address to dial,
# and nothing that announces, relays, asks for upgrades or reports. Ten conflict copies of a file are what Syncthing keeps by
# itself; not named here it would be none, and then it throws away one of two versions.
configure() {
    local side=$1 other=$2
    cat >"$side.home/config.xml" <<XML
<configuration version="36">
    <folder id="vault" label="" path="$scratch/$side" type="sendreceive"
            rescanIntervalS="10" fsWatcherEnabled="true" fsWatcherDelayS="1">
        <device id="${device[$side]}"></device>
        <device id="${device[$other]}"></device>
        <maxConflicts>10</maxConflicts>
    </folder>
    <device id="${device[$side]}" name="$side"><address>dynamic</address></device>
    <device id="${device[$other]}" name="$other"><address>tcp://127.0.0.1:${port[$other]}</address></device>
    <gui enabled="true" tls="false"><address>127.0.0.1:${gui[$side]}</address><apikey>loopback</apikey></gui>
    <options>
        <listenAddress>tcp://127.0.0.1:${port[$side]}</listenAddress>
        <globalAnnounceEnabled>false</globalAnnounceEnabled>
        <localAnnounceEnabled>false</localAnnounceEnabled>
        <announceLANAddresses>false</announceLANAddresses>
        <relaysEnabled>false</relaysEnabled>
        <natEnabled>false</natEnabled>
        <stunKeepaliveStartS>0</stunKeepaliveStartS>
        <startBrowser>false</startBrowser>
        <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
        <urAccepted>-1</urAccepted>
        <crashReportingEnabled>false</crashReportingEnabled>
        <reconnectionIntervalS>1</reconnectionIntervalS>
    </options>
</configuration>
XML
}

rest() { # SIDE METHOD PATH
    curl --noproxy '*' -sf -m 30 -X "$2" -H 'X-API-Key: loopback' "http://127.0.0.1:${gui[$1]}/rest/$3"
}

start() {
    local side deadline=$((SECONDS + patience))
    for side in A B; do
        HOME=$scratch STNOUPGRADE=1 setsid syncthing serve --home="$scratch/$side.home" --no-browser \
            >>"syncthing-$side.log" 2>&1 &
        pid[$side]=$!
    done
    for side in A B; do
        until rest "$side" GET system/ping >rest.json; do
            kill -0 "${pid[$side]}" 2>/dev/null || fail "Syncthing of $side does not start"
            ((SECONDS < deadline)) || fail "Syncthing of $side does not answer"
            sleep 0.2
        done
    done
}

stop() {
    local side deadline=$((SECONDS + patience))
    for side in A B; do
        kill -TERM -- "-${pid[$side]}"
        wait "${pid[$side]}" || true
        # The watcher may be gone a moment before the program below it; while that lives the sides are not apart.
        while kill -0 -- "-${pid[$side]}" 2>/dev/null; do
            ((SECONDS < deadline)) || fail "Syncthing of $side does not stop"
            sleep 0.1
        done
        unset "pid[$side]"
    done
}

# Whether this side has looked at its disk, is connected, lacks nothing, and knows that the other lacks nothing either.
is_settled() {
    local side=$1 other=$2
    rest "$side" POST "db/scan?folder=vault" >rest.json || return 1
    rest "$side" GET system/connections >rest.json || return 1
    jq -e --arg other "${device[$other]}" '.connections[$other].connected' rest.json >/dev/null || return 1
    rest "$side" GET "db/status?folder=vault" >"status-$side.json" || return 1
    jq -e '.state == "idle" and .needTotalItems == 0 and .errors == 0' "status-$side.json" >/dev/null || return 1
    rest "$side" GET "db/completion?folder=vault&device=${device[$other]}" >"completion-$side.json" || return 1
    jq -e '.completion == 100 and .needItems == 0 and .needDeletes == 0' "completion-$side.json" >/dev/null
}

# Every file on both sides, byte for byte: what Syncthing says of itself is not enough where nothing may be lost.
is_same() { diff -rq -x .stfolder A B >differences.log; }

in_sync() {
    local deadline=$((SECONDS + patience))
    until is_settled A B && is_settled B A && is_same && is_settled A B; do
        if ((SECONDS >= deadline)); then
            cat status-*.json completion-*.json >settling.log 2>/dev/null || true
            fail "not in sync after $patience seconds"
        fi
        sleep 0.5
    done
}

# --- Roer ---

roer() { "$roer" "$@" 2>>roer.log; }

clients() { roer clients --vault "$@" --json | jq -r '.[].id' | sort; }

# Every event of every client as a line, whole: an event that is there with other words is lost too. Asks a copy, because
# showing everything about somebody is itself written down, and looking must not change what is looked at.
events() { # VAULT [--passphrase-file FILE]
    local vault=$1 list client
    shift
    rm -rf looking
    cp -a "$vault" looking
    list=$(clients looking "$@")
    for client in $list; do
        roer plan --vault looking --client "$client" --kind inzage --out looking.json "$@"
        jq -cS --arg client "$client" '.events[] | [$client, .id.segment, .id.seq, .]' looking.json
    done | sort
}

verify() { # VAULT DOSSIERS
    roer vault verify --vault "$1" --json >"verify-$1.json" ||
        fail "roer vault verify finds faults in $1: $(jq -c .faults "verify-$1.json")"
    jq -e --argjson dossiers "$2" '.clean and .closed == 0 and .dossiers == $dossiers' "verify-$1.json" >/dev/null ||
        fail "roer vault verify reads something else than $2 dossiers in $1: $(jq -c . "verify-$1.json")"
}

files_of() { find "$1/dossiers/$2" -type f | sort; } # VAULT CLIENT

# Writes one event: a new sitting, so a new file.
write_event() { # VAULT CLIENT [--reopen]
    local vault=$1 client=$2
    shift 2
    roer vault close --vault "$vault" --client "$client" "$@" >/dev/null
}

write_events() { # VAULT
    local turn
    for ((turn = 0; turn < number; turn++)); do
        # Each client is closed and opened again in turns.
        if ((turn % 2)); then write_event "$1" "${ids[turn % 5]}" --reopen; else write_event "$1" "${ids[turn % 5]}"; fi
    done
}

count() { wc -l <"$1" | tr -d ' '; }

nothing_missing() { # WANTED GIVEN WHERE
    local lost
    lost=$(comm -23 "$1" "$2" | cut -c -120)
    [ -z "$lost" ] || fail "$(wc -l <<<"$lost") events are lost on $3:"$'\n'"$lost"
}

# What Roer says of a colleague, and so whether that one is trusted.
standing() { roer vault team --vault "$1" | grep "^${colleague[$2]}"; } # VAULT NAME

conflicts() { (cd "$1" && find . -name '*.sync-conflict-*' | sort); }

# --- A vault, and two colleagues who have keys in it ---

roer demo --vault A >/dev/null
echo "twee paarse fietsen zingen 42" >anna
echo "zeven groene klokken slapen 17" >bram
own=$(basename A/sleutels/*.kaart .kaart)
declare -A colleague=()
for name in anna bram; do
    ls A/sleutels >keys.before
    roer vault init --join --name "$name" --vault A --passphrase-file "$name" >/dev/null
    ls A/sleutels >keys.after
    colleague[$name]=$(comm -13 keys.before keys.after | sed -n 's/\.kaart$//p')
    roer vault trust --vault A --passphrase-file "$name" "$own" >/dev/null
done
clients A >ids
mapfile -t ids <ids
[ "${#ids[@]}" = 5 ] || fail "the demonstration has ${#ids[@]} clients, not 5"
shared=${ids[0]} swapped=${ids[1]} doomed=${ids[2]}

# --- 1: B gets everything ---

mkdir B
for side in A B; do
    choose_port && gui[$side]=$chosen
    choose_port && port[$side]=$chosen
    mkdir "$side.home" "$side/.stfolder"
    HOME=$scratch syncthing generate --home="$side.home" >>"syncthing-$side.log" 2>&1
    device[$side]=$(sed -n 's/.*<device id="\([A-Z0-9-]\{63\}\)".*/\1/p' "$side.home/config.xml" | sort -u)
done
configure A B
configure B A
start
in_sync
verify A 5
verify B 5
events A >first-A
events B >first-B
cmp first-A first-B || fail "B did not get what A has"

# Roer may write while Syncthing is carrying: what it is still making must not reach the other side as an event, nor hinder.
for client in "${ids[@]}"; do
    write_event A "$client"
    write_event B "$client" --reopen
done
in_sync
verify A 5
verify B 5
events A >live-A
events B >live-B
cmp live-A live-B || fail "B and A differ after writing while Syncthing carried"
nothing_missing first-A live-A "both sides"
(($(count live-A) == $(count first-A) + 10)) || fail "10 events were written while Syncthing carried, $(count live-A) are there"

# --- 2: apart, the same person works on both ---

common=$(cd A && find "dossiers/$swapped" -name '*.roer' | sort | sed -n 1p)
stop
cmp "A/$common" "B/$common" || fail "$common is not the same on both sides to begin with"
write_events A
write_events B

# Roer itself gives a file two writers in two places, both when one person works on two machines. Their book of trusted
# colleagues, and a segment encrypted once more to somebody who is let in: here to Anna on one side and to Bram on the other,
# so that the copies hold the same words and open for different people.
for pair in A:anna B:bram; do
    roer vault trust --vault "${pair%:*}" "${colleague[${pair#*:}]}" >/dev/null
    roer vault share --vault "${pair%:*}" --client "$shared" --with "${colleague[${pair#*:}]}" >/dev/null
done

# A sitting's own file never has two writers, so here a hand does what a restored backup or a renamed copy would: under a
# name that both sides know each side puts an event that stands nowhere else. What was there keeps existing beside it: a
# file overwritten on one side only is no conflict to Syncthing, and no program that reads the folder later can undo that.
# So that is not asserted; Roer tells of it as a missing or contradicting segment.
for side in A B; do
    files_of "$side" "$swapped" >files.before
    write_event "$side" "$swapped"
    files_of "$side" "$swapped" >files.after
    made=$(comm -13 files.before files.after)
    [ -f "$made" ] || fail "one event did not make one file, but: $made"
    mv "$side/$common" "$side/${common%.roer} (kopie).roer"
    mv "$made" "$side/$common"
done
if cmp -s "A/$common" "B/$common"; then fail "the sides do not differ in $common"; fi

verify A 5
verify B 5
events A >before-A
events B >before-B
events A --passphrase-file anna >before-anna
events B --passphrase-file bram >before-bram
sort -u before-A before-B >union
for side in A B; do
    fresh=$(comm -13 live-A "before-$side" | wc -l)
    ((fresh >= number)) || fail "only $fresh new events on $side"
    nothing_missing live-A "before-$side" "$side, before joining"
done
for who in anna bram; do
    [ -s "before-$who" ] || fail "$who was let in and sees nothing"
done
standing A anna >trusted-anna
standing B bram >trusted-bram
for pair in B:anna A:bram; do
    standing "${pair%:*}" "${pair#*:}" >untrusted
    if cmp -s untrusted "trusted-${pair#*:}"; then fail "the book of ${pair%:*} knows what was written in the other"; fi
done

# --- 3: together ---

start
in_sync
conflicts A >conflicts-A
conflicts B >conflicts-B
cmp conflicts-A conflicts-B || fail "the sides hold different conflict copies"
for what in "$common" "sleutels/$own.boek" "dossiers/$shared/[a-z2-7]*.$own.roer"; do
    # The pattern is a name with `.sync-conflict-` before its ending, as Syncthing makes it.
    found=$(find A -path "A/${what%.*}.sync-conflict-*.${what##*.}" | wc -l)
    ((found > 0)) || fail "Syncthing made no conflict copy of $what"
done
verify A 5
verify B 5
events A >after-A
events B >after-B
nothing_missing union after-A A
nothing_missing union after-B B
cmp after-A after-B || fail "the sides show different events"
# Looking does not write, so there is nothing that could be new.
cmp union after-A || fail "there are events that nobody wrote"
for who in anna bram; do
    for side in A B; do
        events "$side" --passphrase-file "$who" >after-who
        nothing_missing "before-$who" after-who "$side, for $who"
    done
done
# Both copies of the book count, whichever of the two Syncthing put aside.
for side in A B; do
    for who in anna bram; do
        standing "$side" "$who" >after-who
        cmp "trusted-$who" after-who || fail "on $side it is forgotten that $who is trusted"
    done
done

# --- 4: a client is destroyed on A, while B writes on about the same client ---

stop
write_event B "$doomed"
events B | grep -v "^\[\"$doomed\"" >wanted
roer vault erase-client --vault A --client "$doomed" --ground oefening >/dev/null
start
in_sync
printf '%s\n' "${ids[@]}" | grep -v "^$doomed$" >left
returned=0
for side in A B; do
    clients "$side" >listed
    cmp left listed || fail "after destroying one client $side lists: $(tr '\n' ' ' <listed)"
    events "$side" >after-destroying
    nothing_missing wanted after-destroying "$side, of the other clients"
    cmp wanted after-destroying || fail "on $side the other clients have events that nobody wrote"
    # What B wrote has come back as a file. Roer does not list it and does not delete by itself, and verifying tells of it:
    # with exit 1, until somebody destroys it again. Whether Syncthing lets the last file return is its own matter, so a
    # clean verdict is right as well. Not asserted, because it does not hold now: that `plan`, `vault close`, `vault share`
    # and `vault export-client` refuse a destroyed client whose files are back, and that `vault backup` leaves them out.
    roer vault verify --vault "$side" --json >verify.json || returned=$((returned + 1))
    jq -e --arg doomed "$doomed" '.dossiers == 4 and all(.faults[]; .kind == "trouble-returned" and .dossier == $doomed)' \
        verify.json >/dev/null || fail "verifying $side after destroying: $(jq -c . verify.json)"
done
if ((returned > 0)); then
    roer vault erase-client --vault A --client "$doomed" --ground oefening >/dev/null
    in_sync
fi
for side in A B; do
    verify "$side" 4
    [ ! -e "$side/dossiers/$doomed" ] || fail "on $side something is left of the client who was destroyed twice"
done
stop

printf 'events before on A %s, on B %s; union %s; after on A %s, on B %s\n' \
    "$(count before-A)" "$(count before-B)" "$(count union)" "$(count after-A)" "$(count after-B)"
printf 'conflict copies %s; sides where the destroyed client came back as a file, unlisted: %s\n' \
    "$(count conflicts-A)" "$returned"
printf 'nothing lost; %s seconds\n' "$SECONDS"
