"""YAML: facts and frames, what is kept as typed and what is refused.

YAML turns much that clerks type into something else; here every text stays the text.
"""

from case import Case
from frame_files import FACTS, library, opening

TYPED = (
    ("Y36", "zeros before a number", ("010", "0571")),
    ("Y37", "times of the day", ("10:30", "9:30", "09:30", "1:30:00")),
    ("Y38", "words that mean yes and no elsewhere", ("NO", "on", "yes", "Y", "n", "True", "off")),
    (
        "Y39",
        "dates, good and bad, where no date is wanted",
        ("2026-11-23", "2026-1-5", "2026-02-30", "2026-13-01"),
    ),
    ("Y40", "words for nothing", ("~", "null", "None")),
    (
        "Y41",
        "decimals and what looks like them",
        ("12.50", "1.10", "1_000", "1e3", ".inf", ".nan", "0x1F", "0o17"),
    ),
    ("Y42", "numbers of people and telephones", ("330219199001011234", "13800138000", "+86", "5" * 30)),
    ("Y59", "signs", ("=", "<<", "a=b", "-甲", "…", "\\n", "$(id)", "^")),
)
NAMES = "甲乙丙丁戊己庚辛"
DRAFT = "compose facts.yaml -o draft.txt --no-review --frames frames"


def _typed(values: tuple[str, ...]) -> dict[str, str | bytes]:
    """Return facts with a slot for each value, and a frame that puts them one after the other."""
    names = NAMES[: len(values)]
    pattern = "；".join(f"{{{{ {name} }}}}" for name in names)
    given = "".join(f"{name}: {value}\n" for name, value in zip(names, values, strict=True))
    slots = "{" + ", ".join(f"{name}: 填什么" for name in names) + "}"
    return library({"frames/formula/试.yaml": opening(f"记：{pattern}。", slots), "facts.yaml": FACTS + given})


def _kept(number: str, what: str, facts: str | bytes, shows: str) -> Case:
    whole = FACTS + facts if isinstance(facts, str) else facts
    return Case(number, what, DRAFT, library({"facts.yaml": whole}), 0, shows=(shows,), writes=("draft.txt",))


def _refused(number: str, what: str, facts: str | bytes, *says: str) -> Case:
    whole = FACTS.encode() + (facts.encode() if isinstance(facts, str) else facts)
    return Case(
        number, what, DRAFT, library({"facts.yaml": whole}), says=tuple(f"facts.yaml:{one}" for one in says)
    )


def _whole(number: str, what: str, facts: str, says: str) -> Case:
    return Case(number, what, DRAFT, library({"facts.yaml": facts}), says=(f"facts.yaml:{says}",))


def _in_a_frame(number: str, what: str, more: str, says: str) -> Case:
    files = {"frames/formula/试.yaml": opening("甲") + more}
    return Case(number, what, "frames check --frames frames", files, 1, (f"frames/formula/试.yaml:{says}",))


SAID = FACTS + "opening: 我们说\n"
TYPES = (
    "!!python/object/apply:os.system ['id']",
    "!!binary aGVsbG8=",
    "!!set {a}",
    "!!int ''",
    "!!timestamp x",
    "!a 乙",
    "!",
)

