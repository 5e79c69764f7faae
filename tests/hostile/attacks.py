"""Templates that would run something, read a file or take the machine's time; each is refused as it is read."""

from typing import NamedTuple


class Attack(NamedTuple):
    """A template by the number of its case, what it tries, and what must be said of it."""

    number: str
    what: str
    template: str
    said: str


def _not_allowed(number: str, what: str, template: str, sign: str) -> Attack:
    return Attack(number, what, template, f"“{sign}” is not allowed in a template")


def _unreadable(number: str, what: str, template: str) -> Attack:
    return Attack(number, what, template, "the template cannot be read")


def _in_brackets(number: str, what: str, template: str, name: str) -> Attack:
    return Attack(number, what, template, f"“{name}” takes nothing in brackets")


_DEEP = "the template is nested too deep"
_LOOP = "a loop runs over a slot and nothing else"

ATTACKS = (
    _not_allowed("T1", "globals of cycler", "{{ cycler.__init__.__globals__.os.popen('id').read() }}", "( )"),
    _not_allowed("T1b", "globals of joiner", "{{ joiner.__init__.__globals__ }}", "."),
    _not_allowed("T1c", "globals of namespace", "{{ namespace.__init__.__globals__ }}", "."),
    _not_allowed("T1d", "what web frameworks lend", "{{ request.application.__globals__ }}", "."),
    _not_allowed("T1e", "an import by its name", "{{ __import__('os').system('id') }}", "( )"),
    _not_allowed("T2", "globals of lipsum", "{{ lipsum.__globals__['os'].popen('id').read() }}", "( )"),
    _not_allowed("T3", "classes behind a text", "{{ ''.__class__.__mro__[1].__subclasses__() }}", "( )"),
    _in_brackets("T4", "attr", "{{ 做 | attr('__class__') }}", "attr"),
    _in_brackets("T4b", "attr, by escapes", r"{{ 做 | attr('\x5f\x5fclass\x5f\x5f') }}", "attr"),
    _in_brackets("T5", "map by an attribute", "{{ 做 | map(attribute='__class__') }}", "map"),
    _in_brackets("T5b", "map by a filter", "{{ 做 | map('attr', '__class__') }}", "map"),
    _in_brackets("T5c", "select by a test", "{{ 做 | selectattr('__class__', 'defined') }}", "selectattr"),
    _in_brackets("T5d", "sort by an attribute", "{{ 做 | sort(attribute='__class__') }}", "sort"),
    _not_allowed("T6", "format by attr (CVE-2025-27516)", "{{ ('{0.__class__}' | attr('format'))(1) }}", "( )"),
    _in_brackets("T7", "format stored (CVE-2024-56326)", "{{ 做 | map('{0.__class__}'.format) }}", "map"),
    _not_allowed("T8", "format_map (CVE-2019-10906)", "{{ '{a.__class__}'.format_map(dict(a=1)) }}", "( )"),
    Attack("T8b", "xmlattr (CVE-2024-22195)", "{{ 做 | xmlattr }}", "there is no filter “xmlattr”"),
    _not_allowed("T9", "an item by its name", "{{ 做['__class__'] }}", "[ ]"),
    _not_allowed("T9b", "a slice", "{{ 做[::2] }}", "[ ]"),
    Attack("T10", "self", "{{ self }}", "“self” is no slot's name"),
    _not_allowed("T10b", "what is behind self", "{{ self._TemplateReference__context }}", "."),
    Attack("T10c", "a name that begins with _", "{{ _ }}", "“_” is no slot's name"),
    _not_allowed("T11", "range", "{{ range(3) }}", "( )"),
    _not_allowed("T11b", "dict", "{{ dict(a=1) }}", "( )"),
    Attack("T12", "range in range", "{% for x in range(99999) %}{% endfor %}", _LOOP),
    _not_allowed("T13", "a text times a number", "{{ 'A' * 1500000000 }}", "*"),
    _not_allowed("T13b", "an innocent product", "{{ 7*7 }}", "*"),
    _not_allowed("T14", "a power", "{{ 10 ** (10 ** 8) }}", "**"),
    _not_allowed("T15", "a width by format", "{{ '{:>1500000000}'.format(1) }}", "( )"),
    _in_brackets("T16", "a width by center", "{{ 做 | center(1500000000) }}", "center"),
    _in_brackets("T16b", "a width by indent", "{{ 做 | indent(1500000000) }}", "indent"),
    _in_brackets("T16c", "a width by batch", "{{ 做 | batch(1500000000, '甲') }}", "batch"),
    _in_brackets("T16d", "a width by slice", "{{ 做 | slice(1500000000) }}", "slice"),
    _not_allowed("T17", "a width by %", "{{ '%1500000000d' % 1 }}", "%"),
    _not_allowed(
        "T18", "doubling by namespace", "{% set n = namespace(a='甲') %}{% set n.a = n.a ~ n.a %}", "set"
    ),
    _not_allowed(
        "T19", "a macro that calls itself", "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "macro"
    ),
    _not_allowed("T19b", "… twice", "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}", "macro"),
    _not_allowed("T19c", "a call with a body", "{% call 做() %}甲{% endcall %}", "call"),
    Attack("T20", "a loop that calls itself", "{% for x in 做 recursive %}{{ loop(x) }}{% endfor %}", _LOOP),
    Attack("T21", "1,900 brackets", "{{ " + "(" * 1900 + "做" + ")" * 1900 + " }}", _DEEP),
    Attack("T21b", "150 conditions in each other", "{% if 做 %}" * 150 + "{% endif %}" * 150, _DEEP),
    Attack("T21c", "1,000 times not", "{% if " + "not " * 900 + "做 %}甲{% endif %}", _DEEP),
    Attack("T22", "21 loops", "{% for x in 做 %}" * 21 + "{% endfor %}" * 21, "loops may be nested 2 deep"),
    _not_allowed("T23", "a sum of 1,990 terms", "{{ 做" + "+1" * 1990 + " }}", "+"),
    _not_allowed("T23b", "1,990 texts joined", "{{ 做" + "~做" * 1990 + " }}", "~"),
    Attack("T24", "20,000 slots", "{{ 做 }}" * 20_000, "a template has 4000 characters at most"),
    _not_allowed("T25", "include", "{% include '/etc/passwd' %}", "include"),
    _not_allowed("T25b", "import", "{% import '/etc/passwd' as x %}", "import"),
    _not_allowed("T25c", "from … import", "{% from '/etc/passwd' import x %}", "from"),
    _not_allowed("T25d", "extends", "{% extends '/etc/passwd' %}", "extends"),
    _not_allowed("T25e", "block and super", "{% block x %}{{ super() }}{% endblock %}", "block"),
    _not_allowed("T27b", "the counter of a loop", "{% for x in 做 %}{{ loop.index }}{% endfor %}", "."),
    Attack("T32", "a full-width digit in a name", "{{ 做２ }}", "“做２” is no slot's name"),
    _unreadable("T32b", "quotes of text around a name", "{{ “名” }}"),
    _not_allowed("T32c", "a stroke in a name", "{{ 街道-名 }}", "-"),
    _unreadable("T32d", "a space that nobody sees in a name", "{{ 街\u200b道 }}"),
    _unreadable("T32e", "full-width braces within", "{{ ｛做｝ }}"),
    _unreadable("T32f", "a character by its escape", r"{{ \u505a }}"),
    _unreadable("T35", "braces never closed", "{{ 做"),
    _unreadable("T35b", "a tag never closed", "{% if 做"),
    _unreadable("T35c", "a comment never closed", "{# 做"),
    _unreadable("T35d", "a condition never ended", "{% if 做 %}甲"),
    _not_allowed("T36", "set", "{% set x = 做 %}{{ x }}", "set"),
    _not_allowed("T36b", "a filter over a body", "{% filter upper %}甲{% endfilter %}", "filter"),
    _not_allowed("T36c", "autoescape", "{% autoescape false %}甲{% endautoescape %}", "autoescape"),
    _not_allowed("T36d", "with", "{% with x = 做 %}{{ x }}{% endwith %}", "with"),
    _unreadable("T36e", "do", "{% do 做.append(1) %}"),
    _unreadable("T36f", "trans", "{% trans %}甲{% endtrans %}"),
    _unreadable("T36g", "debug", "{% debug %}"),
    _unreadable("T36h", "break", "{% for x in 做 %}{% break %}{% endfor %}"),
    _not_allowed("T37", "a test", "{% if 做 is defined %}甲{% endif %}", "is"),
    _not_allowed("T37b", "a choice within braces", "{{ 做 if 做 else '甲' }}", "if"),
    Attack("T37c", "an order", "{% if 做 > 3 %}甲{% endif %}", "“gt” is not allowed in a template"),
    Attack(
        "T37d", "a condition printed", "{{ 做 and 做 }}", "only a slot, or a text in quotes, can be printed"
    ),
    Attack(
        "T37e",
        "compared with a comparison",
        "{% if '甲' in (做 == '乙') %}甲{% endif %}",
        "a comparison is between",
    ),
    Attack("T37f", "a filter on a text", "{{ '甲' | 约 }}", "a filter stands behind a slot"),
    _unreadable("T37g", "a walrus", "{{ (x := 做) }}"),
    _unreadable("T37h", "a lambda", "{{ (lambda: 1)() }}"),
    _not_allowed("T38", "a list", "{{ [做] }}", "[ ]"),
    _not_allowed("T38b", "a dict", "{{ {'甲': 做} }}", "{ }"),
    _not_allowed("T38c", "a tuple", "{{ (做, 做) }}", "( )"),
    _in_brackets("T38d", "arguments by **", "{{ 做 | 约(**做) }}", "约"),
    Attack("T38e", "a number", "{{ 49 }}", "“49” must stand in quotes"),
    Attack("T38f", "true", "{{ true }}", "“True” must stand in quotes"),
    Attack("T38g", "two names at once", "{% for a, b in 做 %}{% endfor %}", "a loop has one name"),
    Attack("T38h", "a loop over a text", "{% for a in '甲乙' %}{% endfor %}", _LOOP),
    Attack("T38i", "a filter of Jinja", "{{ 做 | tojson | safe }}", "there is no filter “safe”"),
)
