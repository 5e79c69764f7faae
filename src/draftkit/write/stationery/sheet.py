"""The styles of an office's template: found by their names, and what they say, inherited or not."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from draftkit.ooxml.style_names import folded
from draftkit.ooxml.verbatim import child, value

_ON = ("1", "true", "on")
_BEFORE_LINK = ("w:name", "w:aliases", "w:basedOn", "w:next")


class Sheet:
    """A styles.xml. Styles are asked for by their ids."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._styles = {one.get("w:styleId", ""): one for one in root if one.tag == "w:style"}
        self._ids: dict[tuple[str, str], str] = {}
        for id_, style in self._styles.items():
            names = f"{value(style, 'w:name')},{value(style, 'w:aliases')}"
            for name in filter(None, map(folded, names.split(","))):
                self._ids.setdefault((style.get("w:type", "paragraph"), name), id_)
        self.default = next((id_ for id_, style in self._styles.items() if _is_default(style)), "")

    def find(self, kind: str, names: tuple[str, ...]) -> str:
        """Return the id of the first of these names that is a style of this kind, "" where there is none."""
        return next((self._ids[kind, name] for name in names if (kind, name) in self._ids), "")

    def name(self, id_: str) -> str:
        """Return the name of a style."""
        return value(self._styles.get(id_), "w:name")

    def linked(self, id_: str) -> str:
        """Return the character style that belongs to a paragraph style, "" where there is none."""
        link = value(self._styles.get(id_), "w:link")
        style = self._styles.get(link)
        return link if style is not None and style.get("w:type") == "character" else ""

    def link(self, id_: str, words: str) -> None:
        """Let a paragraph style have a character style."""
        style = self._styles[id_]
        old = child(style, "w:link")
        if old is not None:
            style.remove(old)
        place = sum(one.tag in _BEFORE_LINK for one in style)
        style.insert(place, Element("w:link", {"w:val": words}))

    def add(self, style: Element) -> None:
        """Add a style."""
        self.root.append(style)
        self._styles[style.get("w:styleId", "")] = style

    def free(self, id_: str) -> str:
        """Return an id that no style has, this one where it is free."""
        return id_ if id_ not in self._styles else self.free(f"{id_}_")

    def says(self, id_: str, part: str, tag: str) -> Element | None:
        """Return what a style says of its paragraphs (w:pPr) or words (w:rPr), itself or by what it is based
        on, else what holds for the whole document."""
        for style in self._chain(id_):
            found = child(child(style, part), tag)
            if found is not None:
                return found
        defaults = child(child(self.root, "w:docDefaults"), f"{part}Default")
        return child(child(defaults, part), tag)  # w:docDefaults/w:rPrDefault/w:rPr

    def words(self, id_: str) -> Element:
        """Return the look of a paragraph style's words, without what all paragraphs have."""
        look = Element("w:rPr")
        for style in self._chain(id_):
            if style is self._styles.get(self.default):
                break
            there = {one.tag for one in look}
            properties = child(style, "w:rPr")
            look.extend(one for one in (() if properties is None else properties) if one.tag not in there)
        return look

    def _chain(self, id_: str) -> Iterator[Element]:
        seen: set[str] = set()
        while id_ in self._styles and id_ not in seen:
            seen.add(id_)
            yield self._styles[id_]
            id_ = value(self._styles[id_], "w:basedOn")


def _is_default(style: Element) -> bool:
    return style.get("w:type") == "paragraph" and style.get("w:default") in _ON
