"""How Word prints an automatic number: the formats that occur in Chinese documents, else plain digits."""

from collections.abc import Callable

from draftkit.zh.numerals import LARGEST, to_numeral

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_LEGAL_TRADITIONAL = str.maketrans("壹贰叁肆伍陆柒捌玖", "壹貳參肆伍陸柒捌玖")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_IDEOGRAPHIC = str.maketrans("0123456789", _DIGITS)
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_YEARS = 60  # of a cycle
_LONGEST_ROMAN = 4999
_LONGEST_LETTERS = 780  # Word's own: 30 letters


def printed(number: int, name: str) -> str:
    """Return the number as the format of this name (w:numFmt) prints it."""
    text = _FORMATS[name](number) if name in _FORMATS else ""
    return text or ("" if name in ("none", "bullet") else str(number))


def _counted(number: int) -> str:
    return to_numeral(number) if 0 <= number <= LARGEST else ""


def _legal(number: int) -> str:
    text = _counted(number)
    return ("一" + text if text.startswith("十") else text).translate(_LEGAL)


def _legal_traditional(number: int) -> str:
    return _legal(number).translate(_LEGAL_TRADITIONAL)


def _sexagenary(number: int) -> str:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if 1 <= number <= _YEARS else ""


def _japanese(number: int) -> str:
    text = _counted(number) if number else "〇"
    return text.replace("零", "").replace("一百", "百").replace("一千", "千")


def _ideographic(number: int) -> str:
    return str(number).translate(_IDEOGRAPHIC)


def _one_of(characters: str) -> Callable[[int], str]:
    return lambda number: characters[number - 1] if 1 <= number <= len(characters) else ""


def _letters(number: int) -> str:
    rounds, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (rounds + 1) if 1 <= number <= _LONGEST_LETTERS else ""


def _roman(number: int) -> str:
    text = ""
    for worth, letters in _ROMAN if 1 <= number <= _LONGEST_ROMAN else ():
        count, number = divmod(number, worth)
        text += letters * count
    return text


def _row(first: str, count: int) -> str:
    return "".join(chr(ord(first) + place) for place in range(count))


_CIRCLED = _one_of(_row("①", 20))
_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _one_of(_row("⑴", 20)),
    "decimalEnclosedFullstop": _one_of(_row("⒈", 20)),
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "chineseCounting": _counted,
    "chineseCountingThousand": _counted,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal_traditional,
    "ideographZodiacTraditional": _sexagenary,
    "taiwaneseCounting": _counted,
    "taiwaneseCountingThousand": _counted,
    "japaneseCounting": _japanese,
    "ideographDigital": _ideographic,
    "taiwaneseDigital": _ideographic,
    "japaneseDigitalTenThousand": _ideographic,
    "ideographEnclosedCircle": _one_of(_row("㊀", 10)),
    "ideographTraditional": _one_of(_STEMS),
    "ideographZodiac": _one_of(_BRANCHES),
}
