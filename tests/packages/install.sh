#!/usr/bin/env bash
# The packages, on a Debian 12 that has nothing else: they install, a server starts, a tablet enrols and synchronises,
# a backup is restored elsewhere, and taking the package away leaves the data. Needs root, debootstrap and a mirror.
# Usage: install.sh FOLDER-OF-PACKAGES [WORK]   (WORK keeps the clean system for the next time)
set -euo pipefail
packages=$(readlink -f "${1:?the folder of the packages}")
work=${2:-/var/tmp/thidua-packages}
mirror=${THIDUA_MIRROR:-http://deb.debian.org/debian}
root=$work/root

say() { printf '%s\n' "$*" >&2; }
inside=(env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive QT_QPA_PLATFORM=offscreen
    chroot "$root")
inside() { "${inside[@]}" "$@"; }
field() { sed -n "s/.*\"$1\" *: *\"\{0,1\}\([^\",}]*\).*/\1/p" | head -n 1; }
clean_up() {
    [ -z "${server:-}" ] || kill "$server" 2>/dev/null || true
    umount "$root/proc" 2>/dev/null || true
}
trap clean_up EXIT

mkdir -p "$work"
if [ ! -e "$work/clean.tar" ]; then
    say "Making a clean Debian 12 in $work"
    rm -rf "$root"
    debootstrap --variant=minbase bookworm "$root" "$mirror" >"$work/debootstrap.log"
    tar -C "$root" -cf "$work/clean.tar" .
fi
rm -rf "$root" && mkdir "$root" && tar -C "$root" -xf "$work/clean.tar"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
cp "$packages"/thidua*.deb "$root/tmp/"

say "Installing"
inside apt-get update -qq
inside sh -c 'apt-get install -y -qq --no-install-recommends /tmp/thidua*.deb' >"$work/install.log" 2>&1
inside thidua-server --help >"$work/help"
grep -q 'serve' "$work/help"
[ ! -e "$root/usr/bin/thidua" ] || inside thidua --version # a build without the app has packages without it

say "Starting the server, as the unit does"
inside thidua-server init --data /var/lib/city >"$work/init.json"
code=$(field code <"$work/init.json")
"${inside[@]}" thidua-server serve --data /var/lib/city --listen 127.0.0.1:0 --plain-loopback >"$work/serve.out" 2>"$work/serve.log" &
server=$!
for ((tries = 0; tries < 100; tries++)); do
    url=$(sed -n 's/.*"listening" *: *"\([^"]*\)".*/\1/p' "$work/serve.out")
    [ -z "$url" ] || break
    sleep 0.1
done
[ -n "$url" ] || { cat "$work/serve.log" >&2; exit 1; }

say "Enrolling a tablet at $url, saving offline, synchronising"
device() { inside thidua-device "$1" --data /var/lib/tablet "${@:2}"; }
device enrol --server "$url" --code "$code" --name "Máy thử" >"$work/enrol.json"
device sync >/dev/null
device save movement 'name="Phong trào thử"' 'kind="annual"' 'level="city"' 'mode=null' >"$work/save.json"
device sync >"$work/sync.json"
[ "$(field pending <"$work/sync.json")" = 0 ] || { cat "$work/sync.json" >&2; exit 1; }
device hash >"$work/before"

say "Backing up while it serves, restoring elsewhere, comparing"
inside thidua-server backup --data /var/lib/city --to /var/lib/city.backup >"$work/backup.json"
inside mkdir /var/lib/restored
inside thidua-server restore --data /var/lib/restored --from /var/lib/city.backup >"$work/restore.json"
inside thidua-server verify --data /var/lib/restored >"$work/verify.json"
inside thidua-server verify --data /var/lib/city >"$work/verify-serving.json"
kill "$server" && wait "$server" && server=
grep -q '"records":' "$work/verify.json"
[ "$(field records <"$work/verify.json")" = "$(field records <"$work/verify-serving.json")" ]

say "Taking the packages away"
inside apt-get purge -y -qq thidua thidua-server >>"$work/install.log" 2>&1
[ ! -e "$root/usr/bin/thidua-server" ] && [ ! -e "$root/etc/default/thidua-server" ]
[ -e "$root/var/lib/city/thidua.db" ]
say "Installed, served, synchronised, restored, removed: all of it held"
