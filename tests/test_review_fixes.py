"""What a rule of numbers mends is mended: in the mended draft it finds nothing more to mend."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.read import read
from draftkit.review import codes, review, rule
from test_review_cases import HEAD, cases_of

NUMBERS = codes(["N"])
SLIPS = (
    "2025年08月05号|2025年十月十五日|二〇二五年3月十五号|15～30%|8.5至12%|9～16亿|5—10万元|数10年|20几位|.5个百分点|15五|“14五”"
    "|3、4个|4千5百|百分之九十六点三|三百二十一户|约300户左右|近200余人|25年3月|截至24年底|党的20大|第1书记|“4个1”"
)


def mended(text: str, wanted: tuple[str, ...]) -> str:
    """Return a text with every fix of some rules in its place, from behind."""
    found = review(read(text.encode(), "draft.txt").document, wanted)
    fixes = sorted({finding.fix for finding in found if finding.fix}, key=lambda fix: -fix.span.start)
    for fix in fixes:
        text = text[: fix.span.start] + fix.words + text[fix.span.end :]
    return text


@pytest.mark.parametrize("code", NUMBERS)
def test_a_fix_mends(code: str) -> None:
    for case in cases_of(code):
        once = mended(HEAD + str(case.block("words")), (code,))
        assert mended(once, (code,)) == once, case.title


@given(st.lists(st.sampled_from(re.split(r"\|", SLIPS)), min_size=1, max_size=6))
def test_fixes_do_not_fight(slips: list[str]) -> None:
    once = mended(HEAD + "，".join(f"已经{slip}都办好了" for slip in slips) + "。", NUMBERS)
    assert mended(once, NUMBERS) == once
    assert not any(
        rule(finding.code).safe for finding in review(read(once.encode(), "a.txt").document, NUMBERS)
    )
    assert not re.search(r"\d{2}几|0\d月", once)
