"""What stands beside the text, in parts of its own: notes, comments, headers and footers, charts; and what
draftkit asks in comments."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from draftkit.ooxml.markup import W
from draftkit.ooxml.package import Package

AUTHOR = "draftkit"
"""Whose comments are questions that hang on blanks, or findings; what others say of a draft is text."""

NOTE, COMMENT, HEADER, FOOTER, CHART = "note", "comment", "header", "footer", "chart"
"""What a row may be aside in, beside the text."""

_ASIDES = {
    **dict.fromkeys(("footnotes", "endnotes"), NOTE),
    "comments": COMMENT,
    "header": HEADER,
    "footer": FOOTER,
    **dict.fromkeys(("chart", "chartEx", "diagramData"), CHART),
}
"""What the parts hold, by the kinds of their relations."""

_MANY = tuple(W + name for name in ("footnotes", "endnotes", "comments"))


class Story(NamedTuple):
    """A story beside the text: what holds its paragraphs, and what it is."""

    element: Element
    aside: str


def asks_in(root: Element | None) -> dict[str, str]:
    """Return the texts of draftkit's own comments by their ids."""
    found = [] if root is None else root.findall(f"{W}comment")
    return {one.get(f"{W}id", ""): _text(one) for one in found if one.get(f"{W}author") == AUTHOR}


def stories_of(package: Package) -> Iterator[Story]:
    """Yield the stories that the main part names, each once, but for draftkit's own comments."""
    for kind, aside in _ASIDES.items():
        for raw in package.all_related(kind):
            root = package.parsed(raw)
            for element in root if root.tag in _MANY else (root,):
                if element.get(f"{W}author") != AUTHOR:
                    yield Story(element, aside)


def _text(comment: Element) -> str:
    signs = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t"}
    lines = (
        "".join(signs.get(one.tag, one.text or "" if one.tag == f"{W}t" else "") for one in line.iter())
        for line in comment.iter(f"{W}p")
    )
    return "\n".join(lines)
