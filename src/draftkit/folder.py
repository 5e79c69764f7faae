"""A folder into which one run at a time writes."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from draftkit.errors import CannotWrite, Place, Problem
from draftkit.messages import _
from draftkit.opening import said
from draftkit.part import lock, sweep

LOCK = ".draftkit.lock"
"""The file that a run holds locked in the folder. The system frees it when the run ends, however it ends."""


_NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # a lock that is a link would have what it leads to emptied


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Make a folder and hold it; what a run that was killed left half-written in it is deleted.

    Raises CannotWrite where it cannot be made, or another run holds it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = _locked(folder)
    except OSError as error:
        message = _("the folder cannot be written to: {error}").format(error=said(error))
        raise CannotWrite([Problem(Place(str(folder)), message, _("Choose another folder"))]) from error
    try:
        sweep(folder)
        yield
    finally:
        with suppress(OSError):
            if sys.platform != "win32":
                (folder / LOCK).unlink()
        os.close(handle)
        with suppress(OSError):
            if sys.platform == "win32":
                (folder / LOCK).unlink()


def flushed() -> None:
    """Have all that was written put on the disk, where the system can be asked for it."""
    if hasattr(os, "sync"):
        os.sync()


def _locked(folder: Path) -> int:
    """Return the handle of the lock, once it is ours and still the folder's own."""
    path = folder / LOCK
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o666)
        try:
            lock(handle)
            if path.exists() and os.path.samestat(os.fstat(handle), path.stat()):
                os.ftruncate(handle, 0)
                os.write(handle, f"{os.getpid()} {time.strftime('%H:%M')}".encode())
                return handle
        except BlockingIOError:
            told = os.read(handle, 40).decode(errors="replace").split(" ")
            os.close(handle)
            raise _in_use(folder, told) from None
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _in_use(folder: Path, told: list[str]) -> CannotWrite:
    message = _("another run is writing into this folder")
    if told[1:]:
        message = _("another run (process {process}, since {time}) is writing into this folder")
        message = message.format(process=told[0], time=told[1])
    return CannotWrite(
        [Problem(Place(str(folder)), message, _("Wait until it has ended, or name another folder"))]
    )
