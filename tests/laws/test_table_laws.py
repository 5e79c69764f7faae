"""Laws of tables: a header means what was written; facts are read back however the table is laid out."""

from hypothesis import given
from hypothesis import strategies as st

from draftkit.store.fill import Path
from draftkit.store.table.columns import Column, Names, column_of, header_of

NAMES = Names(
    slots={"契机": False, "总成效": True},
    headings={"抓手": False, "领句": False},
    kinds={"做法": {"谁": False, "做": False, "方式": True}, "打算": {"做": False, "时间": False}},
)
_PLACES = st.integers(0, 9)
_FIGURES = st.sampled_from(["改造楼院", "满意率", "资金"])
_UNITS = st.sampled_from(["", "个", "万元", "%", "平方米", "支队伍", "元/平方米"])
_DEEDS = st.sampled_from([(kind, slot) for kind, slots in NAMES.kinds.items() for slot in sorted(slots)])


@st.composite
def columns(draw: st.DrawFn) -> Column:
    """Any column that a table may have."""
    kind, slot = draw(_DEEDS)
    deed = (kind, draw(_PLACES), slot)
    below = draw(
        st.sampled_from(
            [
                ("抓手",),
                ("body",),
                ("marker",),
                ("body", *deed),
                ("points", 1, "领句"),
                ("points", 0, "points", 2, "body"),
                ("points", 3, "body", *deed),
            ]
        )
    )
    figure: tuple[str, ...] = ("figures", draw(_FIGURES))
    measured = (*figure, draw(st.sampled_from(["value", "from", "to", "whole"])))
    plain = st.sampled_from([("unit",), ("minutes",), ("title",), ("next",), ("opening",), ("契机",)])
    ways: list[st.SearchStrategy[Path]] = [
        plain,
        st.just(("title", draw(st.integers(0, 1)))),
        st.just(("next", draw(_PLACES))),
        st.just(("next", draw(_PLACES), *deed)),
        st.just(("sections", draw(_PLACES), *below)),
        st.just(("closing", "points", 1, *below)),
        st.sampled_from(["since", "items", "as_of", "source", "unit"]).map(lambda key: (*figure, key)),
    ]
    with_unit = st.sampled_from([measured, (*figure, "parts", "财政")])
    counted = st.builds(Column, st.just(("总成效",)), st.sampled_from(["", "个", "户"]))
    return draw(st.one_of([counted, st.builds(Column, with_unit, _UNITS), st.one_of(ways).map(Column)]))


@given(columns())
def test_a_header_means_the_column_it_was_written_for(column: Column) -> None:
    assert column_of(header_of(column), NAMES) == column
