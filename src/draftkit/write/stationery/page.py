"""The page of an office's template: the properties of its last section, with the headers that hold there."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from draftkit.ooxml.verbatim import child, parse_verbatim
from draftkit.write import styles
from draftkit.write.profile import Profile
from draftkit.write.stationery.parts import Parts

_REFERENCES = {"w:headerReference": "header", "w:footerReference": "footer"}
_KEPT = frozenset(
    f"w:{name}"
    for name in (
        *("type", "pgSz", "pgMar", "pgBorders", "lnNumType", "pgNumType", "cols", "vAlign", "titlePg"),
        *("textDirection", "bidi", "rtlGutter", "docGrid"),
    )
)
_LEAST = 2000  # twips of a line of text (ours): a page of which less is left is measured as if it were wider


class Section(NamedTuple):
    """The page of a draft: its properties; how many sections the template has, whether it says how large the
    page is; whether it has footers; the width of a line of text in twips."""

    properties: Element
    sections: int
    sized: bool
    footed: bool
    width: int

    def xml(self, ids: dict[str, str]) -> str:
        """Return the properties as XML; `ids` has the relations of headers and footers by their names."""
        for one in self.properties:
            if one.tag in _REFERENCES:
                one.set("r:id", ids[one.attrib["r:id"]])
        return ElementTree.tostring(self.properties, "unicode")


def section_of(body: Element, parts: Parts, profile: Profile) -> Section:
    """Return the page on which the last section of a template stands.

    Its headers and footers are taken into `parts`; a section has those of the one before it unless it has
    its own. Where the template does not say how large the page is, it is that of the profile.
    """
    found = _sections(body)
    properties = Element("w:sectPr")
    properties[:] = list(_references(found, parts))
    footed = any(one.tag == "w:footerReference" for one in properties)
    sized = bool(found) and child(found[-1], "w:pgSz") is not None
    properties.extend(_plain(one) for one in (found[-1] if sized else _standard(profile)) if one.tag in _KEPT)
    return Section(properties, len(found), sized, footed, _width(properties))


def _sections(body: Element) -> list[Element]:
    before = {old for change in body.iter("w:sectPrChange") for old in change.iter("w:sectPr")}
    return [one for one in body.iter("w:sectPr") if one not in before]


def _references(sections: list[Element], parts: Parts) -> Iterator[Element]:
    ids: dict[tuple[str, str], str] = {}
    for section in sections:
        for one in section:
            if one.tag in _REFERENCES:
                ids[one.tag, one.get("w:type", "default")] = one.get("r:id", "")
    for (tag, pages), id_ in sorted(ids.items()):
        name = parts.page(id_)
        if name.startswith(_REFERENCES[tag]):
            yield Element(tag, {"w:type": pages, "r:id": name})


def _standard(profile: Profile) -> Element:
    section = styles.section_xml(profile)
    (found,) = parse_verbatim(
        f'<w:p xmlns:w="{styles.MAIN}" xmlns:r="{styles.RELATIONS}">{section}</w:p>'.encode()
    )
    return found


def _plain(element: Element) -> Element:
    """Return an element with what is said in the format's own words only."""
    plain = Element(
        element.tag,
        {
            name: held
            for name, held in element.attrib.items()
            if name.startswith("w:") and not name.startswith("w:rsid")
        },
    )
    plain.extend(_plain(one) for one in element if one.tag.startswith("w:"))
    return plain


def _width(properties: Element) -> int:
    paper, margins = child(properties, "w:pgSz"), child(properties, "w:pgMar")
    return max(_LEAST, _twips(paper, "w") - sum(_twips(margins, side) for side in ("left", "right", "gutter")))


def _twips(element: Element | None, name: str) -> int:
    text = "" if element is None else element.get(f"w:{name}", "")
    return int(text) if text.isdecimal() and len(text) < 6 else 0
