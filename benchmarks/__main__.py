"""`python -m benchmarks [NAME…]`: all comparisons, or those named (the keys of COMPARISONS)."""

import os
import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version

from benchmarks import batch, inside, mining, process, reading, reviewing, start

COMPARISONS = {
    "start": start.compare,
    "process": process.compare,
    "inside": inside.compare,
    "batch": batch.compare,
    "reading": reading.compare,
    "reviewing": reviewing.compare,
    "mining": mining.compare,
}
PACKAGES = ("click", "PyYAML", "Jinja2", "docxtpl", "python-docx", "lxml")


def main(names: Sequence[str]) -> int:
    """Run the comparisons named, all without a name; return the exit status."""
    unknown = [name for name in names if name not in COMPARISONS]
    if unknown:
        print(f"there is no comparison {unknown[0]}; known are {', '.join(COMPARISONS)}", file=sys.stderr)
        return 2
    print(_setting(), flush=True)
    for name in names or COMPARISONS:
        print(f"\n{COMPARISONS[name]().table()}", flush=True)
    return 0


def _setting() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{python}, {platform.system()}, {os.cpu_count()} cores; {packages}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
