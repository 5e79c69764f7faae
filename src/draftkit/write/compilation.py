"""汇编: a cover, a 目录 with page numbers, and speeches, each on a new page (实务; no standard speaks of it).

The page numbers are right as the file is opened: they are worked out (`pages`) and written as the last result
of a real field, which Word can refresh. Word is not told to do that on opening, since it would ask first.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, chain
from typing import NamedTuple

from draftkit.lines import Line, lines_of
from draftkit.tree import Speech
from draftkit.write import layout
from draftkit.write.characters import NOT_IN_XML, rare_in, refuse
from draftkit.write.contents import Entry, add_contents
from draftkit.write.docx import Manuscript, words_in
from draftkit.write.look import Look
from draftkit.write.package import pack
from draftkit.write.pages import Fit, fitted
from draftkit.write.profile import Profile
from draftkit.write.title import GAP, fit_one_row, row_starts

_FURNITURE = re.compile("<w:(?:headerReference|footerReference|pgNumType|titlePg|type)\\b[^>]*/>")
_FORMAT = re.compile(r'<w:pgNumType\b[^>]*?(w:fmt="[^"]*")')
_NUMBERING = re.compile("<w:(?:type|pgNumType)\\b[^>]*/>")
_AFTER_NUMBERING = re.compile(
    r"<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid)\b|</w:sectPr>"
)
_ABOVE = 2550
"""Twips above the title on a cover, a fifth of the text's height (own)."""
_FREE = 1200
"""Twips left free at the foot of a cover, so that wider faces push nothing off it (own)."""


class Cover(NamedTuple):
    """What a cover says: the title of the 汇编, who prints it, and when; "" is left out."""

    title: str
    unit: str = ""
    date: str = ""


class Compilation(NamedTuple):
    """A 汇编 as the bytes of a .docx, its 目录, and how each speech was made to fit its pages."""

    content: bytes
    entries: tuple[Entry, ...]
    fits: tuple[Fit, ...]


def compiled(cover: Cover, speeches: Sequence[Speech], look: Look, profile: Profile) -> Compilation:
    """Return the speeches as one 汇编, in the order given; `look` and `profile` have the styles of a 汇编.

    The same speeches give the same bytes. Raises CannotWrite, with every character that XML cannot hold.
    """
    lines = [lines_of(speech) for speech in speeches]
    texts = [*words_in(chain.from_iterable(lines)), *cover]
    refuse(NOT_IN_XML, texts)
    look = _numbered(look)
    fits = [fitted(one, look, profile) for one in lines]
    pages = accumulate((fit.pages for fit in fits[:-1]), initial=1)
    entries = [_entry(*one, look) for one in zip(range(1, len(lines) + 1), lines, pages, strict=True)]
    manuscript = Manuscript(look, rare_in("".join(texts)))
    section = _FURNITURE.sub("", look.section)
    _add_cover(manuscript, cover, look, profile, section)
    add_contents(manuscript, entries, look, section)
    for one, fit, entry in zip(lines, fits, entries, strict=True):
        manuscript.speech(one, entry.number > 1, entry.bookmark_xml(), fit.turn)
    comments = manuscript.comments()
    content = pack(look.parts(bool(comments)), manuscript.document(), comments, cover.title)
    return Compilation(content, tuple(entries), tuple(fits))


def _numbered(look: Look) -> Look:
    """The look of the body: the titles that the 目录 asks for, pages numbered from 1."""
    kept = _FORMAT.search(look.section)
    restart = f'<w:pgNumType{f" {kept[1]}" if kept else ""} w:start="1"/>'
    section = _NUMBERING.sub("", look.section)
    place = _AFTER_NUMBERING.search(section)
    at = place.start() if place else len(section)
    return replace(
        look,
        names={**look.names, "Title": look.name("SpeechTitle")},
        section=section[:at] + restart + section[at:],
        _paragraphs={},
        _runs={},
    )


def _entry(number: int, lines: Sequence[Line], page: int, look: Look) -> Entry:
    halves = [line.text for line in lines if line.role == "title"]
    gap = GAP if fit_one_row(halves, look.room) else " "  # what Word makes of a line's end
    byline = next((line.text for line in lines if line.role == "byline"), "")
    return Entry(number, gap.join(halves), byline, page)


def _add_cover(manuscript: Manuscript, cover: Cover, look: Look, profile: Profile, section: str) -> None:
    """Add the cover: every line of it is of a fixed height, so that the foot is found by counting."""
    page = profile.page
    size = layout.SMALL_FIRST * 10
    starts = row_starts(cover.title, 2 * (page.width - page.left - page.right) // size)
    rows = "\n".join(cover.title[a:b] for a, b in zip((0, *starts), (*starts, None), strict=True))
    foot = [("CollectionUnit", cover.unit), ("CollectionDate", cover.date)]
    lines = [("CollectionTitle", rows, _ABOVE), *((style, words, 0) for style, words in foot if words)]
    taken = _ABOVE + (len(starts) + 1) * layout.COVER_LINE + page.pitch * (len(lines) - 1) + _FREE
    if lines[1:]:
        room = page.height - page.top - page.bottom - taken
        lines[1] = (*lines[1][:2], max(room, page.pitch))
    for number, (style, words, before) in enumerate(lines, 1):
        above = f'<w:spacing w:before="{before}"/>' if before else ""
        last = section if number == len(lines) else ""
        start = look.paragraph_start(style, False)
        manuscript.add(start.replace("</w:pPr>", f"{above}{last}</w:pPr>"))
        manuscript.run(words, style)
        manuscript.add("</w:p>")
