"""单位: what an office has settled for its drafts, from its draftkit.toml: names, roster, words, layout."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Spacing = Literal["28.95", "28"]
Digits = Literal["仿宋", "Times New Roman"]
Head = Literal["byline-date", "date-byline"]
PageNumber = Literal["outer", "center", "none"]


class Leader(NamedTuple):
    """A person of the roster; the order of the roster is the user's, and is never inferred."""

    name: str
    post: str = ""


class FormulaTable(NamedTuple):
    """政治提法: phrases that stand in this order where several of them stand together, as of `since`.

    `verbs` has for a phrase the verb that goes with it (增强 for 四个意识). Both are only ever checked.
    """

    name: str
    order: tuple[str, ...]
    verbs: Mapping[str, str]
    since: str = ""
    until: str = ""
    source: str = ""


class Layout(NamedTuple):
    """What is 实务 and not 规定 in a draft's look; the defaults are the standard profile's.

    `spacing` is the line distance in points, `digits` the face of digits and Latin letters, `head` the
    order of byline and date, `page_number` where the page number stands, `template` an office's own .docx.
    """

    spacing: Spacing = "28.95"
    digits: Digits = "仿宋"
    head: Head = "byline-date"
    page_number: PageNumber = "outer"
    template: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What one office has settled. `names` has the short name of each full name; `banned` for each word why it
    is not wanted, `preferred` for each word the one to use; `ignore` the codes of rules that do not hold here;
    `sentence` the characters from which a sentence is too long to be read aloud."""

    names: Mapping[str, str] = field(default_factory=dict)
    roster: tuple[Leader, ...] = ()
    banned: Mapping[str, str] = field(default_factory=dict)
    preferred: Mapping[str, str] = field(default_factory=dict)
    formulae: tuple[FormulaTable, ...] = ()
    ignore: tuple[str, ...] = ()
    sentence: int = 80
    layout: Layout = field(default_factory=Layout)
