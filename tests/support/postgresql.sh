#!/bin/sh
# A PostgreSQL of the tests' own, from Debian's package: postgresql.sh start|stop FOLDER
# It is reached through a socket in FOLDER alone, keeps its promises about the disk as a real one does, and is
# removed with all it holds. PostgreSQL refuses to run as root, so root runs it as the package's own user.
set -eu
command=$1
folder=$2

programs=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
if [ -z "$programs" ]; then
    echo "PostgreSQL is not installed. On Debian: apt-get install postgresql-15" >&2
    exit 1
fi

as_owner() {
    if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

is_running() { as_owner "$programs/pg_ctl" --pgdata="$folder/data" status >/dev/null 2>&1; }

start() {
    if is_running; then return; fi
    rm -rf "$folder"
    mkdir -p "$folder"
    chmod 700 "$folder"
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$folder"; fi
    as_owner "$programs/initdb" --pgdata="$folder/data" --username=thidua --auth=trust --encoding=UTF8 --locale=C \
        --no-sync >"$folder/initdb.log"
    cat >>"$folder/data/postgresql.conf" <<TEXT
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 200
TEXT
    as_owner "$programs/pg_ctl" --pgdata="$folder/data" --log="$folder/server.log" --wait start >/dev/null
}

stop() {
    if is_running; then as_owner "$programs/pg_ctl" --pgdata="$folder/data" --mode=immediate stop >/dev/null; fi
    rm -rf "$folder"
}

case $command in
    start | stop) "$command" ;;
    *) echo "postgresql.sh start|stop FOLDER" >&2 && exit 2 ;;
esac
