"""The words of a paragraph: what its runs show, whatever they are wrapped in, and how the words stand."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element, SubElement

from draftkit.messages import _
from draftkit.ooxml.markup import CHART, COMPATIBILITY, DRAWING, MATH, VALUE, W, refuse, switched_on
from draftkit.read.docx.fields import Fields
from draftkit.read.docx.styles import Styles

DEEPEST = 150
"""Elements within elements (ours); real documents have some thirty, in text boxes within tables."""

ADDED = frozenset((f"{W}ins", f"{W}moveTo"))
REMOVED = frozenset((f"{W}del", f"{W}moveFrom"))

_PRESERVED = "{http://www.w3.org/XML/1998/namespace}space"
_XML_SPACE = " \t\r\n"
_SURROGATES = range(0xD800, 0xE000)


class Look(NamedTuple):
    """How words stand: the id of their character style, highlighted, hidden."""

    style: str = ""
    blank: bool = False
    hidden: bool = False


class Words(NamedTuple):
    """Words of one look, or "\\n" for a line's end within a paragraph; `comment` is whose range they are in.
    `element` has them from its character `first` on; signs and counted numbers have none."""

    text: str
    look: Look = Look()
    comment: str = ""
    element: Element | None = None
    first: int = 0


@dataclass(slots=True)
class Counts:
    """What was met on the way and is not in the text, or not as the file has it: changes, hidden characters,
    tables, embedded documents, pictures, readings above words, fields that Word draws itself."""

    changes: int = 0
    hidden: int = 0
    tables: int = 0
    embedded: int = 0
    pictures: int = 0
    readings: int = 0
    drawn: int = 0


class Paragraph:
    """Collects the words of a paragraph, and the text boxes that hang on it.

    `asks` are the comments whose ranges are kept.
    """

    def __init__(self, counts: Counts, styles: Styles, asks: Container[str]) -> None:
        self.words: list[Words] = []
        self.boxes: list[tuple[Element, int]] = []
        """What holds the paragraphs of each text box, and how deep it stands."""
        self._counts = counts
        self._styles = styles
        self._asks = asks
        self._fields = Fields()
        self._comment = ""

    def take(self, parent: Element, look: Look, depth: int) -> None:
        """Take the words of a paragraph or of what stands in one."""
        check_depth(depth)
        for child in parent:
            tag = child.tag
            if tag in _TEXT:
                self._text(child, look)
            elif tag == f"{W}r":
                self.take(child, self._look(child, look), depth + 1)
            elif tag in _SIGNS:
                self._say(_SIGNS[tag], look)
            elif tag in _HANDLERS:
                _HANDLERS[tag](self, child, look, depth + 1)
            elif tag not in SILENT:
                self.take(child, look, depth + 1)

    def close(self) -> None:
        """End the fields that are open."""
        self._fields.close()

    def _look(self, run: Element, around: Look) -> Look:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return around
        style, blank, hidden = "", False, None
        for one in properties:
            if one.tag == f"{W}rStyle":
                style = one.get(VALUE, "")
            elif one.tag == f"{W}highlight":
                blank = one.get(VALUE) != "none"
            elif one.tag == f"{W}vanish":
                hidden = switched_on(one)
        if hidden is None:
            hidden = self._styles.of(style).hidden if style else None
        return Look(style, blank, around.hidden if hidden is None else hidden)

    def _text(self, element: Element, look: Look) -> None:
        whole = text = element.text or ""
        if element.get(_PRESERVED) != "preserve":
            text = text.strip(_XML_SPACE)
        first = whole.index(text[0]) if text else 0
        self._say(text.replace("\n", " ").replace("\r", " "), look, element, first)

    def _say(self, text: str, look: Look, element: Element | None = None, first: int = 0) -> None:
        if look.hidden or self._fields.instructions:
            self._counts.hidden += len(text)
        elif text:
            self.words.append(Words(text, look, self._comment, element, first))

    def _symbol(self, element: Element, look: Look, *_unused: object) -> None:
        try:
            code = int(element.get(f"{W}char", ""), 16)
        except ValueError:
            return
        if 0x20 <= code <= 0x10FFFF and code not in _SURROGATES:
            self._say(chr(code), look)

    def _field(self, element: Element, *_unused: object) -> None:
        self._counts.drawn += self._fields.mark(element.get(f"{W}fldCharType"))

    def _instruction(self, element: Element, *_unused: object) -> None:
        self._fields.instruct(element.text or "")

    def _box(self, element: Element, look: Look, depth: int) -> None:
        if look.hidden or self._fields.instructions:
            self._counts.hidden += sum(len(one.text or "") for one in element.iter() if one.tag in _TEXT)
        else:
            self.boxes.append((element, depth))

    def _word_art(self, element: Element, look: Look, depth: int) -> None:
        if words := element.get("string", "").strip():
            box = Element("box")
            SubElement(SubElement(box, f"{W}p"), f"{W}t").text = words
            self._box(box, look, depth)

    def _alternate(self, element: Element, look: Look, depth: int) -> None:
        self.take(chosen(element), look, depth)

    def _ruby(self, element: Element, look: Look, depth: int) -> None:
        for base in element.findall(f"{W}rubyBase"):
            self.take(base, look, depth)
        self._counts.readings += any(one.text for one in element.iterfind(f"{W}rt//{W}t"))

    def _added(self, element: Element, look: Look, depth: int) -> None:
        self._counts.changes += 1
        self.take(element, look, depth)

    def _removed(self, *_unused: object) -> None:
        self._counts.changes += 1

    def _picture(self, *_unused: object) -> None:
        self._counts.pictures += 1

    def _embedded(self, *_unused: object) -> None:
        self._counts.embedded += 1

    def _range_start(self, element: Element, *_unused: object) -> None:
        if element.get(f"{W}id", "") in self._asks:
            self._comment = element.get(f"{W}id", "")

    def _range_end(self, element: Element, *_unused: object) -> None:
        if element.get(f"{W}id", "") == self._comment:
            self._comment = ""


def check_depth(depth: int) -> None:
    """Raise CannotRead where elements stand deeper in one another than any program writes them."""
    if depth > DEEPEST:
        raise refuse(
            _("the parts of the text stand too deep in one another"),
            _("Open it in WPS or Word and save it again"),
        )


def chosen(element: Element) -> Element:
    """Return what to walk: of an AlternateContent its first choice with words, else its first; of others
    themselves."""
    if element.tag != f"{COMPATIBILITY}AlternateContent":
        return element
    ways = [*element.findall(f"{COMPATIBILITY}Choice"), *element.findall(f"{COMPATIBILITY}Fallback")]
    first = ways[0] if ways else Element("nothing")
    speaking = (way for way in ways if any(one.tag in _SPEAKING for one in way.iter()))
    return next(speaking, first) if len(ways) > 1 else first


_TEXT = frozenset((f"{W}t", f"{MATH}t", f"{DRAWING}t", f"{CHART}v"))
_WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_SPEAKING = _TEXT | {_WORD_ART}
LOOSE = _SPEAKING | {f"{W}r"}
"""What stands in a paragraph, and makes one where it stands in none: no program writes that, a fault may."""
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{DRAWING}br": "\n",
}
SILENT = frozenset(
    (
        *(
            W + name
            for name in (
                *("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "tblPr", "tblGrid", "sectPr"),
                *("delText", "delInstrText", "lastRenderedPageBreak", "proofErr"),
                *("bookmarkStart", "bookmarkEnd"),
            )
        ),
        # What is drawn from them are bars and lines.
        *(CHART + name for name in ("numCache", "numLit", "f")),
    )
)
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_Handler = Callable[[Paragraph, Element, Look, int], None]
_HANDLERS: dict[str, _Handler] = {
    f"{W}fldChar": Paragraph._field,
    f"{W}instrText": Paragraph._instruction,
    f"{W}sym": Paragraph._symbol,
    f"{W}ruby": Paragraph._ruby,
    f"{W}txbxContent": Paragraph._box,
    f"{DRAWING}txBody": Paragraph._box,
    _WORD_ART: Paragraph._word_art,
    f"{COMPATIBILITY}AlternateContent": Paragraph._alternate,
    **dict.fromkeys(ADDED, Paragraph._added),
    **dict.fromkeys(REMOVED, Paragraph._removed),
    f"{W}altChunk": Paragraph._embedded,
    f"{W}subDoc": Paragraph._embedded,
    f"{W}commentRangeStart": Paragraph._range_start,
    f"{W}commentRangeEnd": Paragraph._range_end,
    **dict.fromkeys(_PICTURES, Paragraph._picture),
}
