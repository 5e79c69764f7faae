"""YAML that would stop the machine."""

import os
from pathlib import Path

from case import Case
from frame_files import FACTS, library, opening

DRAFT = "compose facts.yaml -o draft.txt --no-review --frames frames"
CHECK = "frames check --frames frames"
LAUGHS = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
MERGES = "".join(f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 40))
QUOTES = (
    f"甲: '{'{{ 乙 }}' * 2000}'\n乙: '{'{{ 丙 }}' * 2000}'\n丙: {'丁' * 2000}\nopening: '{'{{ 甲 }}' * 9}'\n"
)
NAMED = "opening: '" + "".join(f"{{{{ 甲{number} }}}}" for number in range(20_000)) + "'\n"
KEYS = "".join(f"键{number}: 1\n" for number in range(50_000))


def _bomb(number: str, what: str, facts: str, *says: str) -> Case:
    files = library({"facts.yaml": FACTS + facts})
    return Case(number, what, DRAFT, files, says=tuple(f"facts.yaml:{one}" for one in says), seconds=4)


def _frame(number: str, what: str, more: str, says: str) -> Case:
    files = {"frames/formula/试.yaml": opening("甲") + more}
    return Case(number, what, CHECK, files, 1, (f"frames/formula/试.yaml:{says}",), seconds=2, megabytes=200)


def _long(number: str, what: str, facts: str, shows: str) -> Case:
    """A long file that is right: slow, but read."""
    files = library({"facts.yaml": FACTS + facts})
    return Case(number, what, DRAFT, files, 0, shows=(shows,), writes=("draft.txt",))


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "facts.yaml")


CASES = (
    _bomb("Y49", "a thousand million laughs", f"a0: &a0 [甲]\n{LAUGHS}", "5:5: “&” names a place"),
    _bomb("Y50", "39 merges of merges", f"a0: &a0 {{甲: 乙}}\n{MERGES}", "5:5: “&” names a place"),
    _bomb("Y52", "100,000 lists in each other", "做: " + "[" * 100_000, "5:33: nested deeper than 30 levels"),
    _bomb(
        "Y52b",
        "100,000 mappings in each other",
        "做: " + "{a: " * 100_000,
        "5:120: nested deeper than 30 levels",
    ),
    _bomb("Y52c", "100,000 dashes", "做:\n  " + "- " * 100_000, "6:61: nested deeper than 30 levels"),
    _bomb("Y52d", "100,000 question marks", "? " * 100_000, "5:"),
    _bomb(
        "Y60b",
        "more than 5,000,000 characters",
        "#" * 5_000_000,
        "1:1: the file has more than 5000000 characters",
    ),
    _bomb(
        "Y60c", "more than 20,000,000 bytes", "#" * 20_000_000, "1:1: the file is larger than 20000000 bytes"
    ),
    _bomb(
        "Y61",
        "quotes of quotes: 72,000 million characters",
        QUOTES,
        "5:4: the quotes here come to more than 1000000",
    ),
    _bomb("Y62", "20,000 quotes of nothing", NAMED, "5:11: there is no figure and no fact “甲0”"),
    _bomb("Y63", "50,000 unknown keys", KEYS, "5:1: unknown key “键0”"),
    _bomb(
        "Y63b", "a line of 1,000 characters and no colon", "键" * 1000 + "\n", "6:1: this line cannot be read"
    ),
    Case(
        "Y64",
        "a pipe instead of facts",
        DRAFT.replace(" --frames frames", ""),
        _pipe,
        says=("facts.yaml:1:1: this is a pipe or a device, not a file",),
    ),
    _long("Y60", "2,000,000 characters of one text", "做: " + "甲" * 2_000_000, "甲甲"),
    _frame("Y49b", "laughs in a frame", f"a0: &a0 [甲]\n{LAUGHS}", "7:5: “&” names a place"),
    _frame("Y50b", "merges in a frame", f"a0: &a0 {{甲: 乙}}\n{MERGES}", "7:5: “&” names a place"),
    _frame("Y52e", "100,000 lists in a frame", "genre: " + "[" * 100_000, "7:37: nested deeper than 30 levels"),
)
