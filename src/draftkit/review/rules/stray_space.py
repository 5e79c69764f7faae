"""P19: blanks in Chinese text, and full-width digits."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.characters import is_han
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

_BLANK = re.compile("[ \t\u3000\xa0]+")
_WIDE_DIGITS = re.compile("[０-９Ａ-Ｚａ-ｚ](?:[０-９Ａ-Ｚａ-ｚ．]*[０-９Ａ-Ｚａ-ｚ])?")
_HALF = {0xFF0E: "."} | {code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF5B))}
_MARKS = frozenset("，。、；：！？（）《》〈〉“”‘’…—")
_HALF_MARKS = frozenset(",.;:?!()\"'")
_ROLES = frozenset(("paragraph", "heading", "salutation", "signoff"))
_CAPTION = re.compile(r"(?:^|\n)[图表]?\s?[\d０-９]{1,3}$")
_COUNTED = frozenset("年月日个件名人户次项家条处场万亿元亩位台座所吨米岁天周%％")
_NAME = re.compile(
    r"(?:[A-Z]{1,4}(?:/[A-Z]{1,3})?\s?[\d.]+[-—]\d{2,4}|\S*[A-Za-z]+[./@]\S*|电话|手机|热线|传真|邮编|邮箱|编号|账号|QQ)$"
)
_DATED = re.compile(r"(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?[）)]?(?:\n|$)")
"""A date that ends its line: 镇政府　2025年3月8日."""
_FAR = 30


def check(proof: Proof) -> Iterator[Spot]:
    """Yield the blanks between Chinese characters and digits, letters or marks; and each full-width digit."""
    text = proof.text
    for found in _BLANK.finditer(text):
        start, end = found.span()
        if _is_stray(text, start, end) and (
            proof.row_at(start).role in _ROLES
            or (text[start - 1].isdigit() and text[end] in "年月日")
            or (text[start - 1] in "年月" and text[end].isdigit())
        ):
            yield Spot(*found.span(), _("no blank here"), "")
    for found in _WIDE_DIGITS.finditer(text):
        words = found[0].translate(_HALF)
        yield Spot(*found.span(), _("full-width digits or letters: “{words}”").format(words=words), words)


def _is_stray(text: str, start: int, end: int) -> bool:
    left, right = text[start - 1 : start], text[end : end + 1]
    if left in _HALF_MARKS or right in _HALF_MARKS:
        return _in_quote(text, left, right, start, end)
    if left in _MARKS or right in _MARKS:
        return _is_slip(left, right, end - start)
    if is_han(left):
        signed = text[start] == "\u3000" and _DATED.match(text, end)
        return _is_latin(right) and not (signed or _NAME.search(text[max(0, start - _FAR) : start]))
    return is_han(right) and _is_latin(left) and not _parts_name(text, start, right)


def _is_latin(character: str) -> bool:
    return character.isalnum() and not is_han(character)


def _is_slip(left: str, right: str, length: int) -> bool:
    """Whether one blank stands beside a full-width mark; more of them leave room to write, or set a table."""
    return length == 1 and left not in "—…" and right not in "—…" and _is_word(left) and _is_word(right)


def _is_word(character: str) -> bool:
    return is_han(character) or character in _MARKS or _is_latin(character)


def _in_quote(text: str, left: str, right: str, start: int, end: int) -> bool:
    """Whether it stands between a Chinese character and a straight quotation mark around Chinese."""
    if right == '"':
        return is_han(left) and is_han(text[end + 1 : end + 2])
    return left == '"' and is_han(right) and is_han(text[start - 2 : start - 1])


def _parts_name(text: str, start: int, right: str) -> bool:
    """Whether the blank parts a label, the number of a figure or an address from what follows it."""
    before = text[max(0, start - _FAR) : start]
    label = right not in _COUNTED and _CAPTION.search(before if start > _FAR else f"\n{before}")
    return bool(label) or _NAME.search(before) is not None


RULE = Rule(
    code="P19",
    name=N_("stray blank or full-width digit"),
    grade="实务",
    looks_for=N_(
        "blanks between Chinese characters and digits, letters or marks; digits and letters in full width"
    ),
    why=N_("Chinese text is set solid; a blank typed in opens a gap in the line and breaks numbers off."),
    source=N_("habit of offices"),
    hits=("全年改造小区 86 个，惠及２３００户。",),
    passes=("全年改造小区86个，惠及2300户。", "依照GB/T 9704-2012排版。"),
    check=check,
    safe=True,
)
