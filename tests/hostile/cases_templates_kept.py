"""Braces in facts, in past speeches and in other places of a frame: refused, or kept to the letter."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from case import Case
from frame_files import FACTS, formula, library, opening

NAMES = ("items", "title", "count", "self", "loop", "keys", "values")
CHECK = "frames check --frames frames"
DRAFT = "compose facts.yaml -o draft.txt --no-review --frames frames"
SPEECH = """\
在全区社区工作推进会上的交流发言
近年来，我们坚持{{ 7*7 }}的办法，{% if x %}甲{% endif %}一件事一件事抓。主要做法有三条。
一、在“问{{ x }}需”上下功夫，把{# 居民 #}的事议在前头
召开院落议事会，听取居民的意见{{"b"}}，请{{ cycler }}到场。
二、在“施{{ y }}工”上下功夫，把{# 工地 #}的账亮在院里
公开改造账目{%，#}。
三、在“管{{ z }}护”上下功夫，把{# 改后 #}的家管到长远
建立维修机制}}{{。
下一步，我们将按照{{ self }}部署，抓好落实。
"""
PARTS = (
    "{{ 7*7 }}",
    "{% if x %}甲{% endif %}",
    "问{{ x }}需",
    "{# 居民 #}",
    '{{"b"}}',
    "{{ cycler }}",
    "{%，#}",
    "}}{{。",
)


def _extracted(folder: Path) -> None:
    (folder / "speech.txt").write_text(SPEECH, "utf-8")
    command = [
        sys.executable,
        "-m",
        "draftkit",
        "extract",
        "speech.txt",
        "-o",
        "facts.yaml",
        "--frames-out",
        "own",
    ]
    subprocess.run(command, cwd=folder, capture_output=True, check=True)


def _braces(where: str, facts: str, place: str) -> tuple[str, str, str]:
    return where, FACTS + facts, place


BODIES = (
    _braces("in a slot", "做: '{{ 7*7 }}'\n", "5:5: “{{ 7*7 }}” is no slot"),
    _braces(
        "in an opening", "opening: '甲{{ cycler.__init__ }}'\n", "5:12: “{{ cycler.__init__ }}” is no slot"
    ),
    _braces("in a body", "sections:\n  - body: '甲{% if x %}'\n", "6:13: “{%” cannot stand in a pattern"),
    _braces(
        "in a point",
        "sections:\n  - points:\n      - body: '{# 甲 #}'\n",
        "7:16: “{#” cannot stand in a pattern",
    ),
    _braces("in what is next", "next: ['甲', '{{ 做 | attr(1) }}']\n", "5:14: “{{ 做 | attr(1) }}” is no slot"),
    _braces("in a title", "title: ['{{ self }}', 乙]\n", "5:10: “{{ self }}” is no slot"),
    _braces("in a note without a place", "loose: ['甲{{']\n", "5:11: “{{” is opened and never closed"),
    _braces(
        "that ask for nobody's filter",
        "opening: '{{ 做 | upper }}'\n做: 甲\n",
        "5:11: “{{ 做 | upper }}”: filters are for figures",
    ),
    _braces("that name nothing", "opening: '{{ lipsum }}'\n", "5:11: there is no figure and no fact “lipsum”"),
    _braces(
        "that quote themselves",
        "opening: '{{ 做 }}'\n做: '{{ 做 }}'\n",
        "“做” is quoted too deep, or quotes itself",
    ),
)
PATTERNS = (
    ("a call", "{{ 做() }}", "6:6: “{{ 做() }}” is no slot"),
    ("an attribute", "甲{{ 做.乙 }}", "6:7: “{{ 做.乙 }}” is no slot"),
    ("a tag", "甲{% if 做 %}", "6:7: “{%” cannot stand in a pattern"),
    ("a comment", "甲{# 做 #}", "6:7: “{#” cannot stand in a pattern"),
    ("self", "{{ self }}", "6:6: “{{ self }}” is no slot"),
    ("an own filter", "甲{{ 做 | upper }}", "there is no filter “upper”"),
    ("never closed", "甲{{ 做", "6:7: “{{” is opened and never closed"),
    ("two side by side", "{{ 做 }}{{ 做 }}", "two slots stand side by side"),
)


_CASES = (
    *(
        Case(
            f"T30{letter}",
            f"braces {what} of a facts file",
            DRAFT,
            library({"facts.yaml": facts}),
            says=(place,),
        )
        for letter, (what, facts, place) in zip("bcdefghijk", BODIES, strict=True)
    ),
    *(
        Case(
            f"T25{letter}",
            f"a pattern with {what}",
            CHECK,
            {"frames/formula/试.yaml": opening(pattern)},
            1,
            (f"frames/formula/试.yaml:{said}" if said[0] == "6" else said,),
        )
        for letter, (what, pattern, said) in zip("fghijklm", PATTERNS, strict=True)
    ),
    Case(
        "T27",
        "facts and slots named as methods are",
        DRAFT,
        library(
            {
                "frames/formula/试.yaml": opening(
                    "，".join(f"{{{{ {n}_ }}}}" for n in NAMES),
                    "{" + ": 甲, ".join(f"{n}_" for n in NAMES) + ": 甲}",
                ),
                "facts.yaml": FACTS
                + "figures: {items: 1个, count: 2个, values: 3个}\n"
                + "opening: '{{ items }}{{ count }}{{ values }}'\n",
            }
        ),
        exit=0,
        shows=("1个2个3个。",),
        hides=("built-in", "method"),
        writes=("draft.txt",),
    ),
    Case(
        "T28",
        "missing, '' and []: all three are told",
        DRAFT,
        library(
            {
                "frames/formula/试.yaml": opening(
                    "甲{{ 一 }}，乙{{ 二 }}，丙{{ 三 }}", "{一: 一, 二: 二, 三: 三}"
                ),
                "facts.yaml": FACTS + "二: ''\n三: []\n",
            }
        ),
        exit=0,
        says=("still to come: 一", "still to come: 二", "still to come: 三"),
        shows=("甲【待补：一】，乙【待补：二】，丙【待补：三】",),
        writes=("draft.txt",),
    ),
    Case(
        "T28b",
        "a mapping for a text",
        DRAFT,
        library({"facts.yaml": FACTS + "做: {甲: 乙}\n"}),
        says=("5:4: “做” must be text",),
    ),
    Case(
        "T29",
        "numbers with a point",
        DRAFT,
        library({"facts.yaml": FACTS + "做: 0.30000000000000004、12.0、1e16、1.0E+2\n"}),
        exit=0,
        shows=("0.30000000000000004、12.0、1e16、1.0E+2",),
        writes=("draft.txt",),
    ),
    Case(
        "T30",
        "braces meant as text, quoted by another text",
        DRAFT,
        library(
            {
                "facts.yaml": FACTS
                + "做: \"{{ '{{' }} 7*7 }}{{ '{%' }} if %}{{ '{#' }} 甲 #}\"\nopening: '说{{ 做 }}'\n"
            }
        ),
        exit=0,
        shows=("说{{ 7*7 }}{% if %}{# 甲 #}",),
        writes=("draft.txt",),
    ),
    Case(
        "T30l",
        "braces in what figures are called, counted and joined",
        DRAFT,
        library(
            {
                "facts.yaml": FACTS
                + "figures: {数: {value: 3, unit: '{{ 7*7 }}'}, 项: {items: ['{{ 甲 }}', '{% 乙 %}']}}\n"
                + "opening: '{{ 数 }}，{{ 项 }}'\n"
            }
        ),
        exit=0,
        shows=("3{{ 7*7 }}，{{ 甲 }}、{% 乙 %}",),
        writes=("draft.txt",),
    ),
    Case(
        "T31",
        "a past speech full of braces, turned into a facts file",
        "extract speech.txt -o facts.yaml --frames-out own",
        {"speech.txt": SPEECH},
        exit=0,
        says=("the facts print the speech to the letter",),
        writes=(
            "facts.yaml",
            "own/frame.schema.json",
            "own/parallel/在“…{{ … }}…”上下功夫，把{# … ….yaml",
            "own/skeleton/发言-三部分-在“…{{ … }}…”上下功夫….yaml",
        ),
    ),
    Case(
        "T31b",
        "… and the facts file printed again",
        "compose facts.yaml -o draft.txt --no-review --frames own",
        _extracted,
        exit=0,
        shows=PARTS,
        writes=("draft.txt",),
    ),
    Case(
        "T33",
        "line ends of Windows, and several at the end",
        DRAFT,
        library({"facts.yaml": (FACTS + "opening: |\n  第一段\n  第二段\n\n\n").replace("\n", "\r\n")}),
        exit=0,
        shows=("题目\n第一段。\n第二段。\n",),
        hides=("\r",),
        writes=("draft.txt",),
    ),
    Case(
        "T34",
        "{% raw %} in a template",
        DRAFT,
        library(
            {
                "frames/formula/试.yaml": formula("{% raw %}{{ 做 }}{% endraw %}", slots="{}"),
                "facts.yaml": FACTS,
            }
        ),
        exit=0,
        shows=("{{ 做 }}",),
        writes=("draft.txt",),
    ),
)
CASES = tuple(replace(one, seconds=2, megabytes=200) for one in _CASES)
