"""The steps in which a program changes files, as Python tells of them (audit events)."""

import os
import sys
from collections.abc import Callable

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
CHANGES = frozenset(("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.truncate", "os.link", "os.symlink"))


def path_changed(event: str, args: tuple[object, ...]) -> str | None:
    """Return the path of a file that this event is going to change; None where it changes none."""
    if event == "open":
        path, _mode, flags = args
        changes = isinstance(flags, int) and flags & WRITING and not isinstance(path, int)
        return os.fsdecode(path) if changes and isinstance(path, str | bytes) else None
    return os.fsdecode(args[0]) if event in CHANGES and isinstance(args[0], str | bytes) else None


def at_step(then: Callable[[], object]) -> None:
    """Call something before each step of this process from now on."""

    def hook(event: str, args: tuple[object, ...]) -> None:
        if path_changed(event, args) not in (None, os.devnull):
            then()

    sys.addaudithook(hook)
