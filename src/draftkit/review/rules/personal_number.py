"""C19: identity card, telephone and bank card numbers of persons."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot

# The class of first characters stands alone, so that a text is looked through fast.
_NUMBER = re.compile(
    r"[1-9](?<!\d.)(?<!\d[ -].)(?:"
    r"(?P<identity>\d{16}[\dXx]|\d{14})"
    r"|(?P<mobile>[3-9]\d{9}|[3-9]\d[ -]\d{4}[ -]\d{4})"
    r"|(?P<card>\d{15,18}|\d{3}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?)"
    r")(?![\dXx])"
)
_BORN = re.compile(r"[1-6]\d{5}(?:(?:18|19|20)\d\d|\d\d(?=\d{7}$))(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each number that can be but that of a person."""
    for found in _NUMBER.finditer(proof.text):
        digits = re.sub("[ -]", "", found[0])
        if found["mobile"]:
            if digits[0] == "1":
                yield Spot(*found.span(), _("a mobile number has no place in a speech; take it out"))
        elif (found["identity"] and _BORN.match(digits)) or _is_identity(digits):
            yield Spot(*found.span(), _("an identity number has no place in a speech; take it out"))
        elif len(digits) >= 16 and (digits.startswith("62") or _is_card(digits)):
            yield Spot(*found.span(), _("a bank card number has no place in a speech; take it out"))


def _is_identity(digits: str) -> bool:
    """Whether the last of 18 characters is what GB 11643 makes of the others."""
    if len(digits) != 18 or not digits[:17].isdigit():
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return "10X98765432"[total % 11] == digits[17].upper()


def _is_card(digits: str) -> bool:
    """Whether the digits add up as those of a bank card do (Luhn)."""
    if not digits.isdigit():
        return False
    doubled = [int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(reversed(digits))]
    return sum(number - 9 if number > 9 else number for number in doubled) % 10 == 0


RULE = Rule(
    code="C19",
    name=N_("number of a person"),
    grade="规定",
    looks_for=N_("identity card, mobile telephone and bank card numbers"),
    why=N_("A speech is handed round; what identifies a person must not be in it."),
    source=N_("中华人民共和国个人信息保护法 第六条, 第二十八条; GB 11643"),
    hits=("联系人手机13800138000。",),
    passes=("市民热线12345，办公室电话0571-88886666。",),
    check=check,
)
