"""P01: half-width marks in Chinese text."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.amounts import is_bare_decimal
from draftkit.review.characters import BLANKS, beside, is_wide
from draftkit.review.labels import is_label, may_be_label
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}
_MARKS = re.compile("[,;:?!]+")
_NEAR = 8
_COMMAS = frozenset("，、；：。！？…")
_NUMERALS = frozenset("一二三四五六七八九十")
_ENTITY = re.compile(r"&#?\w{1,8}$")
_DOT = re.compile(r"\.(?![.a-z_/\\@])")
_FILE = re.compile(
    r"(?:docx?|xlsx?|pptx?|pdf|wps|txt|zip|rar|jpe?g|png|mp[34]|com|cn|net|org|gov|exe|app|apk|html?)(?![a-z])",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(?:^|[^A-Za-z])(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|No|St|Vol|Jr|Sr|vs|etc)$")
_NUMBER = re.compile(r"(?<![\d.])\d{3,}$")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each half-width mark beside Chinese words, with the blanks around it, and its full-width form."""
    text = proof.text
    message = _("“{mark}” is half-width: “{words}”")
    for found in _MARKS.finditer(text):
        start, end = found.span()
        left, right = beside(text, start, end)
        if (is_wide(left) or is_wide(right)) and not _has_another_reason(proof, start, end):
            yield _spot(text, start, end, _full(found[0]), is_wide(left), message)
    if "." in text:
        for found in _DOT.finditer(text):
            if _is_stop(text, found.start()) and not _ends_heading(proof, found.end()):
                yield _spot(text, *found.span(), "。", True, message)


def _full(marks: str) -> str:
    """The marks in full width, commas once: ?! is ？！, ,, is ，."""
    once = (mark for number, mark in enumerate(marks) if mark in "?!" or marks[number - 1 : number] != mark)
    return "".join(_FULL[mark] for mark in once)


def _spot(text: str, start: int, end: int, words: str, left_too: bool, message: str) -> Spot:
    mark = text[start:end]
    while left_too and text[start - 1] in BLANKS:
        start -= 1
    while end < len(text) and text[end] in BLANKS:
        end += 1
    return Spot(start, end, message.format(mark=mark, words=words), words)


def _has_another_reason(proof: Proof, start: int, end: int) -> bool:
    """Whether another rule mends it: a doubled mark, the mark of a label, a heading's stop; or it is a code."""
    text = proof.text
    before = text[max(0, start - _NEAR) : start].rstrip(BLANKS)[-1:]
    after = text[end : end + _NEAR].lstrip(BLANKS)[:1]
    if before == _FULL[text[start]] or after == _FULL[text[end - 1]]:
        return True
    if text[start] == ";" and _ENTITY.search(text[max(0, start - 10) : start]):
        return True
    if text[start] in ",:" and is_label(text, start):
        return True
    return text[start] in ",:;" and _ends_heading(proof, end)


def _ends_heading(proof: Proof, end: int) -> bool:
    row_ends = end == len(proof.text) or proof.text[end] == "\n"
    return row_ends and proof.row_at(end - 1).role == "heading"


def _is_stop(text: str, place: int) -> bool:
    """Whether a dot ends a Chinese sentence: not in a number, a label, a name of a file or an abbreviation."""
    before, after = text[max(0, place - 8) : place], text[place + 1 : place + 2]
    if before[-1:] in ("", ".", "\n") or (_is_code(before[-1]) and _is_code(after)):
        return False
    left, right = beside(text, place, place + 1)
    if (
        is_bare_decimal(text, place)
        or left in _COMMAS
        or after == "。"
        or (left in _NUMERALS and right in _NUMERALS)
    ):
        return False
    if before[-1] in "%％" or is_wide(left):
        return not may_be_label(text, place) and not _FILE.match(text, place + 1)
    if not (is_wide(right) or right == "\n"):
        return False
    if before[-1].isdigit():
        return _NUMBER.search(before) is not None
    return before[-1].isalpha() and is_wide(right) and not _SHORT.search(before)


def _is_code(character: str) -> bool:
    return character.isascii() and character.isalnum()


RULE = Rule(
    code="P01",
    name=N_("half-width mark"),
    grade="规定",
    looks_for=N_("half-width , . : ; ? ! beside a Chinese character; not in numbers, times, addresses, codes"),
    why=N_("Chinese marks take the room of one character; half-width ones are those of English and of digits."),
    source="GB/T 15834-2011 5.1",
    hits=("全年办结诉求312件,同比增长8.5%.\n下一步，还要提速。",),
    passes=("会议9:30开始，满意率为98.6%，比例为1:1.2。", "详见www.example.cn。"),
    check=check,
    safe=True,
)
