"""What is typed for a question, as it goes into the facts file."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from draftkit.answer import Misfit, misfits
from draftkit.fact.change import direction
from draftkit.fact.facts import Facts
from draftkit.fact.figure import DOWN, UP, Change, Figure, Unknown
from draftkit.fact.number import Number, number_in
from draftkit.fact.reading import read_out
from draftkit.fact.word import Unreadable
from draftkit.messages import _
from draftkit.pattern import BadPattern, Pattern, usable_name
from draftkit.store.dump import Plainly
from draftkit.store.question import Question
from draftkit.zh.numerals import from_numeral

_NUMBER = r"-?\d[\d,.]*"
_UNIT = r"[^\d\s，。；]{0,8}?"
_CHANGE = re.compile(
    rf"(?:(?P<lead>[从由自])(?:(?P<since>\D{{1,12}})的)?)?(?P<start>{_NUMBER})(?P<one>{_UNIT})"
    rf"(?P<word>{'|'.join((*UP, *DOWN))})?(?:到|至|(?P<arrow>→))(?P<end>{_NUMBER})(?P<other>{_UNIT})",
    re.ASCII,
)
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER})(?P<one>{_UNIT})(?:[～~—–－-]+|至|到)(?P<high>{_NUMBER})(?P<other>{_UNIT})", re.ASCII
)


def value_of(question: Question, lines: Sequence[str]) -> Plainly:
    """Return what goes into the file for an answer; a choice may be given by its number, counted from 1."""
    words = [line.strip() for line in lines if line.strip()]
    text = words[0]
    match question.kind:
        case "figure":
            return _figure(text)
        case "list":
            found = re.split(r"[、，,\s]+", text.strip("[]【】")) if "{{" not in text else [text]
            return found[0] if len(found) == 1 else list(filter(None, found))
        case "lines":
            return text if len(words) == 1 else list[Plainly](words)
        case _:
            choices = dict(enumerate(question.spec.choices, 1))
            number = int(text) if text.isascii() and text.isdigit() else 0
            return choices.get(number, text)


def count_of(question: Question, text: str) -> int | Misfit:
    """Return how many sections there are to be (4, 四, 4个)."""
    least, most = question.series.room
    word = text.strip().removesuffix("个").removesuffix("条")
    number = int(word) if word.isascii() and word.isdigit() else from_numeral(word)
    if number is None or not least <= number <= most:
        return Misfit(_("from {least} to {most}, not “{text}”").format(least=least, most=most, text=text))
    return number


def faults(question: Question, value: Plainly, facts: Facts) -> Iterator[Misfit]:
    """Yield what does not fit in a value by itself: the slot's own wants, where it quotes nothing, and what
    it quotes, where it does."""
    for text in value if isinstance(value, list) else [value]:
        try:
            pattern = Pattern.parse(text if isinstance(text, str) else "")
        except BadPattern as error:
            yield Misfit(error.message, error.advice)
            continue
        for slot in pattern.slots:
            yield from _unreadable(facts.figures.get(slot.name) or Figure(slot.name, Unknown()), slot.filters)
        if not pattern.slots and question.spec.type == "figure" and not usable_name(str(text)):
            message = _("“{name}” cannot be a figure's name").format(name=text)
            yield Misfit(message, _("A name has letters or characters, no spaces or signs"))
        elif not pattern.slots and question.kind in ("text", "list"):
            yield from misfits(question.spec, str(text))


def _unreadable(figure: Figure, filters: tuple[str, ...]) -> Iterator[Misfit]:
    try:
        read_out(figure, filters)
    except Unreadable as error:
        yield Misfit(error.message, error.advice)


def _figure(text: str) -> Plainly:
    """Read 37个, 从82.5%到96.3%, 由改造前的82.5%提高到96.3%, 15%～30%, 甲、乙、丙; other words stay, and are
    no figure."""
    change, between = _CHANGE.fullmatch(text), _RANGE.fullmatch(text)
    changed = change and any(change[name] for name in ("lead", "word", "arrow"))
    if change and changed and change["one"] in ("", change["other"]):
        found = {"from": change["start"], "to": change["end"], "unit": change["other"]}
        kind = Change(_number(change["start"]), _number(change["end"]))
        word = "" if direction(kind, change["other"]) == change["word"] else change["word"]
        found |= {"since": change["since"] or "", "word": word or ""}
        return {key: one for key, one in found.items() if one}
    if between and between["one"] in ("", between["other"]):
        found = {"low": between["low"], "high": between["high"], "unit": between["other"]}
        return {key: one for key, one in found.items() if one}
    if "、" in text and not text[0].isdigit():
        return {"items": list[Plainly](text.split("、"))}
    return text


def _number(digits: str) -> Number:
    found = number_in(digits)
    return found[0] if found else Number(digits, Decimal(0))
