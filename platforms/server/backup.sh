#!/bin/sh
# One backup of a server that serves, and the proof that it can be restored: it is restored into a folder of its own, which
# is verified and taken away again. Run by thidua-server-backup.timer; fails if any of it fails.
# Usage: backup DATA BACKUPS KEEP   (THIDUA_SERVER: another program than the installed one)
set -eu
data=$1
backups=$2
keep=$3
server=${THIDUA_SERVER:-/usr/bin/thidua-server}

umask 077
mkdir -p "$backups"
drill=$(mktemp -d "$backups/.drill.XXXXXX")
trap 'rm -rf "$drill"' EXIT

# The contents of attachments never change: those of the last backup are linked, not copied again.
last=$(find "$backups" -maxdepth 1 -name 'thidua-*.db' | sort | tail -n 1)
name=$backups/thidua-$(date -u +%Y%m%dT%H%M%SZ).db
if [ -n "$last" ] && [ "$last" != "$name" ] && [ -d "$last.files" ]; then cp -al "$last.files" "$name.files"; fi
"$server" backup --data "$data" --to "$name"

"$server" restore --data "$drill/server" --from "$name"
"$server" verify --data "$drill/server"

find "$backups" -maxdepth 1 -name 'thidua-*.db' | sort -r | tail -n "+$((keep + 1))" | while read -r old; do
    rm -rf "$old" "$old.files"
done
