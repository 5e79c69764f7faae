"""The outline of a document as JSON: what an editor sees in it. A view, which cannot be read back."""

import json
import re
from collections.abc import Iterable, Iterator

from draftkit.lines import lines_of
from draftkit.rhetoric.bundle import bundles_of
from draftkit.rhetoric.couplet import halves_of
from draftkit.rhetoric.parallel import parallels_of
from draftkit.tree import Document, Inlines, Passage, Section, Speech, text_of
from draftkit.zh.marker import leading_marker

_SERIAL = re.compile(
    r"(?:第[一二三四五六七八九十\d]+篇|篇[一二三四五六七八九十\d]+|(?:范文|例文)[一二三四五六七八九十\d]+)[：:、.\s]*"
)
QUOTED = 15
"""Characters of an opening and a closing that are quoted."""

Json = dict[str, object]


def write_outline(document: Document) -> bytes:
    """Return the outline of a document as UTF-8 JSON, one object."""
    return (json.dumps(outline(document), ensure_ascii=False, indent=2) + "\n").encode()


def outline(document: Document) -> Json:
    """Return the outline of a document: its speeches, and the debris with its reasons."""
    dropped = [(one.origin, one.text, one.why) for one in document.dropped]
    heads = [(inlines[0].origin, text_of(inlines)) for speech in document.speeches for inlines in _head(speech)]
    rows: list[tuple[object, str, str]] = [*dropped, *((origin, text, "metadata") for origin, text in heads)]
    rows.sort(key=lambda row: getattr(row[0], "start", 0))
    return {
        "source": document.source,
        "speeches": [_speech(speech) for speech in document.speeches],
        "dropped": [{"text": text, "why": why} for _, text, why in rows],
    }


def _head(speech: Speech) -> Iterator[Inlines]:
    return (inlines for inlines in (speech.byline, speech.date) if inlines)


def _speech(speech: Speech) -> Json:
    printed = [text_of(half) for half in speech.title]
    if printed:
        printed[0] = unnumbered(printed[0])
    title = _joined(speech, printed)
    halves = printed if len(printed) > 1 else halves_of(title)
    return {
        "title": title or None,
        "couplet": list(halves) if halves else None,
        "salutation": text_of(speech.salutation) or None,
        "opening": _opening(speech),
        "headings": list(_headings(speech)),
        "closing": _start(speech.closing),
        "signoff": text_of(speech.signoff) or None,
        "parallels": [list(series) for series in parallels_of(speech)],
        "bundles": [
            {"name": bundle.name, "count": bundle.size, "items": list(bundle.items)}
            for bundle in bundles_of(speech)
        ],
    }


def _joined(speech: Speech, printed: list[str]) -> str:
    """The title as printed: its halves stand apart only where the source parts them."""
    title, end = "", -1
    for half, words in zip(speech.title, printed, strict=True):
        glued = title and getattr(half[0].origin, "start", None) == end
        title += words if glued or not title else f" {words}"
        end = getattr(half[-1].origin, "end", -1)
    return title


def unnumbered(title: str) -> str:
    """Return a title without the number that a collection prints before it."""
    serial = _SERIAL.match(title)
    marker = leading_marker(title)
    end = serial.end() if serial else marker.end if marker else 0
    return title[end:].strip() or title


def _headings(speech: Speech) -> Iterator[Json]:
    for sections in (speech.opening.sections, speech.sections, speech.closing.sections):
        yield from _level(sections, 1)


def _level(sections: Iterable[Section], level: int) -> Iterator[Json]:
    for section in sections:
        heading = section.heading
        if heading.marker or heading.inlines:
            yield {"level": level, "marker": heading.marker, "text": text_of(heading.inlines)}
        yield from _level(section.sections, level + 1)


def _opening(speech: Speech) -> str | None:
    if speech.opening.paragraphs or speech.opening.sections:
        return _start(speech.opening)
    first = next(_bodies(speech.sections), None)
    return first[:QUOTED] if first else None


def _bodies(sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        yield from (text_of(paragraph.inlines) for paragraph in section.body)
        yield from _bodies(section.sections)


def _start(passage: Passage) -> str | None:
    lines = lines_of(Speech((), opening=passage))
    return lines[0].text[:QUOTED] if lines else None
