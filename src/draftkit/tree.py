"""The document tree that every reader makes and every writer prints.

A section's level is its depth; what is missing is a Blank; every inline says where it comes from.
Origins are left out of equality, so the laws compare what is printed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Placement = Literal["line", "run-in", "within"]
"""Where a heading stands: on its own line, at the start of its paragraph, or inside a paragraph."""

Why = Literal[
    "watermark",
    "advert",
    "navigation",
    "metadata",
    "toc",
    "collection-title",
    "synopsis",
    "truncation",
    "table",
]


class Printed(NamedTuple):
    """Stood in the source from `start` to `end` (characters, end excluded)."""

    start: int
    end: int


class Filled(NamedTuple):
    """Put there by the composer: the frame whose words these are ("" for the user's own), and the facts."""

    frame: str
    facts: tuple[str, ...] = ()


Origin = Printed | Filled


@dataclass(frozen=True, slots=True)
class Text:
    """Words as printed."""

    text: str
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Blank:
    """留空: ×× in a source, an unfilled slot in a draft. `text` is what is printed for it."""

    text: str
    slot: str | None = None
    ask: str = ""
    origin: Origin | None = field(default=None, compare=False, repr=False)


Inline = Text | Blank
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text."""

    inlines: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """小标题 or a point's lead: marker (层次序数), words, and the mark that ends it ("" on its own line).

    One that was cut out of its source has neither marker nor words; nothing is printed for it."""

    inlines: Inlines
    marker: str = ""
    placement: Placement = "line"
    stop: str = ""
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Section:
    """部分: a heading, its paragraphs, its subsections. The first paragraph of `body` goes on in the
    heading's own paragraph where the heading is run in or within."""

    heading: Heading
    body: tuple[Paragraph, ...] = ()
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """An opening or a closing: paragraphs, and the points that may hang on them."""

    paragraphs: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Greeting:
    """问候语, on its own line or run in at the start of the opening."""

    inlines: Inlines
    placement: Placement = "run-in"


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech. `title` holds the halves of a couplet, or the one title; each line may be empty."""

    title: tuple[Inlines, ...]
    subtitle: Inlines = ()
    byline: Inlines = ()
    date: Inlines = ()
    salutation: Inlines = ()
    greeting: Greeting | None = None
    opening: Passage = Passage()
    sections: tuple[Section, ...] = ()
    closing: Passage = Passage()
    signoff: Inlines = ()


@dataclass(frozen=True, slots=True)
class Dropped:
    """杂质: debris around a speech, kept with the reason."""

    text: str
    why: Why
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """A source or a draft: its speeches, and what was left aside."""

    source: str
    speeches: tuple[Speech, ...]
    dropped: tuple[Dropped, ...] = ()


def text_of(inlines: Iterable[Inline]) -> str:
    """Return the characters of the inlines."""
    return "".join([inline.text for inline in inlines])
