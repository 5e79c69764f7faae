"""The names under which offices keep the styles of a speech, in Word, in WPS and in their own templates.

Styles are known by w:name, since ids are renumbered by every program that saves a file. Names are compared
without case and spaces; Word and WPS show the English names of their own styles in the user's language.
"""

import re

from draftkit.zh.numerals import to_numeral

HEADING_LEVELS = 4  # 规定 GB/T 9704-2012, 7.3.3: four levels; what is deeper looks like the fourth

OFFICE_BODY = ("公文正文", "讲话正文", "正文内容")
WORD_BODY = (
    *("正文首行缩进", "bodytextfirstindent", "正文文本", "bodytext", "正文缩进", "normalindent"),
    *("正文", "normal"),
)

STYLE_NAMES: dict[str, tuple[str, ...]] = {
    "Title": ("公文标题", "讲话标题", "文章标题", "文件标题", "大标题", "主标题", "标题", "title"),
    "Subtitle": ("公文副标题", "副标题", "subtitle"),
    "Byline": ("署名", "公文署名", "单位署名", "发言人", "报告人", "作者", "byline", "author"),
    "Date": ("公文日期", "成文日期", "发言日期", "日期", "date"),
    "Salutation": ("公文称谓", "称谓", "称呼", "主送机关", "salutation"),
    "Greeting": ("问候语", "greeting"),
    "Opening": ("开头", "opening"),
    "NextSteps": ("下一步", "nextsteps"),
    "Closing": ("结束语", "结尾语", "closing"),
    "Normal": (*OFFICE_BODY, *WORD_BODY),
    "CommentText": ("批注文字", "annotationtext"),
    "CommentReference": ("批注引用", "annotationreference"),
    "GreetingChar": ("问候语字符", "问候语char", "greetingchar"),
    "Point": ("要点", "point"),
    "CoupletHalf": ("对偶句", "couplethalf"),
    "SpeechTitle": ("篇名", "speechtitle"),
    "CollectionTitle": ("汇编名", "collectiontitle"),
    "CollectionUnit": ("编印单位", "collectionunit"),
    "CollectionDate": ("编印日期", "collectiondate"),
    "ContentsHeading": ("toc标题", "目录标题", "tocheading"),
    "Contents1": ("目录1", "toc1"),
    "Contents2": ("目录2", "toc2"),
    **{f"Point{level}": (f"要点{level}", f"point{level}") for level in range(1, HEADING_LEVELS + 1)},
}
"""The styles by the ids that the standard profile gives them: their names, an office's own before Word's."""

_HEADING = re.compile("(?:heading|标题)([1-9])")
_OWN_HEADING = re.compile("(?:公文|正文|第)?([1-9一二三四五六七八九])级标题|标题([一二三四五六七八九])")
_OF_WORDS = re.compile("(?:char|字符)$")


def folded(name: str) -> str:
    """Return the name of a style as names are compared; what follows a comma is another name."""
    return re.sub(r"\s", "", name.partition(",")[0]).lower()


def heading_names(level: int) -> tuple[str, ...]:
    """Return the names of the headings of a level, an office's own before Word's."""
    numeral = to_numeral(level)
    own = (f"{before}{number}级标题" for number in (numeral, level) for before in ("公文", "正文", "第", ""))
    return (*own, f"标题{numeral}", f"标题{level}", f"heading{level}")


def heading_level(name: str) -> int | None:
    """Return the level of headings with this name, also of words that are headings; None for other names."""
    found = _OF_WORDS.sub("", folded(name))
    own = _OWN_HEADING.fullmatch(found)
    if own:
        sign = own[1] or own[2]
        return int(sign) if sign.isdigit() else "一二三四五六七八九".index(sign) + 1
    word = _HEADING.fullmatch(found)
    return int(word[1]) if word else None