CASES = (
    *(
        Case(
            number, what, DRAFT, _typed(values), 0, shows=(f"记：{'；'.join(values)}。",), writes=("draft.txt",)
        )
        for number, what, values in TYPED
    ),
    _kept(
        "Y36b",
        "… of a figure",
        "figures: {数: 010, 数二: {value: '0571', unit: 个}}\nopening: '{{ 数 }}，{{ 数二 }}'\n",
        "010，0571个",
    ),
    _refused("Y37b", "… for a figure", "figures: {数: {value: 09:30}}\n", "5:22: “09:30” is no number"),
    _refused("Y38b", "… for a figure", "figures: {数: NO}\n", "5:14: “NO” is no number"),
    _kept("Y39b", "a date of one digit", "date: 2026-1-5\nopening: '{{ 日期 }}'\n", "2026年1月5日"),
    _refused("Y39c", "a day that is not", "date: 2026-02-30\n", "5:7: “2026-02-30” is no date"),
    _refused("Y39d", "a month that is not", "date: 2026-13-01\n", "5:7: “2026-13-01” is no date"),
    _refused(
        "Y39e", "minutes that are none", "minutes: 1e1\n", "5:10: minutes must be a whole number from 1 to 240"
    ),
    _kept("Y40b", "nothing: a gap that is told", "做:\n", "开头【待补：做什么】"),
    _kept(
        "Y41b",
        "… of a figure",
        "figures: {数: 12.50, 数二: 1.10万}\nopening: '{{ 数 }}，{{ 数二 }}'\n",
        "12.50，1.10万",
    ),
    _kept(
        "Y42b",
        "… of a figure",
        "figures: {数: 330219199001011234}\nopening: '{{ 数 }}'\n",
        "330219199001011234",
    ),
    _refused(
        "Y42c", "5,000 digits for a figure", f"figures: {{数: {{value: {'5' * 5000}}}}}\n", "5:22: “55555"
    ),
    _refused(
        "Y42d",
        "a number as large as a house",
        "figures: {数: {value: 1e999999999}}\n",
        "5:22: “1e999999999” is no number",
    ),
    _refused("Y43", "a key twice", "做: 甲\n做: 乙\n", "6:1: “做” stands twice (first in line 5)"),
    _refused("Y43b", "a key in both languages", "单位: 甲\n", "5:1: “单位” and “unit” are the same key"),
    _refused("Y43c", "a key with quotes and without", "figures: {数: 1, '数': 2}\n", "5:17: “数” stands twice"),
    _refused(
        "Y44", "text behind a #", "做: 我们 # 1号工程\n", "5:7: “#” begins a comment here and cuts the text off"
    ),
    _kept("Y44b", "a # within words", "做: 我们#1号工程\n", "开头我们#1号工程"),
    _refused("Y45", "a full-width colon", "做：甲\n", "5:2: full-width colon “：” after “做”"),
    _refused("Y46", "a slot without quotes", "opening: {{ 做 }}\n", "5:10: “{{…}}” must be put in quotes here"),
    _refused("Y46b", "a tag without quotes", "opening: {% if 做 %}\n", "5:1"),
    _refused("Y46c", "a mapping for a key", "{甲: 乙}: 丙\n", "5:1: a key is a word"),
    _refused("Y47", "a tab", "sections:\n\t- 抓手: 甲\n", "6:1: a tab at the line's start"),
    _kept("Y48", "lines folded by >", "opening: >\n  第一行\n  第二行\n", "第一行第二行。"),
    _kept("Y48b", "lines in double quotes", 'opening: "第一行\n  第二行"\n', "第一行第二行。"),
    _kept("Y48c", "lines without quotes", "opening: 第一行\n  第二行\n", "第一行第二行。"),
    _kept("Y48d", "Latin words keep their space", "opening: 用 app\n  来办\n", "用 app 来办。"),
    _refused(
        "Y51",
        "a list within itself",
        "做: &a [*a]\n",
        "5:4: “&” names a place",
        "5:8: “*” refers to another place",
    ),
    *(
        _refused(f"Y53{letter}", f"a type: {typed}", f"做: {typed}\n", "5:4: “!” gives a type")
        for letter, typed in zip(("", *"bcdefg"), TYPES, strict=True)
    ),
    _refused("Y54", "a second document", "---\nunit: 甲\n", "5:1: a second document begins here"),
    _kept("Y55", "GBK", SAID.encode("gbk"), "我们说。"),
    _kept("Y55b", "UTF-16 with its mark", SAID.encode("utf-16"), "我们说。"),
    _kept("Y55c", "UTF-8 with its mark", SAID.encode("utf-8-sig"), "我们说。"),
    _refused("Y55d", "bytes of no encoding", b"\xff\xfe\xfa", "1:1: byte 92 is no text in UTF-8 or GB18030"),
    _kept("Y56", "marks that nobody sees", "opening: '甲\ufeff乙\u200b丙'\n", "甲\ufeff乙\u200b丙。"),
    _refused("Y56b", "… in a key", "做\u200b: 甲\n", "5:1: unknown key"),
    _refused(
        "Y57", "a NUL by its escape", 'opening: "\\x00"\n', "5:11: character U+0000 cannot stand in a document"
    ),
    _refused("Y57b", "half a character by its escape", 'opening: "\\ud800"\n', "5:13: "),
    _refused("Y57c", "what steers a terminal, by its escape", 'opening: "\\e[31m"\n', "5:11: character U+001B"),
    _refused("Y57d", "a NUL", "opening: 甲\0乙\n", "5:11: character U+0000 cannot stand in a document"),
    _whole("Y58", "nothing", "", "1:1: the file is empty"),
    _whole("Y58b", "only a comment", "# 甲\n", "1:1: the file is empty"),
    _whole("Y58c", "a list", "- 甲\n", "1:1: the facts must be keys with values"),
    _whole("Y58d", "a word", "甲\n", "1:1: the facts must be keys with values"),
    *(
        _refused(f"Y59{letter}", f"a text that begins with {sign}", f"做: {sign}甲\n", f"5:4: “{sign}” ")
        for letter, sign in zip("bcdef", "*@%`&", strict=True)
    ),
    _in_a_frame("Y43d", "a key twice in a frame", "role: opening\n", "7:1: “role” stands twice"),
    _in_a_frame("Y45b", "a full-width colon in a frame", "use：甲\n", "7:4: full-width colon"),
    _in_a_frame("Y47b", "a tab in a frame", "\tuse: 甲\n", "7:1: a tab at the line's start"),
    _in_a_frame("Y51b", "a name for a place in a frame", "use: &a 乙\n", "7:6: “&” names a place"),
    _in_a_frame("Y53h", "a type in a frame", "use: !!python/name:os.system\n", "7:6: “!” gives a type"),
    _in_a_frame("Y54b", "a second document in a frame", "---\n", "7:1: a second document begins here"),
    _in_a_frame("Y57e", "an escape in a frame", 'use: "\\x00"\n', "7:7: character U+0000"),
)
