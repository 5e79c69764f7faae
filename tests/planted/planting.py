"""How a defect is planted: into the text of a speech, at a place that chance chooses, its words known."""

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from draftkit.office import Office


class Planted(NamedTuple):
    """A text with a defect in it, from `start` to `end`."""

    text: str
    start: int
    end: int


Plant = Callable[[str, Random], Planted | None]


class Kind(NamedTuple):
    """A kind of defect: the rule that is to find it, what it is, and how it is planted; what the office has
    settled; the facts file of the project's examples whose draft it is planted into, "" for the seeds."""

    code: str
    name: str
    plant: Plant
    office: Office | None = None
    facts: str = ""


_PARAGRAPH = re.compile(r"^[ 　]*(?![一二三四五六七八九十（(\d])[^\n]{60,}。$", re.MULTILINE)
_HEADING = re.compile(
    r"^[ 　]*(?P<label>(?P<number>[一二三四五六七])、)(?P<words>[^\n。]{4,40})(?P<stop>。?)", re.MULTILINE
)
_TITLE = re.compile(r"^(?P<first>[一-龥]{6,9})[ ，](?P<second>[一-龥]{6,9})$", re.MULTILINE)
_YEAR = re.compile(r"[（(]?(?:19|20)\d\d(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[-.]\d+[-.]\d+)[）)]?")
_MARKED = re.compile("⟦(.*?)⟧", re.DOTALL)


def said(sentence: str) -> Plant:
    """Plant a sentence at the end of a paragraph; the defect stands in it between ⟦ and ⟧."""
    marked = _MARKED.search(sentence)
    assert marked, sentence
    plain = _MARKED.sub(r"\1", sentence)

    def plant(text: str, chance: Random) -> Planted | None:
        paragraphs = list(_PARAGRAPH.finditer(text))
        if not paragraphs:
            return None
        end = chance.choice(paragraphs).end()
        start = end + marked.start()
        return Planted(text[:end] + plain + text[end:], start, start + len(marked[1]))

    return plant


def paragraph(words: str) -> Plant:
    """Plant a paragraph of its own below another; the defect stands in it between ⟦ and ⟧."""
    return said(f"\n{words}")


def turned(pattern: str, words: str) -> Plant:
    """Plant other words for those that a pattern finds within a paragraph; they are the defect."""
    wanted = re.compile(pattern)

    def plant(text: str, chance: Random) -> Planted | None:
        paragraphs = list(_PARAGRAPH.finditer(text))
        found = [one for row in paragraphs for one in wanted.finditer(text, row.start(), row.end())]
        if not found:
            return None
        one = chance.choice(found)
        fresh = one.expand(words)
        return Planted(text[: one.start()] + fresh + text[one.end() :], one.start(), one.start() + len(fresh))

    return plant


def heading(words: str, least: int = 3, stops: bool = True) -> Plant:
    """Plant other words for a heading among `least` and more of its level that stand in one text; \\g<words>,
    \\g<label> and \\g<number> are its own. With `stops` a run-in heading's stop is kept."""

    def plant(text: str, chance: Random) -> Planted | None:
        found = list(_HEADING.finditer(text))
        if len(found) < least:
            return None
        one = chance.choice(found[1:-1] if least > 2 else found)
        fresh = one.expand(words) + (one["stop"] if stops else "")
        start = one.start("label")
        return Planted(text[:start] + fresh + text[one.end() :], start, start + len(fresh))

    return plant


def longer(sentence: str, times: int) -> Plant:
    """Plant a sentence many times over at the end of a paragraph; all of the text is the defect."""

    def plant(text: str, chance: Random) -> Planted | None:
        paragraphs = list(_PARAGRAPH.finditer(text))
        end = chance.choice(paragraphs).end()
        fresh = text[:end] + sentence * times + text[end:]
        return Planted(fresh, 0, len(fresh))

    return plant


def title(words: str) -> Plant:
    """Plant other words for a title in two halves, \\g<first> and \\g<second>."""

    def plant(text: str, chance: Random) -> Planted | None:
        found = list(_TITLE.finditer(text))
        if not found:
            return None
        one = chance.choice(found)
        fresh = one.expand(words)
        return Planted(text[: one.start()] + fresh + text[one.end() :], one.start(), one.start() + len(fresh))

    return plant


def whole(*rows: str) -> Plant:
    """Plant a speech of its own below the text; the defect stands in it between ⟦ and ⟧."""
    text = "\n".join(rows) + "\n"
    marked = _MARKED.search(text)
    assert marked, text
    plain = _MARKED.sub(r"\1", text)

    def plant(before: str, _chance: Random) -> Planted | None:
        start = len(before) + 2 + marked.start()
        return Planted(f"{before}\n\n{plain}", start, start + len(marked[1]))

    return plant


def undated(plant: Plant) -> Plant:
    """Plant into the text without its years."""

    def planted(text: str, chance: Random) -> Planted | None:
        return plant(_YEAR.sub("", text), chance)

    return planted


def sections(*rows: str) -> Plant:
    """Plant a speech of its own that has these rows below its salutation."""
    return whole("在全区楼道改造会上的发言", "各位领导：", "汇报如下。", *rows)
