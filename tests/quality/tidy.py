#!/usr/bin/env python3
"""clang-tidy over the own .cpp files of a build directory, two at a time.

A file that passed is remembered in BUILD/.tidy under a hash of all that the verdict depends on: the file, the own
headers it included in the last build, its compile command and .clang-tidy. So only what changed is looked at again.
"""
import hashlib
import json
import os
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

JOBS = 2
TOOL = "clang-tidy-16"  # 14, Debian 12's default, cannot read the ranges of GCC 12's library
OWN_FOLDERS = ("core", "sync", "qml", "platforms", "tests")


def own_headers(build, root):
    """Object file -> own headers, as the last build saw them."""
    headers = {}
    listing = subprocess.run(["ninja", "-C", str(build), "-t", "deps"], capture_output=True, text=True, check=True)
    for line in listing.stdout.splitlines():
        if line.startswith(" "):
            path = os.path.normpath(build / line.strip())
            if path.startswith(f"{root}/") and not path.startswith(f"{build}/"):
                headers[current].append(path)
        elif ": #deps" in line:
            current = line.split(": #deps")[0]
            headers[current] = []
    return headers


def verdict_key(entry, headers, common):
    key = hashlib.sha256(common)
    key.update(entry["command"].encode())
    words = shlex.split(entry["command"])
    object_file = words[words.index("-o") + 1]
    for path in sorted({entry["file"], *headers.get(object_file, [])}):
        key.update(Path(path).read_bytes() if os.path.exists(path) else b"gone")
    return key.hexdigest()


def check(file, build):
    run = subprocess.run([TOOL, "--quiet", "--extra-arg=-Wno-unknown-warning-option", "-p", str(build), file],
                         capture_output=True, text=True)
    return run.returncode == 0, run.stdout + (run.stderr if run.returncode and not run.stdout else "")


def main():
    build = Path(sys.argv[1]).resolve()
    root = Path.cwd()
    passed = build / ".tidy"
    passed.mkdir(exist_ok=True)
    version = subprocess.run([TOOL, "--version"], capture_output=True, check=True).stdout
    common = version + (root / ".clang-tidy").read_bytes() + (root / "tests/.clang-tidy").read_bytes()
    headers = own_headers(build, root)
    entries = [entry for entry in json.loads((build / "compile_commands.json").read_text())
               if os.path.relpath(entry["file"], root).split(os.sep)[0] in OWN_FOLDERS]
    open_keys = {entry["file"]: verdict_key(entry, headers, common) for entry in entries}
    todo = [file for file, key in open_keys.items() if not (passed / key).exists()]

    failures = 0
    with ThreadPoolExecutor(JOBS) as pool:
        for file, (ok, output) in zip(todo, pool.map(lambda file: check(file, build), todo)):
            if ok:
                (passed / open_keys[file]).touch()
            else:
                failures += 1
                print(output, flush=True)
    print(f"{len(entries)} files, {len(todo)} looked at, {failures} with findings")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
