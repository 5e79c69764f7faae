"""What is put aside comes back in its order, as often as it is asked for."""

from tempfile import TemporaryFile

from hypothesis import given
from hypothesis import strategies as st

from draftkit.shelf import Shelf


@given(st.lists(st.lists(st.tuples(st.text(), st.integers()))))
def test_what_was_put_comes_back(rows: list[list[tuple[str, int]]]) -> None:
    with TemporaryFile() as file:
        opened = Shelf[tuple[str, int]](file)
        for row in rows:
            opened.put(row)
            list(opened)
        assert list(opened) == list(opened) == [one for row in rows for one in row]
        assert bool(opened) == any(rows)
