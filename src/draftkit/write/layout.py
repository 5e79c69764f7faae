"""The page and the styles of a speech as a table: GB/T 9704-2012 where it speaks, custom where not.

规定 marks what the standard says, with its clause; 实务 what offices do; own what was chosen here.
Lengths are in twips (1/20 pt, 567 to the centimetre), sizes of type in half-points.
"""

from typing import Literal, NamedTuple

Alignment = Literal["both", "center", "left"]


class Page(NamedTuple):
    """A sheet, its margins, and the distance from one line to the next."""

    width: int = 11906  # 规定 5.1: A4, 210 mm
    height: int = 16838  # 规定 5.1: A4, 297 mm
    top: int = 2098  # 规定 5.2.1: 天头 37 mm
    right: int = 1474  # 规定 5.2.1: 210 - 28 - 156 = 26 mm
    bottom: int = 1984  # 规定 5.2.1: 297 - 37 - 225 = 35 mm
    left: int = 1587  # 规定 5.2.1: 订口 28 mm
    header: int = 851  # own: Word's value, there is no header
    footer: int = 1447  # 规定 7.5: the dash 7 mm under the 版心, for a line of 14 pt
    pitch: int = 579  # 规定 5.2.3: 22 lines in 225 mm, the most that is not a line too few


PAGE = Page()


class Face(NamedTuple):
    """A typeface; `stand_ins` are tried in their order where it is not installed (实务).

    `rare` draws the characters that this face lacks, "" where it lacks none of GBK.
    """

    name: str
    stand_ins: tuple[str, ...]
    family: Literal["roman", "modern", "script", "auto"]
    rare: str = ""
    charset: str = "86"  # GB 2312
    pitch: str = "default"


class Style(NamedTuple):
    """A paragraph style. `indent` is in hundredths of a character, `tracking` in twips a character; `latin`
    is the face of digits and Latin letters, "" for that of the rest."""

    id: str
    name: str  # Word's own name where it has the style, so that it shows it in the user's language
    face: str
    size: int
    align: Alignment
    indent: int = 0
    # 规定 5.2.3: 28 characters of 16 pt in 156 mm. Measured in LibreOffice 7.4: a character grid gives 27;
    # -5 gives 28 too, but with so little slack that most stops hung at a line's end are not printed.
    tracking: int = -6
    outline: int | None = None
    linked: str = ""
    keep_next: bool = False
    next: str = "Normal"
    line: int = PAGE.pitch  # 规定 5.2.3, kept in the title too: exact spacing holds the 22 lines
    plain: bool = False  # the look is that of the style it is based on, and follows it when that is changed
    latin: str = ""
    bold: bool = False
    based: str = "Normal"
    leader: bool = False  # a page number at the edge, with dots up to it


class CharacterStyle(NamedTuple):
    """A character style: the face of some words in a paragraph; `linked` names its paragraph style.

    A `plain` one has the look of the style it is based on, and follows it when that is changed.
    """

    id: str
    name: str
    face: str
    linked: str = ""
    based: str = "DefaultParagraphFont"
    plain: bool = False
    latin: str = ""


THREE = 32  # 三号 16 pt
TWO = 44  # 二号 22 pt
SMALL_FIRST = 72  # 小初 36 pt
FOUR = 28  # 四号 14 pt
SMALL_FIVE = 18  # 小五 9 pt

# 实务: a copy to read from is larger, 18 pt on 33 pt, the lines of its title 35 pt apart.
READING_SIZE = 36
READING_PITCH = 660
READING_TITLE_LINE = 700

TITLE_FACE = "方正小标宋简体"  # 规定 7.3.1: 小标宋; the maker is 实务
BODY_FACE = "仿宋_GB2312"  # 规定 5.2.2: 仿宋; _GB2312 is 实务
KAI_FACE = "楷体_GB2312"  # 规定 7.3.3: 楷体; _GB2312 is 实务
HEI_FACE = "黑体"  # 规定 7.3.3
SONG_FACE = "宋体"  # 规定 7.5

FACES = (
    Face(TITLE_FACE, ("方正小标宋_GBK", "华文中宋", "宋体"), "script", rare="方正小标宋_GBK"),
    Face("方正小标宋_GBK", ("华文中宋", "宋体"), "script"),
    Face(BODY_FACE, ("仿宋", "FangSong", "华文仿宋"), "modern", rare="仿宋"),
    Face("仿宋", ("FangSong", "华文仿宋"), "modern"),
    Face(KAI_FACE, ("楷体", "KaiTi", "华文楷体"), "modern", rare="楷体"),
    Face("楷体", ("KaiTi", "华文楷体"), "modern"),
    Face(HEI_FACE, ("SimHei", "华文黑体"), "modern"),
    Face(SONG_FACE, ("SimSun", "华文宋体"), "auto"),
)

LATIN_FACE = "Times New Roman"  # 实务: what many manuals want for digits and Latin letters
LATIN = Face(LATIN_FACE, ("Liberation Serif",), "roman", charset="00", pitch="variable")

# 规定 5.2.2, 5.2.3, 7.3.3: 三号仿宋, two characters of indent. The body is Normal itself (own), so that
# clearing a format gives the body's.
_BODY = Style("Normal", "Normal", BODY_FACE, THREE, "both", indent=200)


