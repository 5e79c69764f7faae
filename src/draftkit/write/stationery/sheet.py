"""The styles of an office's template: found by their names, and what they say, inherited or not."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from draftkit.ooxml.style_names import OFFICE_BODY, WORD_BODY, folded
from draftkit.ooxml.verbatim import child, value

_ON = ("1", "true", "on")
_FROM_THE_BEGINNING = ("20", "21", "22", "24")  # sizes in half-points of Word's and WPS's empty documents
_BEFORE_LINK = ("w:name", "w:aliases", "w:basedOn", "w:next")


class Sheet:
    """A styles.xml. Styles are asked for by their ids."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self._styles = {one.get("w:styleId", ""): one for one in root if one.tag == "w:style"}
        for style in self._styles.values():
            _name_once(style)
        self._ids: dict[tuple[str, str], str] = {}
        for id_, style in self._styles.items():
            names = f"{value(style, 'w:name')},{value(style, 'w:aliases')}"
            for name in filter(None, map(folded, names.split(","))):
                self._ids.setdefault((style.get("w:type", "paragraph"), name), id_)
        self.default = next((id_ for id_, style in self._styles.items() if _is_default(style)), "")

    def find(self, kind: str, names: tuple[str, ...]) -> str:
        """Return the id of the first of these names that is a style of this kind, "" where there is none."""
        return next((self._ids[kind, name] for name in names if (kind, name) in self._ids), "")

    def body(self, story: Element) -> str:
        """Return the style in which the template has the text of its body, "" where it has none of its own.

        Programs write their own styles into a file unasked. So where the office has not called one its own,
        it is the style of most words of `story`, the template's own text, else one that indents; and none
        where nothing was done to that style.
        """
        own = self.find("paragraph", OFFICE_BODY)
        found = [self._ids["paragraph", name] for name in WORD_BODY if ("paragraph", name) in self._ids]
        used = Counter[str]()
        for paragraph in story.iter("w:p"):
            style = value(child(paragraph, "w:pPr"), "w:pStyle") or self.default
            used[style] += sum(len(text.text or "") for text in paragraph.iter("w:t"))
        best = max(found, key=lambda id_: (used[id_], self.indented(id_), id_ == self.default), default="")
        return own or ("" if self._untouched(best) else best)

    def indented(self, id_: str) -> bool:
        """Tell whether paragraphs in a style begin with an indent."""
        indent = self.says(id_, "w:pPr", "w:ind")
        sizes = () if indent is None else map(indent.get, ("w:firstLineChars", "w:firstLine"))
        return any(size not in (None, "0") for size in sizes)

    def _untouched(self, id_: str) -> bool:
        """Tell whether a style looks as a word processor has it from the beginning."""
        size = self.says(id_, "w:rPr", "w:sz")
        told = [
            value(child(style, part), tag, f"w:{name}")
            for style in self._chain(id_)
            for part, tag, name in (
                ("w:rPr", "w:rFonts", "ascii"),
                ("w:rPr", "w:rFonts", "eastAsia"),
                ("w:pPr", "w:spacing", "line"),
            )
        ]
        plain = size is None or size.get("w:val") in _FROM_THE_BEGINNING
        return plain and not any(told) and not self.indented(id_)

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


def _name_once(style: Element) -> None:
    """Leave one name in a w:name, which may hold no comma (规定: the format's own); others become aliases."""
    name, aliases = child(style, "w:name"), child(style, "w:aliases")
    names = list(filter(None, value(style, "w:name").split(",")))
    if name is None or not names:
        return
    name.set("w:val", names[0])
    if aliases is None and names[1:]:
        aliases = Element("w:aliases")
        style.insert(list(style).index(name) + 1, aliases)
    if aliases is not None:
        aliases.set("w:val", ",".join(filter(None, (*names[1:], aliases.get("w:val")))))


def _is_default(style: Element) -> bool:
    return style.get("w:type") == "paragraph" and style.get("w:default") in _ON
