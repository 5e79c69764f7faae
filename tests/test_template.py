"""Templates: what they print, which of it is the user's, and that nothing else is let in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from draftkit.evaluate import LONGEST_OUTPUT, Quoted
from draftkit.fact.reading import FILTERS
from draftkit.template import BadTemplate, Template

WORDS = frozenset(filter(None, FILTERS))
GIVEN: dict[str, str | tuple[str, ...]] = {
    "做": "召开专题会议",
    "次数": "",
    "办法": ("发函协助", "现场座谈"),
    "无": (),
    "码": "{{ 做 }}{% x %}{# #}",
    "items": "条目",
}
RENDERED = [
    ("先后{{ 做 }}。", "先后〔做〕。"),
    ("{% if 次数 %}先后{{ 次数 }}{% else %}多次{% endif %}{{ 做 }}", "多次〔做〕"),
    ("{% if not 次数 and 办法 or 做 %}甲{% endif %}", "甲"),
    ("{% if 无 %}甲{% elif 办法 %}乙{% endif %}", "乙"),
    ("{% if 做 == '召开专题会议' %}甲{% endif %}{% if '专题' in 做 %}乙{% endif %}", "甲乙"),
    ("{% if '现场座谈' in 办法 %}甲{% endif %}", "甲"),
    ("{{ 办法 }}", "〔办法〕"),
    ("{{ 办法 | 列举 }}", "〔办法|列举〕"),
    ("{{ 做 | 变化 }}{{ 做 | 约 | 截至 }}", "〔做|变化〕〔做|约|截至〕"),
    ("{% for 种 in 办法 %}以{{ 种 }}，{% endfor %}", "以〔办法0〕，以〔办法1〕，"),
    ("{% for 种 in 办法 if 种 != '发函协助' %}{{ 种 | 约 }}{% endfor %}", "〔办法1|约〕"),
    ("{% for 种 in 无 %}{{ 种 }}{% else %}没有{% endfor %}", "没有"),
    ("{% for 种 in 做 %}以{{ 种 }}，{% endfor %}", "以〔做〕，"),
    ("{% for 种 in 次数 %}以{{ 种 }}，{% endfor %}", ""),
    ("{% for 种 in 办法 %}{% for 字 in 种 %}{{ 字 }}、{% endfor %}{% endfor %}", "〔办法0〕、〔办法1〕、"),
    ("{{ 次数 }}{{ 无 }}", "〔次数〕"),
    ("{{ 码 }}", "〔码〕"),
    ("{{ items }}", "〔items〕"),
    ("{{ '{{' }}{# 说明 #}甲\n乙\n", "{{甲\n乙\n"),
    ("{% raw %}{{ 做 }}{% endraw %}", "{{ 做 }}"),
    ("", ""),
]
REFUSED = [
    *("{{ 做() }}", "{{ 做.甲 }}", "{{ 做['甲'] }}", "{{ 做[0] }}", "{{ 做[:3] }}", "{{ 1 + 1 }}", "{{ -1 }}"),
    *("{{ 10 ** 10 ** 8 }}", "{{ '甲' * 1500000000 }}", "{{ '%1500000000d' % 1 }}", "{{ 做 ~ 做 }}", "{{ 1 }}"),
    *(
        "{{ [做] }}",
        "{{ {'甲': 做} }}",
        "{{ (做, 做) }}",
        "{{ 做 if 做 }}",
        "{{ true }}",
        "{% if 做 > 3 %}{% endif %}",
    ),
    *("{{ self }}", "{{ loop }}", "{{ _ }}", "{{ __class__ }}", "{{ Ａ }}", "{{ ﬁ }}", "{{ none }}"),
    *(
        "{{ 做 | upper }}",
        "{{ 做 | attr('__class__') }}",
        "{{ 做 | map }}",
        "{{ 做 | 约(3) }}",
        "{{ 做 | 约(*做) }}",
    ),
    *(
        "{{ 做 | 约(**做) }}",
        "{{ 做 is defined }}",
        "{{ range(9) }}",
        "{{ cycler.__init__ }}",
        "{{ lipsum() }}",
    ),
    *(
        "{% set 甲 = 做 %}",
        "{% include '甲' %}",
        "{% import '甲' as 甲 %}",
        "{% extends '甲' %}",
        "{% do 做 %}",
    ),
    *("{% macro 甲() %}{% endmacro %}", "{% block 甲 %}{% endblock %}", "{% with %}{% endwith %}"),
    *(
        "{% call 做() %}{% endcall %}",
        "{% filter 约 %}甲{% endfilter %}",
        "{% autoescape true %}{% endautoescape %}",
    ),
    *(
        "{% for 甲 in [1] %}{% endfor %}",
        "{% for 甲 in '乙' %}{% endfor %}",
        "{% for 甲, 乙 in 做 %}{% endfor %}",
    ),
    *("{% for 甲 in 做 recursive %}{% endfor %}", "{% for 甲 in 办法 %}{{ loop.index }}{% endfor %}"),
    "{% for 甲 in 做 %}" * 3 + "{% endfor %}" * 3,
    *("{% if 做 %}", "{{ 做", "{% 如果 %}", "{# 说明", "{{ 做 做 }}", "{% endfor %}", "{{ }}", "{{ 做 }}}}{{"),
    *("{% if 做 %}" * 60 + "{% endif %}" * 60, "{{ " + "(" * 1900 + "做" + ")" * 1900 + " }}"),
    *("{% if 做" + " and 做" * 600 + " %}{% endif %}", "甲" * 4001),
]

PIECES = (
    *(
        "{{",
        "}}",
        "{%",
        "%}",
        " if ",
        " for ",
        " in ",
        "做",
        "办法",
        "endif",
        "endfor",
        "else",
        "|",
        "约",
        "(",
        ")",
    ),
    *("[", "]", ".", "'", "==", "not ", "and ", "1", "{#", "#}", "\n", "甲", "-", "loop", "~", "autoescape "),
)


def shown(source: str, values: dict[str, str | tuple[str, ...]]) -> str:
    """Return what a template prints, each value that it quotes as 〔name, member, filters〕."""
    pieces = Template.parse(source, WORDS).render(values)
    return "".join(piece if isinstance(piece, str) else mark(piece) for piece in pieces)


def mark(quoted: Quoted) -> str:
    """Return a mark that can be read."""
    member = "" if quoted.member is None else str(quoted.member)
    return f"〔{'|'.join((quoted.name + member, *quoted.filters))}〕"


@pytest.mark.parametrize(("source", "text"), RENDERED)
def test_rendered(source: str, text: str) -> None:
    assert shown(source, GIVEN) == text


@pytest.mark.parametrize("source", REFUSED, ids=lambda source: source[:30])
def test_refused_before_anything_is_run(source: str) -> None:
    with pytest.raises(BadTemplate) as caught:
        Template.parse(source, WORDS)
    assert caught.value.message and caught.value.advice
    assert caught.value.line == 1


def test_the_line_of_a_slip_is_told() -> None:
    with pytest.raises(BadTemplate) as caught:
        Template.parse("{% if 做 %}\n{{ 做 }}\n{{ 做() }}{% endif %}", WORDS)
    assert caught.value.line == 3


DEEP = (
    "{{ " + "(" * 1900 + "做" + ")" * 1900 + " }}",
    "{{ " + "(" * 3900,
    "{{ " + "[" * 3900 + " }}",
    "{{ " + "{1:" * 1300 + " }}",
    "{{ " + "-" * 3900 + "1 }}",
    "{{ " + "not " * 900 + "做 }}",
    "{{ " + "做 if 做 else " * 300 + "做 }}",
    "{% if 做 %}" * 390,
    "{% for 甲 in 做 %}" * 250,
    "{%- block 甲 %}" * 250,
    "{% if 做 %}{{ 做 }}" * 200,
)


@pytest.mark.parametrize("source", DEEP, ids=lambda source: source[:12])
def test_what_is_deep_is_refused_before_the_stack_of_python_ends(source: str) -> None:
    with pytest.raises(BadTemplate, match="too deep") as caught:
        Template.parse(source, WORDS)
    assert caught.value.__cause__ is None


def test_blocks_and_signs_beside_one_another_are_not_deep() -> None:
    many = "{% if 做 %}{{ 做 }}{% elif not (办法) %}（{% else %}，{% endif %}" * 60
    assert Template.parse(many, WORDS).names == {"做", "办法"}


def test_output_is_bounded() -> None:
    loops = "{% for 甲 in 办法 %}{% for 乙 in 办法 %}再改造一批楼院。{% endfor %}{% endfor %}"
    with pytest.raises(BadTemplate, match=str(LONGEST_OUTPUT)):
        list(Template.parse(loops, WORDS).render({"办法": ("甲",) * 1000}))


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_a_template_is_refused_or_prints(source: str) -> None:
    try:
        template = Template.parse(source, WORDS)
        pieces = list(template.render(dict.fromkeys(template.names, ("一批", "一点"))))
    except BadTemplate as error:
        assert error.message and error.advice
        assert 1 <= error.line <= source.count("\n") + 1
    else:
        assert {piece.name for piece in pieces if isinstance(piece, Quoted)} <= template.names
