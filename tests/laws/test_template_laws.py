"""A template means here what it means in Jinja2."""

from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from draftkit.template import Template

TEXTS = ("甲", "乙", "")
texts = st.sampled_from(TEXTS)
names = st.sampled_from(["做", "谁"])
atoms = st.one_of(
    names,
    st.just("办法"),
    st.builds("{} == '{}'".format, names, texts),
    st.builds("{} != {}".format, names, names),
    st.builds("'{}' in {}".format, texts, names),
    st.builds("{} not in 办法".format, names),
)
conditions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.builds("not {}".format, inner),
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
    ),
    max_leaves=4,
)
leaves = st.sampled_from(["改造", "，", "{{ 做 }}", "{{ 谁 }}", "{{ '{{' }}", "\n"])
bodies = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds("{}{}".format, inner, inner),
        st.builds("{{% if {} %}}{}{{% endif %}}".format, conditions, inner),
        st.builds(
            "{{% if {} %}}{}{{% elif {} %}}{}{{% else %}}{}{{% endif %}}".format,
            conditions,
            inner,
            conditions,
            inner,
            inner,
        ),
        st.builds("{{% for 种 in 办法 %}}{{{{ 种 }}}}{}{{% else %}}{}{{% endfor %}}".format, leaves, inner),
        st.builds("{{% for 种 in 办法 if 种 != '{}' %}}{}{{{{ 种 }}}}{{% endfor %}}".format, texts, leaves),
    ),
    max_leaves=8,
)
sources = bodies.filter(lambda source: source.count("{% for") <= 2)
values = st.fixed_dictionaries({"做": texts, "谁": texts, "办法": st.lists(texts, max_size=3).map(tuple)})


def shown(source: str, given_values: dict[str, str | tuple[str, ...]]) -> str:
    found = ""
    for piece in Template.parse(source, frozenset()).render(given_values):
        value = piece if isinstance(piece, str) else given_values[piece.name]
        if not isinstance(piece, str) and piece.member is not None:
            value = value[piece.member]
        found += str(value)
    return found


@settings(max_examples=300)
@given(sources, values)
def test_it_prints_what_jinja_prints(source: str, given_values: dict[str, str | tuple[str, ...]]) -> None:
    expected = (
        Environment(keep_trailing_newline=True, trim_blocks=True).from_string(source).render(given_values)
    )
    assert shown(source, given_values) == expected


@given(sources)
def test_a_quick_look_finds_the_names_that_reading_finds(source: str) -> None:
    assert Template.scan(source, frozenset()).names == Template.parse(source, frozenset()).names
