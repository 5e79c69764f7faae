"""The parts beside the text: what draftkit asks in comments, and whether notes say anything."""

from xml.etree.ElementTree import Element

from draftkit.ooxml.markup import W

AUTHOR = "draftkit"
"""Whose comments are questions that hang on blanks; what others say of a draft is no part of it."""


def asks_in(root: Element | None) -> dict[str, str]:
    """Return the texts of draftkit's own comments by their ids."""
    found = [] if root is None else root.findall(f"{W}comment")
    return {one.get(f"{W}id", ""): _text(one) for one in found if one.get(f"{W}author") == AUTHOR}


def notes_speak(root: Element | None) -> bool:
    """Tell whether a part of footnotes or endnotes has words of its own; separators have none."""
    return root is not None and any(text.text and text.text.strip() for text in root.iter(f"{W}t"))


def _text(comment: Element) -> str:
    signs = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t"}
    lines = (
        "".join(signs.get(one.tag, one.text or "" if one.tag == f"{W}t" else "") for one in line.iter())
        for line in comment.iter(f"{W}p")
    )
    return "\n".join(lines)
