"""Long texts: the time of a door grows with its text and no faster."""

from time import process_time

import pytest

from fuzz.doors import DOORS
from fuzz.swelling import swollen

SECONDS = 2.0
ONCE_TOO_LONG = (
    ("pattern", "{{ 甲 }}的"),
    ("extract", "-1"),
    ("extract", "满意率由82.5%提高到96.3%。"),
    ("mine", "（二）"),
    ("mend", "“"),
    ("text", "一、"),
    ("facts", "? "),
)


@pytest.mark.parametrize(("door", "piece"), ONCE_TOO_LONG)
def test_a_long_text_takes_its_time(door: str, piece: str) -> None:
    DOORS[door].target(DOORS[door].seeds()[0])
    for raw in swollen(piece):
        start = process_time()
        DOORS[door].target(raw)
        assert process_time() - start < SECONDS, raw[:40].decode(errors="ignore")
