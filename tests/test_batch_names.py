"""The names of a batch's files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.batch.manifest import Entry, entries_in, line_of, manifest_of
from draftkit.batch.names import filled, numbered, twins
from draftkit.errors import Place
from draftkit.files import safe_name
from draftkit.pattern import Pattern

HERE = Place("streets.xlsx", 3, 1, "各街道")
NAMES = st.text(min_size=1, max_size=8).map(safe_name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("临江街道", "临江街道"),
        ("ABC街道", "abc街道"),
        ("ＡＢＣ街道", "abc街道"),
        ("é街道", "e\u0301街道"),
        ("临江\u200b街道", "临江街道"),
        ("ﬁ街道", "fi街道"),
    ],
)
def test_twins_are_refused(one: str, other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    (problem,) = twins([(one, HERE), ("桥东街道", HERE), (other, HERE._replace(line=9))])
    assert "2 streets" in problem.message and "各街道!A9" in problem.message


def test_others_are_not() -> None:
    assert not twins([("临江街道", HERE), ("临江镇", HERE), ("江临街道", HERE)])


@given(st.lists(NAMES, max_size=12))
def test_numbered_names_are_no_twins(names: list[str]) -> None:
    found = numbered(names)
    assert not twins((name, HERE) for name in found)
    assert all(name == one or name.startswith(one) for name, one in zip(found, names, strict=True))
    assert bool(twins((name, HERE) for name in names)) == (found != names)


@given(st.text(max_size=300), st.integers(10, 200))
def test_a_safe_name_is_safe(text: str, most: int) -> None:
    name = safe_name(text, most)
    assert name and len(name.encode()) <= most and name == safe_name(name, most)
    assert not set(name) & set('\\/:*?"<>|\0\n') and name not in (".", "..")


@pytest.mark.parametrize("name", ["CON", "nul.txt", "Com1", "lpt9.docx", "AUX .x"])
def test_a_device_is_no_name(name: str) -> None:
    assert safe_name(name).startswith("_")


def test_a_name_says_what_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    name, problems = filled(Pattern.parse("{{ 单位 }}{{ 会议 }}发言"), {"单位": "临江街道", "会议": ""}, HERE)
    assert name == "临江街道发言" and [str(one).split("\n")[0] for one in problems] == [
        "streets.xlsx:各街道!A3: the name of the file wants “会议”, which is not given here"
    ]


ENTRIES = st.builds(
    Entry,
    st.integers(1, 10**6),
    st.text(),
    st.sampled_from(["已写", "未写", "手改"]),
    *[st.text(), st.integers(0, 10**5), *[st.text()] * 4],
)


@given(st.lists(ENTRIES, max_size=5))
def test_a_manifest_is_read_back(entries: list[Entry]) -> None:
    assert entries_in(manifest_of(entries)) == entries


@given(st.lists(ENTRIES, min_size=1, max_size=4), st.data())
def test_a_cut_manifest_has_the_rows_before_the_cut(entries: list[Entry], data: st.DataObject) -> None:
    whole = manifest_of(entries)
    before = manifest_of(entries[:-1])
    cut = data.draw(st.integers(len(before), len(whole) - 1))
    assert entries_in(whole[:cut]) == entries[:-1]


def test_no_cell_is_a_formula() -> None:
    assert line_of(["=1+1", "@x", "-3", "a"]) == "'=1+1,'@x,'-3,a\r\n"
