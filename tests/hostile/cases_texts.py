"""Texts.

Speeches come from anywhere: in any encoding, spoilt on the way, or made so that looking at them takes for ever.
"""

import random
from collections.abc import Callable

from case import Case

HEAD = "守好一座山 护住一方水\n同志们：\n秋风一起，山上的草就干了。\n"
END = "谢谢大家！\n"
BODY = "一、把路口守住\n人要到位。\n二、把坡头巡住\n路要走到。\n"
SPEECH = HEAD + BODY + END
OUTLINE = "outline speech.txt"
PLACE = "place speech.txt -f 短发言-一是二是三是 --sections 宣传,选人,监督"
EXTRACT = "extract speech.txt -o facts.yaml"
WRITTEN = (
    "facts.yaml",
    "facts-frames/frame.schema.json",
    "facts-frames/skeleton/交流发言-不分部分-自拟小标题.yaml",
)
MINE = "mine speech.txt -o mined --jobs 1 --kinds couplet"


def read(number: str, what: str, speech: bytes | str, *shows: str, says: tuple[str, ...] = ()) -> Case:
    """Return a case of a text that is read to the letter."""
    return Case(number, what, OUTLINE, {"speech.txt": speech}, exit=0, shows=shows, says=says)


def refused(number: str, what: str, speech: bytes | str, *says: str, command: str = OUTLINE) -> Case:
    """Return a case of a text that cannot be read."""
    return Case(number, what, command, {"speech.txt": speech}, says=says)


def long(
    number: str, what: str, make: Callable[[int], str], command: str, exit_: int = 0, **more: object
) -> Case:
    """Return a case of 66,000 characters (200 kB) of what a search could stumble over."""
    speech = HEAD + make(66_000) + "\n" + END
    return Case(number, what, command, {"speech.txt": speech}, exit=exit_, **more)  # type: ignore[arg-type]


