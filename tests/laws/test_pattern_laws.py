"""The laws of patterns: filling undoes matching, and Jinja2 itself reads them in the same sense."""

import re
import time

from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from draftkit.pattern import BadPattern, Fixed, Part, Pattern, Slot, usable_name

JINJA = Environment(keep_trailing_newline=True, autoescape=False)
LETTERS = "改造楼院的，。“”{}%#'\"\\|- \n甲ab1_"

names = st.sampled_from(["事", "人", "做法", "总成效", "x", "items", "title", "self_", "名1"]).filter(
    usable_name
)
slots = st.builds(Slot, names)
filtered = st.builds(Slot, names, st.lists(st.sampled_from(["变化", "列举", "约"]), max_size=2).map(tuple))
PIECES = (
    *("{{", "}}", "{%", "{#", "%}", "#}", "{", "}", "{{ 事 }}", "{{人}}", "{{ 事|变化 }}", "{{ '{{' }}"),
    *("{{ '甲' }}", "{{- 事 -}}", "{{ 事 事 }}", "'", " ", "\n", "改造", "，", "{{ none }}", "{{ \n事 }}"),
)
sources = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=12)


@st.composite
def patterns(draw: st.DrawFn, slots: st.SearchStrategy[Slot] = slots, apart: bool = False) -> Pattern:
    """A pattern of words and slots, also of braces meant as text; `apart`: no two slots side by side."""
    words = st.builds(Fixed, st.text(LETTERS, min_size=1, max_size=6) | st.sampled_from(["{{", "a{%b{#"]))
    parts: list[Part] = []
    for part in draw(st.lists(slots | words, max_size=7)):
        last = parts[-1] if parts else None
        if isinstance(part, Fixed) and isinstance(last, Fixed):
            parts[-1] = Fixed(last.text + part.text)
        elif not (apart and isinstance(part, Slot) and isinstance(last, Slot)):
            parts.append(part)
    return Pattern(tuple(parts))


def read(source: str) -> Pattern | None:
    """Return the pattern of a source, None for one that is refused."""
    try:
        return Pattern.parse(source)
    except BadPattern as error:
        assert error.message and error.advice
        assert 0 <= error.offset < len(source)
        return None


@given(patterns(filtered))
def test_a_pattern_is_read_back_as_it_was_written(pattern: Pattern) -> None:
    assert Pattern.parse(str(pattern)) == pattern


@given(sources | texts)
def test_reading_is_refused_with_a_place_or_settles_at_once(source: str) -> None:
    pattern = read(source)
    if pattern is not None:
        assert Pattern.parse(str(pattern)) == pattern


@given(patterns(apart=True), st.data())
def test_what_matches_is_filled_to_the_same_text(pattern: Pattern, data: st.DataObject) -> None:
    values = {name: data.draw(st.text(LETTERS, min_size=1, max_size=4)) for name in sorted(pattern.names)}
    text = pattern.fill(values)
    found = pattern.match(text)
    assert pattern.invertible
    assert found is not None, "what was filled is recognised"
    assert found.keys() == values.keys()
    assert pattern.fill(found) == text


@given(patterns(apart=True), st.text(LETTERS, max_size=8))
def test_a_match_of_any_text_refills_to_it(pattern: Pattern, text: str) -> None:
    found = pattern.match(text)
    assert found is None or pattern.fill(found) == text


@settings(max_examples=300)
@given(sources | patterns().map(str), st.data())
def test_jinja_prints_a_pattern_as_fill_does(source: str, data: st.DataObject) -> None:
    pattern = read(source)
    if pattern is None or any(slot.filters for slot in pattern.slots):
        return
    values = {name: data.draw(texts | st.just("{{ 事 }}")) for name in sorted(pattern.names)}
    assert JINJA.from_string(source).render(values) == pattern.fill(values)


def test_braces_as_text_print_as_braces() -> None:
    pattern = Pattern.parse("写作{{ '{{' }} 名称 }}")
    assert pattern.parts == (Fixed("写作{{ 名称 }}"),)
    assert pattern.fill({}) == JINJA.from_string(str(pattern)).render() == "写作{{ 名称 }}"


@settings(max_examples=300)
@given(patterns(apart=True), st.text("改的，", max_size=9))
def test_a_match_is_the_first_that_a_plain_search_finds(pattern: Pattern, text: str) -> None:
    groups = {name: f"s{number}" for number, name in enumerate(sorted(pattern.names))}
    pieces, named = [], set[str]()
    for part in pattern.parts:
        if isinstance(part, Fixed):
            pieces.append(re.escape(part.text))
        else:
            pieces.append(
                f"(?P={groups[part.name]})" if part.name in named else f"(?P<{groups[part.name]}>.+?)"
            )
            named.add(part.name)
    searched = re.fullmatch("".join(pieces), text, re.DOTALL)
    assert pattern.match(text) == (searched and {name: searched[groups[name]] for name in groups})


def test_a_text_that_nearly_fits_takes_no_time() -> None:
    start = time.process_time()
    for source in (
        "的".join(f"{{{{ 名{number} }}}}" for number in range(12)),
        "{{ 甲 }}的{{ 乙 }}的{{ 丙 }}的{{ 甲 }}好{{ 乙 }}",
    ):
        assert Pattern.parse(f"{source}末").match("的" * 2000 + "好末了") is None
    assert time.process_time() - start < 1
