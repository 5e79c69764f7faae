"""A part of an office's template without what must not come into a draft: people, machines, links, programs.

Pictures stay. What a part can be without goes in silence (who changed it, in which session); what the office
would miss is counted.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from draftkit.write.stationery.fields import drop_fields

_GONE = frozenset(
    (
        *("w:del", "w:moveFrom", "w:cellDel", "w:rsid", "w:proofErr", "w:lastRenderedPageBreak"),
        *("w:bookmarkStart", "w:bookmarkEnd", "w:permStart", "w:permEnd", "w:placeholder"),
        *("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference", "w:annotationRef"),
        *("w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart", "w:moveToRangeEnd"),
        *("w:dataBinding", "w15:dataBinding", "w:numPicBullet", "w:lvlPicBulletId"),
        *("a:extLst", "a:hlinkClick", "a:hlinkHover"),
    )
)
_UNWRAPPED = frozenset(("w:ins", "w:moveTo", "w:hyperlink"))
_PICTURES = frozenset(("w:drawing", "w:object", "w:pict"))
_NAMED = frozenset(("wp:docPr", "pic:cNvPr"))
_PRIVATE = frozenset(
    (
        *("w:author", "w:date", "w:initials", "w14:paraId", "w14:textId"),
        *("descr", "title", "alt", "o:title", "src", "href", "o:href", "o:relid", "o:gfxdata"),
    )
)


@dataclass(slots=True)
class Left:
    """What was left out of the parts of a template."""

    links: int = 0
    objects: int = 0
    fonts: int = 0
    fields: list[str] = field(default_factory=list)


def clean(root: Element, kept: Mapping[str, str], left: Left) -> None:
    """Clean a part in place; `kept` maps the ids of the relations that stay to their new ones."""
    dropped = drop_fields(root)
    left.links += dropped.count("HYPERLINK")
    left.fields += (name for name in dropped if name != "HYPERLINK")
    _clean(root, kept, left)


def _clean(parent: Element, kept: Mapping[str, str], left: Left) -> None:
    children = []
    for one in _unwrapped(parent, left):
        if one.tag in _GONE or one.tag.endswith("Change"):
            continue
        elsewhere = any(_elsewhere(part, kept) for part in (_staying(one) if one.tag in _PICTURES else [one]))
        if elsewhere:
            left.fonts += one.tag.startswith("w:embed")
            left.objects += not one.tag.startswith("w:embed")
            continue
        _tidy(one, kept)
        _clean(one, kept, left)
        children.append(one)
    parent[:] = children


def _unwrapped(parent: Element, left: Left) -> Iterator[Element]:
    for one in parent:
        if one.tag in _UNWRAPPED:
            left.links += "r:id" in one.attrib
            yield from _unwrapped(one, left)
        else:
            yield one


def _staying(picture: Element) -> Iterator[Element]:
    yield picture
    for one in picture:
        if one.tag not in _GONE:
            yield from _staying(one)


def _elsewhere(element: Element, kept: Mapping[str, str]) -> bool:
    """Tell whether an element is of something that is not in the file, or may not be in a draft."""
    return any(name.startswith("r:") and id_ not in kept for name, id_ in element.attrib.items())


def _tidy(element: Element, kept: Mapping[str, str]) -> None:
    for name, held in list(element.attrib.items()):
        if name in _PRIVATE or name.startswith("w:rsid"):
            del element.attrib[name]
        elif name.startswith("r:"):
            element.attrib[name] = kept[held]
    if element.tag in _NAMED:  # a picture is often called by the path of its file
        element.attrib["name"] = ""
