"""The rules of content beyond their pages: laws of their tables, an office's words, what was set aside."""

import pytest

from draftkit.finding import Finding
from draftkit.office import Office
from draftkit.read import read
from draftkit.review import review
from draftkit.review.tables.misspelt import WRONG_WORDS
from draftkit.review.tables.sayings import WRONG_SAYINGS

HEAD = "在全县文化工作会议上的发言\n同志们：\n"


def found(code: str, words: str, office: Office | None = None) -> tuple[Finding, ...]:
    document = read(f"{HEAD}{words}\n".encode(), "draft.txt").document
    return review(document, [code], office=office)


ENTRIES = [entry.partition(":")[::2] for entry in (*WRONG_WORDS.split(), *WRONG_SAYINGS.split())]


def test_no_right_word_is_taken_for_a_wrong_one() -> None:
    text = "。".join(right for right, _forms in ENTRIES)
    assert not found("C21", text)


def test_each_word_is_right_once_and_as_long_as_its_wrong_forms() -> None:
    rights = [right for right, _forms in ENTRIES]
    forms = [form.split("(?")[0] for _right, forms in ENTRIES for form in forms.split(",") if form[0] != "("]
    assert len(set(rights)) == len(rights) and len(set(forms)) == len(forms)
    for right, wrong in ENTRIES:
        for form in wrong.split(","):
            assert form[0] == "(" or len(form.split("(?")[0]) == len(right), form


@pytest.mark.parametrize(("right", "forms"), ENTRIES[::25])
def test_a_wrong_word_is_mended_for_good(right: str, forms: str) -> None:
    for form in forms.split(","):
        if "(" not in form:
            words = f"大家都说：{form}。"
            finding, *others = found("C21", words)
            assert finding.fix and not others
            mended = words.replace(finding.quote, finding.fix.words)
            assert right in mended and not found("C21", mended)
