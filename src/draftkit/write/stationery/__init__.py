"""An office's own Word file as what drafts are set in: its styles, page, headers, footers, pictures.

A template is data. What is taken is named in `parts`; nothing else of the file comes into a draft: no text,
no program, no link, nobody's name.
"""

from collections.abc import Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple
from xml.etree.ElementTree import Element

from draftkit.ooxml.package import Package, no_text
from draftkit.ooxml.verbatim import child, parse_verbatim, spell
from draftkit.write import package, styles
from draftkit.write.look import Look
from draftkit.write.package import Joined
from draftkit.write.profile import Profile
from draftkit.write.stationery.match import Matched
from draftkit.write.stationery.notes import notes_on_left, notes_on_page, notes_on_styles
from draftkit.write.stationery.page import Section, section_of
from draftkit.write.stationery.parts import PICTURES, SINGLE, Parts
from draftkit.write.stationery.sheet import Sheet

_TARGETS = {kind: "theme/theme1.xml" if kind == "theme" else f"{kind}.xml" for kind in SINGLE}
_EMPTY = {"styles": f'<w:styles xmlns:w="{styles.MAIN}"/>', "fontTable": f'<w:fonts xmlns:w="{styles.MAIN}"/>'}


class Stationery(NamedTuple):
    """The look that an office's template gives to a draft, and what the user should know of it."""

    look: Look
    notes: tuple[str, ...]


def open_template(raw: bytes, profile: Profile) -> Stationery:
    """Return what a draft in an office's template is set in; `profile` gives what the template lacks.

    Raises CannotRead, and nothing else, whatever the bytes are.
    """
    opened = Package(raw)
    root = parse_verbatim(opened.part(opened.main) or b"")
    body = child(root, "w:body")
    if root.tag != "w:document" or body is None:
        raise no_text()
    parts = Parts(opened)
    single = {kind: part for kind in SINGLE if (part := parts.single(kind)) is not None}
    for kind, empty in _EMPTY.items():
        single.setdefault(kind, parse_verbatim(empty.encode()))
    matched = Matched(Sheet(single["styles"]), profile, body)
    _add_faces(single["fontTable"], profile)
    section = section_of(body, parts, profile)
    notes = chain(notes_on_styles(matched), notes_on_page(section), notes_on_left(body, parts, opened))
    return Stationery(_look(matched, section, parts, single, profile), tuple(notes))


def _look(
    matched: Matched, section: Section, parts: Parts, single: Mapping[str, Element], profile: Profile
) -> Look:
    targets = [(kind, _TARGETS[kind]) for kind in single]
    contents = {_TARGETS[kind]: spell(part) for kind, part in single.items()}
    for name, page in parts.pages.items():
        targets.append((page.kind, name))
        contents[name] = spell(page.root)
        if page.pictures:
            rows = ((package.RELATION + "image", picture) for picture in page.pictures)
            contents[f"_rels/{name}.rels"] = package.relations_xml(rows).encode()
    contents |= parts.pictures
    ends = {
        end[1:]: kind for end, kind in PICTURES.items() if any(name.endswith(end) for name in parts.pictures)
    }

    @cache
    def prepared(commented: bool) -> Joined:
        return package.surround(targets, contents, commented, ends)

    ids = {name: f"rId{number}" for number, (_kind, name) in enumerate(targets, 1)}
    return Look(
        faces=matched.faces(),
        section=section.xml(ids),
        parts=prepared,
        names=matched.ids(),
        unnumbered=matched.unnumbered,
        levels=matched.levels,
        room=2 * section.width // (10 * matched.size("Title")),
        head=profile.head,
    )


def _add_faces(table: Element, profile: Profile) -> None:
    """Add the faces of the profile, with what stands in for them where they are not installed."""
    there = {one.get("w:name") for one in table}
    added = "".join(styles.font(face) for face in profile.faces if face.name not in there)
    table.extend(parse_verbatim(f'<w:fonts xmlns:w="{styles.MAIN}">{added}</w:fonts>'.encode()))
