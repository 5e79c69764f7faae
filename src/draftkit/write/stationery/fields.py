"""Fields in a part of an office's template: those that know the page or the day stay, others go."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

# Fields that know the page, the day or the draft's own words. Others fetch from elsewhere, or name people.
_KNOWN = frozenset(
    ("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "STYLEREF", "DATE", "TIME", "TITLE", "=", "IF")
)
_LINK = "HYPERLINK"


@dataclass(slots=True)
class _Field:
    """A field that was begun: its runs, those of the words that it shows, and its instruction."""

    runs: list[Element] = field(default_factory=list)
    shown: list[Element] | None = None
    instruction: str = ""

    def take(self, run: Element) -> None:
        (self.runs if self.shown is None else self.shown).append(run)


def drop_fields(root: Element) -> list[str]:
    """Drop the fields that fetch something, with the words that they show; of links the words stay.

    Return the names of what was dropped, HYPERLINK for a link.
    """
    dropped: list[str] = []
    gone: set[Element] = set()
    begun: list[_Field] = []
    for run in root.iter("w:r"):
        for one in begun:
            one.take(run)
        for sign in run:
            kind = sign.get("w:fldCharType") if sign.tag == "w:fldChar" else ""
            if kind == "begin":
                begun.append(_Field([run]))
            elif sign.tag == "w:instrText" and begun:
                begun[-1].instruction += sign.text or ""
            elif kind == "separate" and begun:
                begun[-1].shown = []
            elif kind == "end" and begun:
                gone.update(_gone(begun.pop(), run, dropped))
    gone.update(run for one in begun for run in one.runs)
    gone.update(one for one in root.iter("w:fldSimple") if _unknown(one.get("w:instr", ""), dropped))
    _drop(root, gone)
    return dropped


def _gone(ended: _Field, end: Element, dropped: list[str]) -> list[Element]:
    name = _unknown(ended.instruction, dropped)
    if not name:
        return []
    return [*ended.runs, end, *(() if name == _LINK else ended.shown or ())]


def _unknown(instruction: str, dropped: list[str]) -> str:
    word = (instruction.split() or ["?"])[0].upper()
    if word in _KNOWN or word.startswith("="):
        return ""
    dropped.append(word)
    return word


def _drop(parent: Element, gone: set[Element]) -> None:
    parent[:] = [one for one in parent if one not in gone]
    for one in parent:
        _drop(one, gone)
