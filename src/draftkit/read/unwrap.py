"""Joins lines that a mail program or a page has broken at a fixed width back into paragraphs."""

import re

from draftkit.messages import _
from draftkit.read import site_words
from draftkit.read.source import Row, Source
from draftkit.zh.marker import leading_marker

NARROWEST, WIDEST = 18, 70
"""Characters of a line at which texts are broken (our own)."""
LEAST = 8
"""Full lines from which on a text counts as broken at a width (our own)."""

_PAGE = re.compile(site_words.PAGE)
_ENDED = re.compile(r"[。！？：；!?:;”）)]$")


def unwrap(source: Source) -> Source:
    """Return the source with the broken lines of each paragraph joined; itself where lines are paragraphs."""
    widths, full, slack = _measured(source)
    if not full:
        return source
    groups: list[list[Row]] = []
    pages: list[Row] = []
    broken = False
    for row, width in zip(source.rows, widths, strict=True):
        words = source.text[row.start : row.end]
        if broken and _PAGE.match(words):
            pages.append(row)
            continue
        if broken and not (row.aside or _begins(source, row, words)):
            groups[-1].append(row)
        else:
            groups += [[page] for page in pages]
            pages = []
            groups.append([row])
        broken = width >= full - slack and not (row.aside or (_ENDED.search(words) and width < full - 1))
    groups += [[page] for page in pages]
    return _joined(source, groups)


def _measured(source: Source) -> tuple[list[float], float, float]:
    """The widths of the rows, the full width, 0 where lines are not broken, and by how much a full line may be
    short: a mark that may not begin a line. Programs count characters, or a Latin letter as half of one."""
    rows = [row for row in source.rows if not row.aside]
    if max((row.end - row.start for row in rows), default=0) > 2 * WIDEST:
        return [], 0, 0
    found: list[tuple[int, list[float], float, float]] = []
    for half, slack in ((1.0, 1.0), (0.5, 2.0)):
        widths = [_width(source, row, half) for row in source.rows]
        body = [width for row, width in zip(source.rows, widths, strict=True) if not row.aside]
        widest = max(body, default=0)
        near = sum(width >= widest - slack for width in body)
        long = sum(width >= NARROWEST for width in body)
        if NARROWEST <= widest <= WIDEST and near >= LEAST and near * 2 >= long:
            found.append((near, widths, widest, slack))
    return max(found)[1:] if found else ([], 0, 0)


def _width(source: Source, row: Row, half: float) -> float:
    start = source.text.rfind("\n", 0, row.start) + 1
    line = source.text[start : row.end]
    narrow = len(line.encode("latin-1", "ignore")) if half < 1 else 0
    return len(line) - narrow + half * narrow


def _begins(source: Source, row: Row, words: str) -> bool:
    """Whether a row begins a paragraph: indented, below an empty line, or with a heading's marker."""
    before = source.text[source.text.rfind("\n", 0, max(0, row.start)) + 1 : row.start]
    marker = leading_marker(words)
    return (
        len(before) > 0
        or source.text[max(0, row.start - 2) : row.start] == "\n\n"
        or (marker is not None and marker.family in ("一、", "（一）"))
    )


def _joined(source: Source, groups: list[list[Row]]) -> Source:
    pieces: list[str] = []
    rows: list[Row] = []
    length = 0
    last = 0
    for group in groups:
        gap = max(1, source.text.count("\n", last, group[0].start)) if rows else 0
        words = "".join(source.text[row.start : row.end] for row in group)
        pieces += ["\n" * gap, words]
        rows.append(group[0]._replace(start=length + gap, end=length + gap + len(words)))
        length += gap + len(words)
        last = max(last, group[-1].end)
    note = _("lines broken at a fixed width were joined")
    return source._replace(text="".join(pieces), rows=tuple(rows), notes=(*source.notes, note))