def of(words: str) -> Callable[[int], str]:
    """Return what makes a text of so many characters by saying the words again and again."""
    return lambda length: (words * (length // len(words) + 1))[:length]


def half(opening: str, closing: str) -> Callable[[int], str]:
    """Return what makes brackets within brackets within brackets."""
    return lambda length: opening * (length // 2) + closing * (length // 2)


def rare(length: int) -> str:
    """Characters that no dictionary has words of."""
    chance = random.Random(7)
    return "".join(chance.choice("龘靐齉爩麤灪籱虋") for _ in range(length))


def all_(length: int) -> str:
    """What searches look for, in no order."""
    chance = random.Random(8)
    return "".join(chance.choice("、，。“”（）一二是《》1%：；\n我们抓好工作") for _ in range(length))


UTF8 = SPEECH.encode()
LONG = UTF8 * 6000

ENCODINGS = (
    read("E112", "UTF-8 with its mark", b"\xef\xbb\xbf" + UTF8, "把路口守住"),
    read(
        "E112b",
        "GB18030, with characters of four bytes",
        SPEECH.replace("坡", "㐂𬭁").encode("gb18030"),
        "把㐂𬭁头巡住",
        says=("read as GB18030",),
    ),
    read("E112c", "UTF-16, both ends first", SPEECH.encode("utf-16"), "把路口守住"),
    read(
        "E112d",
        "UTF-16, the other end first",
        "\ufeff".encode("utf-16-be") + SPEECH.encode("utf-16-be"),
        "把路口守住",
    ),
    read(
        "E112e",
        "Latin-1, which passes for GB18030: it is said to be a guess",
        "Année, élève\n".encode("latin-1") * 9,
        says=("a guess",),
    ),
    read(
        "E112f",
        "Big5, which passes for GB18030: it is said to be a guess",
        "各位同志大家好".encode("big5"),
        says=("a guess",),
    ),
    read("E113", "a text of four characters", "守山护水".encode(), "守山护水"),
    read(
        "E113b",
        "four characters in GBK, which might be others: it is said to be a guess",
        "守山护水".encode("gbk"),
        says=("read as GB18030",),
    ),
    refused(
        "E114", "one bad byte behind 1 MB", LONG[:1_000_000] + b"\xff" + LONG, "is no text in UTF-8 or GB18030"
    ),
    refused("E114b", "a character cut in half at the end", UTF8[:-3], "is no text in UTF-8 or GB18030"),
    refused("E114c", "a file of 200 MB", b"\n" * 70_000_000, "larger than"),
    read(
        "E115",
        "sequences that colour, clear and name a terminal",
        HEAD + "一、把\x1b[31m路\u202e口\x1b]0;x\x07守住\n人\x9b2J要到位。\n二、把坡头巡住\n路要走到。\n" + END,
        "\\x1b[31m",
        "\\u202e",
        says=("control characters",),
    ),
    Case(
        "E115b",
        "the same, reviewed",
        "review speech.txt",
        {"speech.txt": SPEECH.replace("到位。", "到\x1b[2J\u202e位。。")},
        exit=1,
        hides=("\x1b", "\u202e"),
        shows=("P09",),
    ),
    refused(
        "E115c",
        "the same, as notes",
        SPEECH.replace("到位", "到\x1b[2J\u202e位"),
        "speech.txt:5:4: character U+001B",
        command=PLACE,
    ),
    refused(
        "E115d",
        "the same, as facts",
        '{"unit": "到\\u001b[2J位"}',
        "character U+001B cannot stand in a document",
        command="compose speech.txt -o draft.docx",
    ),
    refused(
        "E115e",
        "a NUL in facts",
        "unit: 白石\0街道\n",
        "speech.txt:1:",
        command="compose speech.txt -o draft.docx",
    ),
    read(
        "E116",
        "line ends of every kind",
        SPEECH.replace("\n", "\r", 3)
        .replace("\n", "\u2028", 2)
        .replace("\n", "\x0b", 1)
        .replace("\n", "\x85", 1),
        "把路口守住",
    ),
    refused("E118", "an empty text", b"", "speech.txt:1:1"),
    refused("E118b", "spaces and line ends alone", " 　\n\t\n" * 50, "speech.txt:1:1"),
    read(
        "E119",
        "marks that nobody sees, variants, private characters",
        SPEECH.replace("路口", "路\u200b\u2060口\ufe0f\ue000"),
        "路\u200b\u2060口\ufe0f\ue000",
    ),
)

STUMBLING = (
    long("E117", "a line of 66,000 characters without a stop", of("我们抓工作"), OUTLINE),
    long("E117b", "66,000 times one character that no dictionary has, laid by its words", of("龘"), PLACE),
    long("E117c", "66,000 such characters in no order", rare, PLACE),
    long("E117d", "the same, mined", rare, MINE, writes=("mined/mined.txt", "mined/frame.schema.json")),
    long("E117e", "a sentence of 66,000 characters, reviewed", of("我们抓工作，"), "review speech.txt", 1),
    long("E120", "brackets within brackets", half("（", "）"), OUTLINE),
    long("E120b", "the same, reviewed", half("（", "）"), "review speech.txt", 1),
    long(
        "E120c",
        "quotation marks that only open, marks of titles that only open",
        of("“《"),
        "review speech.txt",
        1,
    ),
    long("E120d", "numerals without end", of("三万"), "review speech.txt", 1),
    long("E120e", "digits, points and percentages without end", of("5.5%"), EXTRACT, 0, writes=WRITTEN),
    long(
        "E120g",
        "markers without end: 一是二是",
        of("一是好，二是好，"),
        EXTRACT,
        2,
        says=("1000 sections and points at most",),
    ),
    long("E120i", "8,000 headings", of("一、抓好工作\n"), "review speech.txt", 1),
    long("E120j", "33,000 lines of one character", of("我\n"), OUTLINE),
    long("E120k", "marks of Markdown and of pages", of("[](<p &#**`"), OUTLINE),
    long("E120l", "all of it, corrected", all_, "review --fix speech.txt", 1, writes=("speech (mended).txt",)),
    long("E120m", "changes without end, by their numbers", of("率由5%提高到6%，"), EXTRACT, 0, writes=WRITTEN),
    long(
        "E120n",
        "coined names without end",
        of("“三个一”、“四个一”，"),
        MINE,
        writes=("mined/mined.txt", "mined/frame.schema.json"),
    ),
)

CASES = (*ENCODINGS, *STUMBLING)
