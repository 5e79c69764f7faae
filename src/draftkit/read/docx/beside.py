"""What stands beside the text, in parts of its own: notes, comments, headers and footers, charts; and what
draftkit asks in comments."""

from collections.abc import Collection, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from draftkit.ooxml.markup import W, parse
from draftkit.ooxml.package import Package

AUTHOR = "draftkit"
"""Whose comments are questions that hang on blanks; what others say of a draft stands beside it."""

HEADER, FOOTER = "header", "footer"

_ASIDES = {
    **dict.fromkeys(("footnotes", "endnotes"), "note"),
    "comments": "comment",
    **{"header": HEADER, "footer": FOOTER},
    **dict.fromkeys(("chart", "chartEx", "diagramData"), "chart"),
}
"""What the parts hold, by the kinds of their relations."""

class Story(NamedTuple):
    """A story beside the text: what holds its paragraphs, and what it is."""

    element: Element
    aside: str


def asks_in(root: Element | None) -> dict[str, str]:
    """Return the texts of draftkit's own comments by their ids."""
    found = [] if root is None else root.findall(f"{W}comment")
    return {one.get(f"{W}id", ""): _text(one) for one in found if one.get(f"{W}author") == AUTHOR}


def stories_of(package: Package, asks: Collection[str]) -> Iterator[Story]:
    """Yield the stories that the main part names, each once, but for the comments of these ids."""
    for kind, aside in _ASIDES.items():
        for raw in package.all_related(kind):
            root = parse(raw)
            for element in root if root.tag in (f"{W}footnotes", f"{W}endnotes", f"{W}comments") else (root,):
                if aside != "comment" or element.get(f"{W}id", "") not in asks:
                    yield Story(element, aside)


def _text(comment: Element) -> str:
    signs = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t"}
    lines = (
        "".join(signs.get(one.tag, one.text or "" if one.tag == f"{W}t" else "") for one in line.iter())
        for line in comment.iter(f"{W}p")
    )
    return "\n".join(lines)
