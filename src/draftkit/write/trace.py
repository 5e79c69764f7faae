"""The trace of a draft: of every span of its text, which frame or which facts put it there."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import TypedDict

from draftkit.errors import Place
from draftkit.fact.facts import Facts
from draftkit.lines import Line, Span, lines_of
from draftkit.tree import Blank, Document, Filled


class TracedSpan(TypedDict):
    """One span: its line and the characters `start` to `end` of it, counted from 0; the frame ("" for the
    user's own words), the facts, where these stand, and for figures their source and date."""

    line: int
    start: int
    end: int
    text: str
    blank: bool
    frame: str
    facts: list[str]
    places: list[str]
    sources: list[str]


def trace(document: Document, facts: Facts) -> list[TracedSpan]:
    """Return the spans of a draft in reading order; neighbours of one origin are joined."""
    found: list[TracedSpan] = []
    lines = [line for speech in document.speeches for line in lines_of(speech)]
    for number, line in enumerate(lines):
        found += _join(_spans(number, line, facts))
    return found


def _spans(number: int, line: Line, facts: Facts) -> Iterator[TracedSpan]:
    start = 0
    for span in line.spans:
        text = span.inline.text
        origin = _origin(span)
        yield TracedSpan(
            line=number,
            start=start,
            end=start + len(text),
            text=text,
            blank=isinstance(span.inline, Blank),
            frame=origin.frame,
            facts=list(origin.facts),
            places=[_told(found) for fact in origin.facts if (found := facts.place(fact))],
            sources=[source for fact in origin.facts if (source := _source(facts, fact))],
        )
        start += len(text)


def _told(place: Place) -> str:
    """The place by its file's name alone: a trace goes to others, and folders often name people."""
    return str(place._replace(file=PurePath(place.file).name))


def _source(facts: Facts, key: str) -> str:
    figure = facts.figures.get(key.removeprefix("figures."))
    return " ".join(filter(None, (figure.source, figure.as_of))) if figure else ""


def _origin(span: Span) -> Filled:
    origin = span.inline.origin
    return origin if isinstance(origin, Filled) else Filled("")


def _join(spans: Iterator[TracedSpan]) -> list[TracedSpan]:
    found: list[TracedSpan] = []
    for span in spans:
        last = found[-1] if found else None
        same = last and all(last[key] == span[key] for key in ("blank", "frame", "facts"))
        if last and same:
            last["end"], last["text"] = span["end"], last["text"] + span["text"]
        else:
            found.append(span)
    return found
