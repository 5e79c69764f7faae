"""Where doors that take a path find their bytes: a temporary folder of this process."""

import atexit
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp


@cache
def folder() -> Path:
    """Return a folder of this process, deleted when it ends."""
    made = Path(mkdtemp(prefix="draftkit-fuzz-"))
    atexit.register(rmtree, made, ignore_errors=True)
    return made


def put(name: str, content: bytes) -> Path:
    """Write a file into the folder, where nothing else is left, and return its path."""
    for path in folder().iterdir():
        path.unlink()
    path = folder() / name
    path.write_bytes(content)
    return path
