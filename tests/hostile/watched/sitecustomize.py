"""Watches a Python process and all that it starts: what is written goes into a log, and a network is the end.

Python imports it by its name where its folder is in PYTHONPATH.
"""

import os
import sys
from pathlib import Path

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link")
NETWORK = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
BROKEN = 99


def watch(log: int) -> None:
    """Note from now on the path of each file that is made, opened to be written, moved or deleted."""
    here = Path.cwd()

    def hook(event: str, args: tuple[object, ...]) -> None:
        if event in NETWORK:
            os.write(2, f"{event} {args}\n".encode())
            os._exit(BROKEN)
        if event == "open":
            path, _mode, flags = args
            changed = [path] if isinstance(flags, int) and flags & WRITING else []
        elif event in CHANGES and (event == "os.rename" or args[-1] == -1):
            changed = list(args[: 2 if event == "os.rename" else 1])
        else:  # by the handle of a folder: what deletes a whole folder, whose making was noted
            changed = []
        for path in changed:
            if isinstance(path, str | bytes):
                os.write(log, os.fsencode(here / os.fsdecode(path)) + b"\n")

    sys.addaudithook(hook)


if "WATCHED" in os.environ:
    watch(os.open(os.environ["WATCHED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600))
