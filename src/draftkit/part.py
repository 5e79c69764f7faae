"""A file that is being written: hidden beside its place, and locked by the run that writes it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_BEGIN, _END = ".draftkit-", ".part"


@contextmanager
def begun(folder: Path, mode: int) -> Iterator[tuple[Path, int]]:
    """Create a file in a folder with these rights, and give its path and its handle; where what is done with it
    fails, it is deleted. Raises OSError."""
    while True:
        path = folder / f"{_BEGIN}{os.urandom(6).hex()}{_END}"
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
            if _is_ours(path, handle):
                yield path, handle
                return
            os.close(handle)
        except BaseException:  # an interrupt, too, as soon as the file is there
            with suppress(OSError):
                path.unlink()
            raise


def sweep(folder: Path) -> None:
    """Delete what runs that were killed left in a folder; what another run is writing now is left alone."""
    for left in folder.glob(f"{_BEGIN}*{_END}"):
        with suppress(OSError):
            if sys.platform == "win32":  # where nobody can delete what is open
                left.unlink()
                continue
            handle = os.open(left, os.O_RDONLY)
            try:
                lock(handle)
                left.unlink()
            finally:
                os.close(handle)


def _is_ours(path: Path, handle: int) -> bool:
    """Lock a new file; whether that was done before another run could take it for one that was left."""
    if sys.platform == "win32":
        return True
    try:
        lock(handle)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks, where nothing is swept either
        return True
    return path.exists()


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 20  # a locked byte cannot be read there: one behind all that the file says

    def lock(handle: int) -> None:
        """Lock an open file until it is closed; raises BlockingIOError where another run has it."""
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error
        finally:
            os.lseek(handle, 0, os.SEEK_SET)
else:
    import fcntl

    def lock(handle: int) -> None:
        """Lock an open file until it is closed; raises BlockingIOError where another run has it."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
