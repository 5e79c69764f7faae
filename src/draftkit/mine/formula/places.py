"""The sentences of a document, each with the place in its speech where it stands."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from draftkit.tree import Document, Inlines, Passage, Section, Speech, text_of
from draftkit.zh.sentence import sentences

Part = Literal["salutation", "greeting", "opening", "body", "closing", "signoff"]
PARTS: dict[Part, str] = {
    "salutation": "称谓",
    "greeting": "问候语",
    "opening": "开头",
    "body": "正文",
    "closing": "结尾",
    "signoff": "结束语",
}
_HALF = re.compile(r"(?<![0-9A-Za-z])[,;:?!]|[,;:?!](?![0-9A-Za-z])")
_FULL = str.maketrans(",;:?!", "，；：？！")
_SPACE = re.compile(r"\s+")


class Sentence(NamedTuple):
    """A sentence: its words, the document, the part of the speech, and the place in words (第3篇开头)."""

    text: str
    source: str
    part: Part
    place: str


def passages(document: Document) -> Iterator[tuple[Sentence, ...]]:
    """Yield the sentences of a document, those of one paragraph together, in reading order.

    Punctuation is full width (规定, GB/T 15834), white space is gone: sources that were typed otherwise are
    to give the same frames.
    """
    for number, speech in enumerate(document.speeches, 1):
        for part, place, inlines in _paragraphs(speech):
            text = printed(text_of(inlines))
            where = f"第{number}篇{place}"
            if text:
                yield tuple(Sentence(one, document.source, part, where) for one in sentences(text))


def printed(text: str) -> str:
    """Return a text with full-width punctuation and without white space."""
    return _HALF.sub(lambda found: found[0].translate(_FULL), _SPACE.sub("", text))


def _paragraphs(speech: Speech) -> Iterator[tuple[Part, str, Inlines]]:
    yield "salutation", PARTS["salutation"], speech.salutation
    if speech.greeting:
        yield "greeting", PARTS["greeting"], speech.greeting.inlines
    yield from _passage(speech.opening, "opening")
    for number, section in enumerate(speech.sections, 1):
        yield from ((("body"), f"第{number}部分", inlines) for inlines in _bodies((section,)))
    yield from _passage(speech.closing, "closing")
    yield "signoff", PARTS["signoff"], speech.signoff


def _passage(passage: Passage, part: Part) -> Iterator[tuple[Part, str, Inlines]]:
    for paragraph in passage.paragraphs:
        yield part, PARTS[part], paragraph.inlines
    for inlines in _bodies(passage.sections):
        yield "body", PARTS[part], inlines


def _bodies(sections: Iterable[Section]) -> Iterator[Inlines]:
    for section in sections:
        for paragraph in section.body:
            yield paragraph.inlines
        yield from _bodies(section.sections)
