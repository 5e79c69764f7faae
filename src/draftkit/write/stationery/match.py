"""Our styles among those of an office's template: found there by name, else added to them."""

from xml.etree.ElementTree import Element

from draftkit.ooxml.style_names import HEADING_LEVELS, OFFICE_BODY, STYLE_NAMES, heading_names
from draftkit.ooxml.verbatim import parse_verbatim, value
from draftkit.write import styles
from draftkit.write.characters import escape
from draftkit.write.layout import CharacterStyle
from draftkit.write.profile import Profile
from draftkit.write.stationery.sheet import Sheet

ROLES = {
    "Title": "标题",
    "Subtitle": "副标题",
    "Byline": "署名",
    "Date": "日期",
    "Salutation": "称谓",
    "Normal": "正文",
    **{f"Heading{level}": f"{numeral}级标题" for level, numeral in enumerate("一二三四", 1)},
}
"""The styles of which the user is told, in the user's words."""

_NOT_NEEDED = frozenset(("Footer",))
_HEADINGS = {f"Heading{level}": level for level in range(1, HEADING_LEVELS + 1)}
_BODY_TEXT = ("Normal", "Greeting", "Opening", "NextSteps")
_NO_LEVEL = 9


class Matched:
    """The styles of a profile in a template whose own text is `story`: `names` has the id that each has there,
    `found` those that the template had itself, with its names for them."""

    def __init__(self, sheet: Sheet, profile: Profile, story: Element) -> None:
        self.names: dict[str, str] = {}
        self.found: dict[str, str] = {}
        self._sheet = sheet
        self._profile = profile
        wanted = [style for style in profile.styles if style.id not in _NOT_NEEDED]
        for style in wanted:
            body = style.id == "Normal"
            self._take(style.id, sheet.body(story) if body else sheet.find("paragraph", _names_of(style.id)))
        for words in profile.characters:
            self._take(words.id, self._words(words))
        self._take("CommentReference", sheet.find("character", STYLE_NAMES["CommentReference"]))
        self._bases = {
            "Normal": sheet.default or self.names["Normal"],
            "DefaultParagraphFont": sheet.find("character", ("defaultparagraphfont", "默认段落字体")),
        }
        for style in wanted:
            if style.id == "Normal" and sheet.default:  # one of the name stays for headers and the like
                style = style._replace(name=OFFICE_BODY[0])
            if style.id not in self.found:
                self._add(styles.paragraph_style(style, profile), style.plain)
        for words in profile.characters:
            if words.id not in self.found:
                self._add_words(words)
        if "CommentReference" not in self.found:
            self._add(styles.COMMENT_REFERENCE, plain=False)

    @property
    def unnumbered(self) -> frozenset[str]:
        """The styles whose paragraphs the template numbers."""
        numbered = ((style, self._sheet.says(id_, "w:pPr", "w:numPr")) for style, id_ in self.names.items())
        return frozenset(style for style, list_ in numbered if value(list_, "w:numId") not in ("", "0"))

    @property
    def levels(self) -> dict[str, int]:
        """The outline levels, counted from 0, of styles of which the template says otherwise or nothing."""
        wanted = {style: level - 1 for style, level in _HEADINGS.items()} | dict.fromkeys(_BODY_TEXT, _NO_LEVEL)
        return {style: level for style, level in wanted.items() if self._level(style) != level}

    def ids(self) -> dict[str, str]:
        """Return the ids of our styles in the template as they stand in XML, "" for that which paragraphs have
        without one."""
        written = {style: escape(id_).replace('"', "&quot;") for style, id_ in self.names.items()}
        return {
            style: "" if self.names[style] == self._sheet.default else id_ for style, id_ in written.items()
        }

    def faces(self) -> dict[str, str]:
        """Return the typeface of Chinese words in each style, "" where a theme decides or nothing is said."""
        found = {style.id: self._face(style.id) for style in self._profile.styles if style.id in self.names}
        around = {"CoupletHalf": "Title"}
        for words in self._profile.characters:
            found[words.id] = found[words.linked or around.get(words.id, "Normal")]
        return found

    def _face(self, style: str) -> str:
        fonts = self._sheet.says(self.names[style], "w:rPr", "w:rFonts")
        themed = fonts is None or fonts.get("w:eastAsiaTheme") is not None
        return "" if themed or fonts is None else fonts.get("w:eastAsia", "")

    def size(self, style: str) -> int:
        """Return the size of type in a style, in half-points."""
        size = self._sheet.says(self.names[style], "w:rPr", "w:sz")
        text = "" if size is None else size.get("w:val", "")
        return int(text) if text.isdecimal() and 2 <= int(text) <= 400 else 20

    @property
    def body_indented(self) -> bool:
        """Whether the paragraphs of the body begin with an indent."""
        return self._sheet.indented(self.names["Normal"])

    def _level(self, style: str) -> int:
        level = self._sheet.says(self.names[style], "w:pPr", "w:outlineLvl")
        text = "" if level is None else level.get("w:val", "")
        return int(text) if text.isdecimal() else _NO_LEVEL

    def _take(self, style: str, id_: str) -> None:
        """Take a style of the template for ours, or an id for ours where there is none."""
        if id_:
            self.found[style] = self._sheet.name(id_)
        self.names[style] = id_ or self._sheet.free(style)

    def _words(self, words: CharacterStyle) -> str:
        if words.linked in _HEADINGS:
            return self._sheet.linked(self.names[words.linked]) if words.linked in self.found else ""
        return self._sheet.find("character", STYLE_NAMES[words.id])

    def _add(self, definition: str, plain: bool) -> Element:
        (style,) = parse_verbatim(f'<w:styles xmlns:w="{styles.MAIN}">{definition}</w:styles>'.encode())
        for one in [one for one in style if one.tag in ("w:basedOn", "w:next", "w:link")]:
            ours = plain or one.tag != "w:basedOn"
            ids = self._bases | self.names if ours else self.names | self._bases
            one.set("w:val", ids[one.get("w:val", "")])
            if not one.get("w:val"):
                style.remove(one)
        style.set("w:styleId", self.names[style.get("w:styleId", "")])
        if self._sheet.default:
            style.attrib.pop("w:default", None)
        self._sheet.add(style)
        return style

    def _add_words(self, words: CharacterStyle) -> None:
        """Add a character style: for a heading as the template's looks, for others as what is around."""
        heading = self.names.get(words.linked, "") if words.linked in self.found else ""
        if words.linked in _HEADINGS and not heading:
            self._add(styles.character_style(words), plain=False)
            return
        added = self._add(styles.character_style(words._replace(plain=True)), plain=True)
        if heading:
            added[0].set("w:val", f"{self._sheet.name(heading)} Char")
            self._sheet.link(heading, self.names[words.id])
            added.append(self._sheet.words(heading))


def _names_of(style: str) -> tuple[str, ...]:
    return heading_names(_HEADINGS[style]) if style in _HEADINGS else STYLE_NAMES[style]
