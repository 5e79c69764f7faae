"""Laws of workbooks: what was written is read back; 补料清单 loses nothing, and keeps suppliers' together."""

from io import BytesIO
from itertools import groupby

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from draftkit.store.table.wanting import Want, wanting_workbook
from draftkit.store.table.workbook import workbook
from draftkit.store.table.written import Column, Line, Table

_TEXTS = st.text(
    st.one_of(
        st.sampled_from("=+-@#'\"<>&, \n\t，：一二三12."),
        st.characters(codec="utf-8", categories=("L", "N", "P", "S")),
    ),
    max_size=12,
)
_WHO = st.sampled_from(["城建办台账", "民政办", "临江街道党工委", "=甲"])
_WANTS = st.lists(st.builds(Want, _WHO, _WHO, _TEXTS, _TEXTS, _TEXTS, _TEXTS), max_size=12)


def rows(content: bytes, name: str) -> list[tuple[object, ...]]:
    sheet = load_workbook(BytesIO(content))[name]
    return [tuple("" if cell is None else cell for cell in row) for row in sheet.iter_rows(values_only=True)]


@settings(deadline=None)
@given(st.lists(st.tuples(_TEXTS, _TEXTS, st.sampled_from([True, False])), max_size=6))
def test_texts_are_read_back_as_they_were_written(lines: list[tuple[str, str, bool]]) -> None:
    table = Table(
        "表", (Column("甲"), Column("乙")), [Line((one, two), example) for one, two, example in lines]
    )
    found = rows(workbook([table]), "表")[1:]
    kept = [(one, two) for one, two, _example in lines]
    while kept and kept[-1] == ("", ""):
        kept.pop()
    assert found == kept


@settings(deadline=None)
@given(_WANTS)
def test_a_list_of_what_is_missing_has_each_want_once_with_its_supplier(wants: list[Want]) -> None:
    content = wanting_workbook(wants)
    assert content == wanting_workbook(iter(wants))
    found = [Want(*map(str, row[:6])) for row in rows(content, "补料清单")[1:]]
    order = list(dict.fromkeys(want.who for want in wants))
    assert found == sorted(wants, key=lambda want: order.index(want.who))
    assert [who for who, _rows in groupby(want.who for want in found)] == order
    summed = {str(row[0]): row[1:] for row in rows(content, "汇总")[1:]}
    assert summed.pop("合计")[0] == len(wants)
    assert {who: count for who, (count, _streets) in summed.items()} == {
        who: sum(want.who == who for want in wants) for who in order
    }
