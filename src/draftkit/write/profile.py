"""The table of the layout as an office has settled it, and as a speaker reads from it."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

from draftkit.office import Head, Layout, PageNumber, Spacing
from draftkit.write import layout
from draftkit.write.layout import CharacterStyle, Face, Page, Style

Edge = Literal["right", "left", "center"]

# 实务: 28.95 is the most that leaves 22 lines on a page, 28 has some room below them.
_PITCH: dict[Spacing, int] = {"28.95": layout.PAGE.pitch, "28": 560}
_FOOTERS: dict[PageNumber, tuple[tuple[str, Edge], ...]] = {
    "outer": (("default", "right"), ("even", "left")),  # 规定 7.5
    "center": (("default", "center"),),  # 实务
    "none": (),
}
# 规定 7.5 has its digits in 宋体; a comment is no part of the text.
_AS_THEY_ARE = frozenset(("Footer", "CommentText"))


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A page, the styles on it, their faces, the footers (on which pages, where), the order of the head.

    Two of them are the same only if they are one, so that what is made from it is found again at once.
    """

    page: Page = layout.PAGE
    styles: tuple[Style, ...] = layout.STYLES
    characters: tuple[CharacterStyle, ...] = layout.CHARACTER_STYLES
    faces: tuple[Face, ...] = layout.FACES
    footers: tuple[tuple[str, Edge], ...] = _FOOTERS["outer"]
    head: Head = "byline-date"

    @property
    def normal(self) -> Style:
        """The style of the body."""
        return self.styles[0]


STANDARD: Final = Profile()


@cache
def settled(wanted: Layout) -> Profile:
    """Return the standard profile with what an office has settled; the same for the same layout."""
    if wanted._replace(template="") == Layout():
        return STANDARD
    profile = replace(
        STANDARD,
        page=layout.PAGE._replace(pitch=_PITCH[wanted.spacing]),
        styles=tuple(_spaced(style, _PITCH[wanted.spacing]) for style in STANDARD.styles),
        footers=_FOOTERS[wanted.page_number],
        head=wanted.head,
    )
    return _with_latin(profile) if wanted.digits == layout.LATIN_FACE else profile


@cache
def reading_copy(wanted: Layout) -> Profile:
    """Return the profile of a copy to read from (朗读稿), larger and bold, otherwise as the office wants it."""
    profile = settled(wanted)
    return replace(
        profile,
        page=profile.page._replace(pitch=layout.READING_PITCH),
        styles=tuple(_enlarged(style, profile.page.pitch) for style in profile.styles),
    )


@cache
def of_compilation(profile: Profile) -> Profile:
    """Return a profile with the styles of a 汇编 as well: its cover, its 目录, the titles of its speeches."""
    latin = profile.normal.latin
    own = (_spaced(style, profile.page.pitch)._replace(latin=latin) for style in layout.COMPILATION_STYLES)
    return replace(profile, styles=(*profile.styles, *own))


def _spaced(style: Style, pitch: int) -> Style:
    return style._replace(line=pitch) if style.line == layout.PAGE.pitch else style


def _enlarged(style: Style, pitch: int) -> Style:
    if style.id == "Title":
        return style._replace(line=layout.READING_TITLE_LINE)
    if style.line != pitch:
        return style
    return style._replace(size=layout.READING_SIZE, line=layout.READING_PITCH, tracking=0, bold=True)


def _with_latin(profile: Profile) -> Profile:
    return replace(
        profile,
        styles=tuple(
            style if style.id in _AS_THEY_ARE else style._replace(latin=layout.LATIN_FACE)
            for style in profile.styles
        ),
        characters=tuple(style._replace(latin=layout.LATIN_FACE) for style in profile.characters),
        faces=(*profile.faces, layout.LATIN),
    )
