"""Where doors that take a path find their bytes: a folder of this process, in memory where there is one."""

import atexit
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

_IN_MEMORY = Path("/dev/shm")


@cache
def folder() -> Path:
    """Return a folder of this process, deleted when it ends."""
    made = Path(mkdtemp(prefix="draftkit-fuzz-", dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None))
    atexit.register(rmtree, made, ignore_errors=True)
    return made


def put(name: str, content: bytes) -> Path:
    """Write a file into the folder, where nothing else is left, and return its path."""
    for path in folder().iterdir():
        path.unlink()
    path = folder() / name
    path.write_bytes(content)
    return path
