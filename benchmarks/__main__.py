"""`python -m benchmarks [NAME…]`: all comparisons, or those named (the keys below)."""

import os
import platform
import sys
from collections.abc import Callable, Sequence
from functools import partial
from importlib.metadata import version

from benchmarks import batch, growth, inside, mining, process, reading, reviewing, soak, start
from benchmarks.timing import Table

COMPARISONS: dict[str, Callable[[], Table]] = {
    "start": start.compare,
    "process": process.compare,
    "inside": inside.compare,
    "batch": batch.compare,
    "growth": growth.compare,
    "reading": reading.compare,
    "reviewing": reviewing.compare,
    "mining": mining.compare,
}
ASKED_FOR: dict[str, Callable[[], Table]] = {
    "long-growth": partial(growth.compare, (*growth.STREETS, growth.MOST)),
    "soak": soak.compare,
}
"""Those that take minutes, and are only run by name."""
PACKAGES = ("click", "PyYAML", "Jinja2", "docxtpl", "python-docx", "lxml", "openpyxl")


def main(names: Sequence[str]) -> int:
    """Run the comparisons named, all without a name; return the exit status."""
    known = {**COMPARISONS, **ASKED_FOR}
    unknown = [name for name in names if name not in known]
    if unknown:
        print(f"there is no comparison {unknown[0]}; known are {', '.join(known)}", file=sys.stderr)
        return 2
    print(_setting(), flush=True)
    for name in names or COMPARISONS:
        print(f"\n{known[name]().table()}", flush=True)
    return 0


def _setting() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {platform.system()}, {os.cpu_count()} cores; {packages}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
