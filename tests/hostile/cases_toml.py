"""The office's file, draftkit.toml."""

from case import Case
from frame_files import FACTS, library

DRAFT = "compose facts.yaml -o draft.txt --frames frames"


def _refused(number: str, what: str, toml: str | bytes, says: str) -> Case:
    files = library({"facts.yaml": FACTS, "draftkit.toml": toml})
    return Case(number, what, DRAFT, files, says=(f"draftkit.toml:{says}",), seconds=4)


def _taken(number: str, what: str, toml: str | bytes) -> Case:
    files = library({"facts.yaml": FACTS, "draftkit.toml": toml})
    return Case(number, what, DRAFT, files, 0, shows=("题目",), writes=("draft.txt",))


DATED = "[[formulae]]\nname = '甲'\norder = ['乙', '丙']\nsince = "

CASES = (
    _refused(
        "O1", "a number of 5,000 digits", f"sentence = {'9' * 5000}\n", "1:12: this number has too many digits"
    ),
    _refused(
        "O1b", "1,000,000 digits of another base", f"sentence = 0x{'f' * 1_000_000}\n", "1:12: sentence must be"
    ),
    _refused("O1c", "a number without end", "sentence = inf\n", "1:12: sentence must be a whole number"),
    _refused("O2", "a day that is not", f"{DATED}2026-02-30\n", "4:9: "),
    _refused("O2b", "a month that is not", f"{DATED}2026-13-01\n", "4:13: "),
    _refused("O3", "100,000 lists in each other", "ignore = " + "[" * 100_000, "1:40: nested deeper than 30"),
    _refused(
        "O3b",
        "10,000 tables in each other",
        "names = " + "{a = " * 10_000,
        "1:159: nested deeper than 30 levels",
    ),
    _refused("O3c", "a name of 20,000 parts", ".".join("a" * 20_000) + " = 1\n", "1:1: nested deeper than 30"),
    _refused(
        "O3d", "a table's name of 20,000 parts", f"[{'.'.join('a' * 20_000)}]\n", "1:2: nested deeper than 30"
    ),
    _refused(
        "O4", "1 MB of unknown keys", "".join(f"k{n} = 1\n" for n in range(90_000)), "1:1: unknown key “k0”"
    ),
    _refused("O4b", "50,000 empty rows", "[[roster]]\n" * 50_000, "1:1: name: is missing"),
    _refused(
        "O4c", "50,000 unknown tables", "".join(f"[a{n}]\n" for n in range(50_000)), "1:2: unknown key “a0”"
    ),
    _refused("O5", "a key twice", "sentence = 40\nsentence = 50\n", "2:1: this key or table stands twice"),
    _refused("O5b", "a table twice", "[names]\n[names]\n", "2:1: this key or table stands twice"),
    _refused("O6", "bytes of no encoding", b"sentence = 40 # \xff\xff\n", "1:1: byte 17 is no text"),
    _refused("O6b", "a NUL", "ignore = ['\0']\n", "1:"),
    _refused(
        "O6c", "what steers a terminal, by its escape", '[names]\n"\\u001b" = "甲"\n', "2:2: character U+001B"
    ),
    _refused("O6d", "half a character by its escape", '[names]\n"\\ud800" = "甲"\n', "2:8: the text in quotes"),
    _refused(
        "O7", "more than 20,000,000 bytes", "#" * 20_000_001, "1:1: the file is larger than 20000000 bytes"
    ),
    _refused("O8", "a full-width sign", "sentence＝40\n", "1:9: ＝ is a full-width sign"),
    _refused("O8b", "a text without quotes", "ignore = [甲]\n", "1:11: a text must stand in quotes here"),
    _refused("O8c", "a number for a text", "[names]\n'甲' = 0571\n", "2:"),
    _taken("O9", "5,000,000 characters of comment", "#" * 4_900_000),
    _taken("O9b", "an empty file", ""),
    _taken("O9c", "UTF-8 with its mark, and line ends of Windows", b"\xef\xbb\xbfsentence = 40\r\n"),
)
