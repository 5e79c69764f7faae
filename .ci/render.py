"""Measure a .docx as it is printed: 28 characters a line, 26 in an indented first line, 22 lines a page.

    python .ci/render.py [FILE.docx]

Without FILE it writes a measuring speech first, and counts too that no character of it is lost (stops
that hang at a line's end are, where the lines have too little slack). LibreOffice lays the pages out and
pdftotext gives the place of each word; where one of them is missing nothing is measured. Exit 0: as
wanted, or skipped; 1: something else was found.
"""

import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

from draftkit.lines import lines_of
from draftkit.tree import Document, Paragraph, Passage, Speech, Text
from draftkit.write import write
from draftkit.write.layout import PAGE

SECONDS = 180
LEFT, RIGHT = PAGE.left / 20, (PAGE.width - PAGE.right) / 20  # points
FOOT = (PAGE.height - PAGE.bottom) / 20
CHARACTER = 16.0
HAN = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过"
PLAIN = (HAN * 30)[: 28 * 34]
STOPPED = "".join(f"{HAN[: 5 + number * 7 % 11]}{'，。；、：'[number % 5]}" for number in range(90))
MEASURE = Document(
    "",
    (
        Speech(
            title=((Text("量一量这篇讲话"),),),
            opening=Passage(tuple(Paragraph((Text(words),)) for words in [PLAIN] * 4 + [STOPPED] * 2)),
        ),
    ),
)

Row = tuple[int, float, float, str]
"""A printed row: page, left edge, right edge (points), characters."""


def main(arguments: list[str]) -> int:
    """Print the figures found in the file, or in a measuring speech; return the exit code."""
    missing = [tool for tool in ("soffice", "pdftotext") if shutil.which(tool) is None]
    if missing:
        print(f"skipped: not installed here: {', '.join(missing)}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        source = Path(arguments[0]) if arguments else Path(folder) / "measure.docx"
        if not arguments:
            source.write_bytes(write(MEASURE, ".docx"))
        try:
            rows = list(_rows(_print(source, Path(folder))))
        except (subprocess.SubprocessError, FileNotFoundError) as error:
            print(f"{source.name} could not be printed: {error}")
            return 1
    return _report(rows, None if arguments else MEASURE)


def _print(source: Path, folder: Path) -> str:
    profile = (folder / "profile").as_uri()
    office = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    _run([*office, "--outdir", str(folder), str(source)])
    return _run(["pdftotext", "-bbox-layout", str(folder / f"{source.stem}.pdf"), "-"])


def _run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    return done.stdout.decode()


def _rows(layout: str) -> Iterator[Row]:
    pages = ElementTree.fromstring(layout).iterfind(".//{*}page")
    for number, page in enumerate(pages, 1):
        words = [
            (
                round(float(word.attrib["yMax"])),
                float(word.attrib["xMin"]),
                float(word.attrib["xMax"]),
                word.text,
            )
            for word in page.iterfind(".//{*}word")
            if float(word.attrib["yMin"]) < FOOT
        ]
        for _, row in groupby(sorted(words, key=_place), key=lambda word: word[0]):
            pieces = list(row)
            text = "".join(piece[3] or "" for piece in pieces)
            yield number, pieces[0][1], max(piece[2] for piece in pieces), text


def _place(word: tuple[int, float, float, str | None]) -> tuple[int, float]:
    return word[0], word[1]


def _report(rows: list[Row], measure: Document | None) -> int:
    flush = _most(rows, lambda left: abs(left - LEFT) < CHARACTER / 4)
    indented = _most(rows, lambda left: abs(left - LEFT - 2 * CHARACTER) < CHARACTER / 2)
    lines = max(Counter(row[0] for row in rows).values(), default=0)
    full = len({row[0] for row in rows}) > 2
    figures = [
        ("characters on a full line", flush, 28),
        ("characters on an indented first line", indented, 26),
        ("lines on a full page", lines if full else None, 22),
    ]
    if measure:
        wanted = Counter(character for line in lines_of(measure.speeches[0]) for character in line.text)
        lost = wanted - Counter(character for row in rows for character in row[3])
        figures.append(("characters lost", lost.total(), 0))
    wrong = 0
    for name, found, right in figures:
        verdict = "nothing to measure" if found is None else "ok" if found == right else f"wanted {right}"
        wrong += found != right and (found is not None or measure is not None)
        print(f"{name}: {'-' if found is None else found} ({verdict})")
    if wrong:
        print(f"{wrong} of {len(figures)} figures are wrong: see draftkit/write/layout.py")
    return 1 if wrong else 0


def _most(rows: list[Row], starts_well: Callable[[float], bool]) -> int | None:
    """Return the commonest number of characters on rows that begin as wanted and reach the right edge."""
    counts = Counter(
        len(text)
        for _, left, right, text in rows
        if starts_well(left) and right > RIGHT - CHARACTER / 2 and not text.startswith("—")
    )
    return counts.most_common(1)[0][0] if counts else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