def _as_body(id_: str, name: str, next_: str, linked: str = "") -> Style:
    return _BODY._replace(id=id_, name=name, next=next_, linked=linked, plain=True)


STYLES = (
    _BODY,
    # 规定 7.3.1: 二号小标宋, centred. In the outline (own), so that a collection shows its speeches.
    Style("Title", "Title", TITLE_FACE, TWO, "center", tracking=0, outline=0, next="Subtitle"),
    Style("Subtitle", "Subtitle", KAI_FACE, THREE, "center", next="Byline"),  # 实务
    Style("Byline", "署名", KAI_FACE, THREE, "center", next="Date"),  # 实务
    Style("Date", "Date", KAI_FACE, THREE, "center"),  # 实务
    Style("Salutation", "Salutation", BODY_FACE, THREE, "both"),  # 实务: flush left
    # own: the body's look, a name of their own, so that a draft tells its parts when it is read back
    _as_body("Greeting", "问候语", "Opening", "GreetingChar"),
    _as_body("Opening", "开头", "Opening"),
    _as_body("NextSteps", "下一步", "NextSteps"),
    _as_body("Closing", "Closing", "Normal"),
    # 规定 7.3.3: 一、黑体 （一）楷体 1.仿宋 （1）仿宋; not bold, which the standard does not have.
    Style(
        "Heading1",
        "heading 1",
        HEI_FACE,
        THREE,
        "both",
        indent=200,
        outline=0,
        linked="Heading1Char",
        keep_next=True,
    ),
    Style(
        "Heading2",
        "heading 2",
        KAI_FACE,
        THREE,
        "both",
        indent=200,
        outline=1,
        linked="Heading2Char",
        keep_next=True,
    ),
    Style(
        "Heading3",
        "heading 3",
        BODY_FACE,
        THREE,
        "both",
        indent=200,
        outline=2,
        linked="Heading3Char",
        keep_next=True,
    ),
    Style(
        "Heading4",
        "heading 4",
        BODY_FACE,
        THREE,
        "both",
        indent=200,
        outline=3,
        linked="Heading4Char",
        keep_next=True,
    ),
    # 规定 7.5: 四号半角宋体. A line of its own height keeps the dash at 7 mm.
    Style("Footer", "footer", SONG_FACE, FOUR, "left", tracking=0, next="Footer", line=FOUR * 10),
    Style(
        "CommentText",
        "annotation text",
        SONG_FACE,
        SMALL_FIVE,
        "left",
        tracking=0,
        next="CommentText",
        line=240,
    ),
)

# A 汇编 has these as well. 实务, where nothing else is said.
COVER_LINE = 1120  # own: 56 pt from row to row of the title on the cover
COMPILATION_STYLES = (
    # own: of a name that no language version of Word changes, since the 目录 asks for it by its name
    Style("SpeechTitle", "篇名", TITLE_FACE, TWO, "center", plain=True, next="Subtitle", based="Title"),
    Style("CollectionTitle", "汇编名", TITLE_FACE, SMALL_FIRST, "center", tracking=0, line=COVER_LINE),
    Style("CollectionUnit", "编印单位", KAI_FACE, THREE, "center", tracking=0),
    Style("CollectionDate", "编印日期", KAI_FACE, THREE, "center", tracking=0),
    Style("ContentsHeading", "TOC Heading", HEI_FACE, THREE, "center", tracking=0),
    Style("Contents1", "toc 1", BODY_FACE, FOUR, "left", tracking=0, leader=True),
    Style("Contents2", "toc 2", KAI_FACE, FOUR, "left", indent=200, tracking=0),
)

CHARACTER_STYLES = (
    # A heading run in at the start of its paragraph: Word lists words in these in a table of contents.
    CharacterStyle("Heading1Char", "Heading 1 Char", HEI_FACE, "Heading1"),
    CharacterStyle("Heading2Char", "Heading 2 Char", KAI_FACE, "Heading2"),
    CharacterStyle("Heading3Char", "Heading 3 Char", BODY_FACE, "Heading3"),
    CharacterStyle("Heading4Char", "Heading 4 Char", BODY_FACE, "Heading4"),
    CharacterStyle("GreetingChar", "问候语 Char", BODY_FACE, "Greeting", plain=True),  # own
    # own: headings within a paragraph, their look changed in one place, their levels kept
    CharacterStyle("Point", "要点", BODY_FACE),
    CharacterStyle("Point1", "要点1", BODY_FACE, based="Point", plain=True),
    CharacterStyle("Point2", "要点2", BODY_FACE, based="Point", plain=True),
    CharacterStyle("Point3", "要点3", BODY_FACE, based="Point", plain=True),
    CharacterStyle("Point4", "要点4", BODY_FACE, based="Point", plain=True),
    CharacterStyle("CoupletHalf", "对偶句", TITLE_FACE),  # own: tells a couplet's halves from a title's rows
)

BLANK_COLOUR = "yellow"  # own: an unfilled slot must be seen
PAGE_NUMBER = ("— ", " —")  # 规定 7.5: 一字线 on each side, one of them each
PAGE_NUMBER_INDENT = (100, FOUR * 10)  # 规定 7.5: one character off the edge, in hundredths and in twips
