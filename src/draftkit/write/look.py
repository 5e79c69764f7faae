"""What a manuscript is set in: how its paragraphs and runs begin, its page, and the package around it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from draftkit.lines import Line
from draftkit.office import Head
from draftkit.write import layout, package, styles
from draftkit.write.package import Joined
from draftkit.write.profile import STANDARD, Profile
from draftkit.write.title import ROOM

_WORDS = frozenset(style.id for style in layout.CHARACTER_STYLES)
_RARE = {face.name: face.rare for face in layout.FACES}
_HINT = '<w:rFonts w:hint="eastAsia"/>'
_DATE_FIRST = {"title": 0, "subtitle": 1, "date": 2, "byline": 3}


@dataclass(frozen=True, slots=True, eq=False)
class Look:
    """The styles of a manuscript, called by the ids that the standard profile gives them, and its page.

    `faces` has the typeface of each style, `section` the properties of the page, `parts` the package around
    the text (with comments or without), `names` the ids that styles have in it, "" for what paragraphs have
    without one; paragraphs in an `unnumbered` style would be numbered by it, and have their own markers;
    `levels` has outline levels, counted from 0, that styles do not say themselves. `room` is the width of a
    row of the title in half-widths.
    """

    faces: Mapping[str, str]
    section: str
    parts: Callable[[bool], Joined]
    names: Mapping[str, str] = field(default_factory=lambda: {"Normal": ""})
    unnumbered: frozenset[str] = frozenset()
    levels: Mapping[str, int] = field(default_factory=dict)
    room: int = ROOM
    head: Head = "byline-date"
    _paragraphs: dict[tuple[str, bool], str] = field(default_factory=dict)
    _runs: dict[tuple[str, bool], tuple[str, str]] = field(default_factory=dict)

    def name(self, style: str) -> str:
        """Return the id that a style has in the package."""
        return self.names.get(style, style)

    def ordered(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Return the lines of a speech, byline and date in the order wanted."""
        if self.head == "byline-date":
            return lines
        return sorted(lines, key=lambda line: _DATE_FIRST.get(line.role, len(_DATE_FIRST)))

    def paragraph_start(self, style: str, new_page: bool) -> str:
        """Return how a paragraph in this style begins."""
        start = self._paragraphs.get((style, new_page))
        if start is None:
            name = self.name(style)
            properties = f'<w:pStyle w:val="{name}"/>' if name else ""
            properties += "<w:pageBreakBefore/>" if new_page else ""
            if style in self.unnumbered:
                properties += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
            if style in self.levels:
                properties += f'<w:outlineLvl w:val="{self.levels[style]}"/>'
            start = f"<w:p><w:pPr>{properties}</w:pPr>" if properties else "<w:p>"
            self._paragraphs[style, new_page] = start
        return start

    def run_starts(self, style: str, blank: bool) -> tuple[str, str]:
        """Return the start of a run in this style, and of one whose characters the style's face lacks."""
        starts = self._runs.get((style, blank))
        if starts is None:
            named = f'<w:rStyle w:val="{self.name(style)}"/>' if style in _WORDS else ""
            marked = f'<w:highlight w:val="{layout.BLANK_COLOUR}"/>' if blank else ""
            rare = _RARE.get(self.faces.get(style, ""), "")
            plain, other = (
                f"<w:r><w:rPr>{named}{face}{marked}</w:rPr>"
                for face in (_HINT, styles.fonts(rare) if rare else _HINT)
            )
            starts = self._runs[style, blank] = plain, other
        return starts


@cache
def look_of(profile: Profile = STANDARD) -> Look:
    """Return the look of a profile of our own."""
    faces = {style.id: style.face for style in profile.styles}
    return Look(
        faces=faces | {style.id: style.face for style in profile.characters},
        section=styles.section_xml(profile),
        parts=partial(package.prepared, profile),
        head=profile.head,
    )
