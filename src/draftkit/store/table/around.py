"""What stands around the cells in a sheet's XML: its hidden columns before them, its merged cells behind."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from draftkit.messages import _
from draftkit.ooxml.markup import damaged, refuse
from draftkit.ooxml.pieces import found_in, new_parser, on_tags
from draftkit.store.table.cells import column_of
from draftkit.store.table.sheet import MOST_COLUMNS, Range

MOST_MERGED = 100_000
"""Merged ranges that a sheet may have (ours)."""

_BEGIN = re.compile(rb"<(?:[\w.-]+:)?sheetData(?:\s[^<>]*)?(?<!/)>")
_END = re.compile(rb"</(?:[\w.-]+:)?sheetData\s*>")
_LONGEST_TAG = 1000
_RANGE = re.compile(r"([A-Za-z]{1,3})([1-9][0-9]{0,6}):([A-Za-z]{1,3})([1-9][0-9]{0,6})", re.ASCII)


class Around(NamedTuple):
    """The hidden columns and the merged cells of a sheet."""

    hidden_columns: frozenset[int]
    merged: tuple[Range, ...]


def around_cells(pieces: Iterable[bytes]) -> Around:
    """Return what stands around the cells; they are passed over unread, which is ten times as fast.

    Raises CannotRead.
    """
    parser = new_parser()
    hidden: set[int] = set()
    found: list[Range] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "mergeCell":
            found.append(_range(attributes.get("ref", "")))
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            hidden.update(_columns(attributes))

    on_tags(parser, start)
    merged = []
    for one in found_in(_without_cells(pieces), parser, found):
        merged.append(one)
        if len(merged) > MOST_MERGED:
            raise refuse(_("more than {n} merged cells").format(n=MOST_MERGED), _("Is it the right file?"))
    return Around(frozenset(hidden), tuple(merged))


def _range(reference: str) -> Range:
    ends = _RANGE.fullmatch(reference if ":" in reference else f"{reference}:{reference}")
    if not ends:
        raise damaged()
    columns, rows = sorted((column_of(ends[1]), column_of(ends[3]))), sorted((int(ends[2]), int(ends[4])))
    return Range(rows[0], columns[0], rows[1], columns[1])


def _columns(attributes: dict[str, str]) -> range:
    ends = [attributes.get(name, "") for name in ("min", "max")]
    if not all(end.isascii() and end.isdigit() and len(end) < 6 for end in ends):
        raise damaged()
    return range(max(int(ends[0]), 1), min(int(ends[1]), MOST_COLUMNS) + 1)


def _without_cells(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the bytes but for those between the two tags of sheetData: text has no < of its own."""
    before, within, held = True, False, b""
    for piece in pieces:
        held += piece
        if before and (found := _BEGIN.search(held)):
            yield held[: found.end()]
            held, before, within = held[found.end() :], False, True
        if within and (found := _END.search(held)):
            held, within = held[found.start() :], False
        cut = max(len(held) - _LONGEST_TAG, 0) if before or within else len(held)
        if cut and not within:
            yield held[:cut]
        held = held[cut:]
    yield held
