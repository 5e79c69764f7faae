"""Small workbooks as offices have them, and what is read of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from openpyxl import Workbook

from draftkit.errors import Problem
from draftkit.fact.facts import Facts, Words
from draftkit.fact.number import Number
from draftkit.library import Library
from draftkit.pipeline import shipped_frames
from draftkit.store.facts import read_facts
from draftkit.store.schema import Check
from draftkit.tabling import open_streets

LIBRARY = Library((shipped_frames(),), trusted=shipped_frames())
SKELETON = "短发言-一是二是三是"

Rows = Sequence[Sequence[object]]


class Page(NamedTuple):
    """A sheet: its rows, its merged cells, its hidden rows, whether it is hidden itself."""

    rows: Rows
    merged: Sequence[str] = ()
    hidden_rows: Iterable[int] = ()
    hidden: bool = False


def workbook(path: Path, **pages: Page | Rows) -> Path:
    """Write a workbook with a sheet for each page and return its path."""
    book = Workbook()
    book.remove(book.active or book.create_sheet())
    for name, given in pages.items():
        page = given if isinstance(given, Page) else Page(given)
        sheet = book.create_sheet(name)
        for row in page.rows:
            sheet.append(row)
        for area in page.merged:
            sheet.merged_cells.add(area)
        for number in page.hidden_rows:
            sheet.row_dimensions[number].hidden = True
        sheet.sheet_state = "hidden" if page.hidden else "visible"
    book.save(path)
    return path


class Read(NamedTuple):
    """What is read of tables: each street's facts by its name, its problems, the notes, the map."""

    facts: dict[str, Facts]
    problems: dict[str, list[Problem]]
    notes: tuple[str, ...]
    map: str

    def figure(self, street: str, name: str) -> str:
        """Return a figure as its kind's numbers and its unit."""
        figure = self.facts[street].figures[name]
        numbers = [part.text for part in figure.kind if isinstance(part, Number)]
        return "→".join(numbers) + figure.unit

    def said(self, street: str, name: str) -> str:
        """Return the words of a street by their name, "" without any."""
        words = self.facts[street].named.get(name)
        return str(words.pattern) if isinstance(words, Words) else ""


def read(*paths: Path, skeleton: str | None = SKELETON, mapping: Path | None = None) -> Read:
    """Read tables, and the facts of each street."""
    facts: dict[str, Facts] = {}
    problems: dict[str, list[Problem]] = {}
    with open_streets(paths, LIBRARY, skeleton, mapping) as streets:
        for street in streets:
            check = Check()
            facts[street.name] = read_facts(check, street.node, str(paths[0]))
            problems[street.name] = [*problems.get(street.name, []), *street.problems, *check.problems]
        assert len(streets) == sum(1 for _street in streets)
        return Read(facts, problems, streets.notes, streets.map)
