"""Where titles turn."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.write.title import ROOM, fit_one_row, row_starts, width_of


def rows(title: str) -> list[str]:
    edges = (0, *row_starts(title), len(title))
    return [title[start:end] for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    "wanted",
    [
        ["在全省民政工作会议上的讲话"],
        ["在全市深化“放管服”改革", "优化营商环境工作推进会议上的交流发言"],
        ["关于学习贯彻《中国共产党纪律处分条例》", "专题研讨会上的交流发言"],
        ["在2026年全区城市更新和老旧小区", "改造工作现场推进会上的发言"],
        ["临江街道党工委书记在全区年度", "工作大会上的述职报告"],
        ["以高质量党建引领基层治理现代化", "建设新征程绘就人民幸福新画卷"],
    ],
)
def test_a_title_turns_where_its_sense_allows(wanted: list[str]) -> None:
    assert rows("".join(wanted)) == wanted


def test_twenty_characters_stand_on_one_row_and_twenty_one_on_two() -> None:
    assert rows("一" * 20) == ["一" * 20]
    assert sorted(map(len, rows("一" * 21))) == [10, 11]


def test_a_word_that_cannot_be_divided_is_left_to_the_word_processor() -> None:
    assert row_starts("x" * 50) == ()


def test_halves_stand_side_by_side_up_to_twenty_characters_with_their_gap() -> None:
    assert fit_one_row(["一" * 9, "二" * 10])
    assert not fit_one_row(["一" * 10, "二" * 10])


TITLES = st.text(
    st.sampled_from("在全区推进会议上的交流发言基层治理，、《》“”a7R&年"), min_size=21, max_size=60
)


@given(TITLES)
def test_rows_are_never_short_and_never_begin_with_a_stop(title: str) -> None:
    found = rows(title)
    assert "".join(found) == title
    if found[1:]:
        assert all(6 <= width_of(row) <= ROOM for row in found)
        assert all(row[0] not in "，、》”" for row in found[1:])
        assert all(row[-1] not in "《“" for row in found[:-1])
        edges = pairwise(found)
        assert not any(above[-1].isascii() and below[0].isascii() for above, below in edges)


def test_what_no_title_is_as_long_as_is_left_to_the_word_processor_at_once() -> None:
    assert row_starts("推进老旧小区改造提升群众满意率工作座谈会汇报材料" * 40) == ()
    assert row_starts("推进老旧小区改造提升群众满意率工作座谈会汇报材料", room=4) == ()
