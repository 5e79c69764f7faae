"""Printed lines, of which only the place on the page is known, joined to the paragraphs they were."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from math import inf
from typing import NamedTuple

PAGE_NUMBER = re.compile(
    r"[—–―－\-·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／，,共]{1,2}\s*\d{1,4}(?:\s*页)?)?[—–―－\-·\s]*"
)
# In widths of a character (ours): what an indent is, and how ragged the right edge may be.
_INDENT, _RAGGED = 1.0, 1.5
# In the same: by how much the right margin of a page may be wider than the left one (ours).
_UNEVEN = 4
# Times the usual distance of lines (ours): more is the space between two paragraphs.
_APART = 1.2
_STOPS = "。！？；：…”）.!?"
# A word or a character, with the quotation marks, figures and stops that hang on it.
_HELD = re.compile(".[!-~“”‘’·，。、；：！？）》」』】〉…]*")


class Line(NamedTuple):
    """A printed line: its page counted from 1, and how wide that is; where the line stands, and how wide
    its characters are."""

    text: str
    page: int
    width: float
    left: float
    right: float
    base: float
    size: float
    aside: str = ""


def paragraphs(pages: list[list[Line]]) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of the pages, each with what it is aside: page number, header, footer, watermark,
    or nothing. What stands aside in the midst of a paragraph comes after it."""
    lines = _with_running([line for page in pages for line in _with_numbers(page)], len(pages))
    body = [line for line in lines if not line.aside]
    left, right = _margins(body)
    usual = _usual_distance(body)
    paragraph: list[Line] = []
    aside: list[tuple[str, str]] = []
    for line in lines:
        if line.aside:
            aside.append((line.text, line.aside))
            continue
        if paragraph and not _goes_on(paragraph[-1], line, left, right, usual):
            yield _joined(paragraph), ""
            paragraph = []
        if not paragraph:
            yield from aside
            aside = []
        paragraph.append(line)
    if paragraph:
        yield _joined(paragraph), ""
    yield from aside


def _with_numbers(page: list[Line]) -> Iterator[Line]:
    """Yield the lines of a page, its number named as such: the uppermost or lowest line."""
    edges = {min(page, key=_height), max(page, key=_height)} if page else set()
    for line in page:
        is_number = line in edges and len(line.text) < 20 and PAGE_NUMBER.fullmatch(line.text)
        yield line._replace(aside="page number") if is_number else line


def _height(line: Line) -> float:
    return line.base


def _with_running(lines: list[Line], pages: int) -> list[Line]:
    """Name the lines that stand at the same place of most pages: header, footer or watermark."""
    places: dict[tuple[str, int], set[int]] = {}
    for line in lines:
        places.setdefault(_place(line), set()).add(line.page)
    running = {place for place, on in places.items() if len(on) >= 3 and len(on) * 2 > pages}
    low, high = min(map(_height, lines)), max(map(_height, lines))

    def named(line: Line) -> str:
        if line.aside or _place(line) not in running:
            return line.aside
        if PAGE_NUMBER.fullmatch(line.text):
            return "page number"
        part = (line.base - low) / ((high - low) or 1)
        return "header" if part > 0.8 else "footer" if part < 0.2 else "watermark"

    return [line._replace(aside=named(line)) for line in lines]


def _place(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.base / 4)


def _margins(body: list[Line]) -> tuple[float, float]:
    """Return the edges that all but one in twenty lines keep to, so that a stray one does not count.

    No line reaches the right one where all are short: that is where the edges are not as far from
    the paper's, nor do many lines end alike (ours: five, and a fourth of all).
    """
    if not body:
        return 0, 0
    stray, size = len(body) // 20, body[0].size
    left = sorted(line.left for line in body)[stray]
    right = sorted(line.right for line in body)[-1 - stray]
    alike = sum(line.right > right - _RAGGED * size for line in body)
    is_edge = right > body[0].width - left - _UNEVEN * size or alike >= max(5, len(body) / 4)
    return left, right if is_edge else inf


def _usual_distance(body: list[Line]) -> float:
    found = Counter(round(one.base - two.base) for one, two in pairwise(body) if one.page == two.page)
    return float(found.most_common(1)[0][0]) if found else 0


def _goes_on(one: Line, two: Line, left: float, right: float, usual: float) -> bool:
    full = one.right > right - one.size * (_columns(two.text) + (0 if one.text[-1] in _STOPS else _RAGGED))
    indented = two.left > left + _INDENT * two.size
    apart = one.page == two.page and usual > 0 and one.base - two.base > usual * _APART
    return full and not indented and not apart and abs(one.size - two.size) < 1


def _columns(text: str) -> float:
    """Return the width of what cannot be parted at the start of a line."""
    held = _HELD.match(text)
    return sum(0.6 if one.isascii() else 1 for one in held[0]) if held else 1


def _joined(paragraph: list[Line]) -> str:
    parts = [paragraph[0].text]
    for one, two in pairwise(paragraph):
        latin = one.text[-1].isascii() and two.text[0].isascii() and one.text[-1] != "-"
        parts += [" " if latin else "", two.text]
    return "".join(parts)
