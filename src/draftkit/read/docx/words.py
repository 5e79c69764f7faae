"""The words of a paragraph: what its runs show, whatever they are wrapped in, and how the words stand."""

from collections.abc import Callable, Container
from typing import NamedTuple
from xml.etree.ElementTree import Element

from draftkit.messages import _
from draftkit.ooxml.markup import COMPATIBILITY, MATH, VALUE, W, refuse, switched_on
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


class Counts:
    """What was met on the way and is not in the text."""

    def __init__(self) -> None:
        self.changes = self.hidden = self.tables = self.embedded = self.pictures = 0
        self.notes = False


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
        self._fields: list[bool] = []
        self._instructions = 0
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
        """End the fields that are open: one can go on in the next paragraph, its instruction does not in
        practice, and a broken one must not hide the rest of the text."""
        self._fields.clear()
        self._instructions = 0

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
        if self._instructions or not text:
            return
        if look.hidden:
            self._counts.hidden += len(text)
        else:
            self.words.append(Words(text, look, self._comment, element, first))

    def _symbol(self, element: Element, look: Look, *_unused: object) -> None:
        try:
            code = int(element.get(f"{W}char", ""), 16)
        except ValueError:
            return
        if 0x20 <= code <= 0x10FFFF and code not in _SURROGATES:
            self._say(chr(code), look)

    def _field(self, element: Element, *_unused: object) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(True)
            self._instructions += 1
        elif self._fields and kind in ("separate", "end"):
            self._instructions -= self._fields.pop()
            if kind == "separate":
                self._fields.append(False)

    def _box(self, element: Element, look: Look, depth: int) -> None:
        if not (look.hidden or self._instructions):
            self.boxes.append((element, depth))

    def _alternate(self, element: Element, look: Look, depth: int) -> None:
        self.take(chosen(element), look, depth)

    def _ruby(self, element: Element, look: Look, depth: int) -> None:
        for base in element.findall(f"{W}rubyBase"):
            self.take(base, look, depth)

    def _added(self, element: Element, look: Look, depth: int) -> None:
        self._counts.changes += 1
        self.take(element, look, depth)

    def _removed(self, *_unused: object) -> None:
        self._counts.changes += 1

    def _picture(self, *_unused: object) -> None:
        self._counts.pictures += 1

    def _note(self, *_unused: object) -> None:
        self._counts.notes = True

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
    """Return what to walk: of an AlternateContent its first choice, else its fallback; of others themselves."""
    if element.tag != f"{COMPATIBILITY}AlternateContent":
        return element
    found = element.find(f"{COMPATIBILITY}Choice")
    found = element.find(f"{COMPATIBILITY}Fallback") if found is None else found
    return Element("nothing") if found is None else found


_TEXT = frozenset((f"{W}t", f"{MATH}t"))
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
SILENT = frozenset(
    W + name
    for name in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "tblPr", "tblGrid", "sectPr"),
        *("instrText", "delText", "delInstrText", "lastRenderedPageBreak", "proofErr"),
        *("bookmarkStart", "bookmarkEnd"),
    )
)
_PICTURES = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_Handler = Callable[[Paragraph, Element, Look, int], None]
_HANDLERS: dict[str, _Handler] = {
    f"{W}fldChar": Paragraph._field,
    f"{W}sym": Paragraph._symbol,
    f"{W}ruby": Paragraph._ruby,
    f"{W}txbxContent": Paragraph._box,
    f"{COMPATIBILITY}AlternateContent": Paragraph._alternate,
    **dict.fromkeys(ADDED, Paragraph._added),
    **dict.fromkeys(REMOVED, Paragraph._removed),
    f"{W}footnoteReference": Paragraph._note,
    f"{W}endnoteReference": Paragraph._note,
    f"{W}commentRangeStart": Paragraph._range_start,
    f"{W}commentRangeEnd": Paragraph._range_end,
    **dict.fromkeys(_PICTURES, Paragraph._picture),
}
