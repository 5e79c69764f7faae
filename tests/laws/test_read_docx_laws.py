"""What draftkit writes into a .docx is what it reads there: texts, roles, levels, parts and marks."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from hypothesis import HealthCheck, given, settings
from trees import documents

from draftkit.lines import Line, Span, lines_of
from draftkit.read.docx import read_docx
from draftkit.tree import Blank, Document, Speech
from draftkit.write import write
from draftkit.write.title import GAP, fit_one_row

trees = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])

Told = tuple[str, str | None, int, str, list[tuple[str, int, str, str]]]
"""A row: its text, role, level and part, and its marks with their texts."""

MOST_LEVELS = 4  # what is deeper is written as the fourth


def told_by_lines(speech: Speech) -> Iterator[Told]:
    lines = lines_of(speech)
    title = [line for line in lines if line.role == "title"]
    if title:
        halves = [line.text for line in title]
        marks = [("half", 0, half, "") for half in halves if title[1:]]
        marks += [blank for line in title for blank in blanks_in(line.spans)]
        yield (GAP if fit_one_row(halves) else "").join(halves), "title", 0, "", marks
    for line in lines[len(title) :]:
        if line.role != "paragraph":
            level = min(line.level, MOST_LEVELS)
            yield line.text, line.role, level, "", list(blanks_in(line.spans))
        else:
            yield line.text, "paragraph", 0, part_of(line), [*leads_in(line), *blanks_in(line.spans)]


def part_of(line: Line) -> str:
    """Return the part of a paragraph: a greeting that is run in leaves it to what follows."""
    return next((span.part for span in line.spans if span.part != "greeting"), "greeting")


def leads_in(line: Line) -> Iterator[tuple[str, int, str, str]]:
    """Yield the headings and the greeting that stand in a paragraph. Spans do not tell two headings of
    one level and placement apart that touch."""
    for key, spans in groupby(line.spans, _lead):
        text = "".join(span.inline.text for span in spans)
        if key[0]:
            yield "heading", min(key[0], MOST_LEVELS), text, ""
        elif key[2] and part_of(line) != "greeting":
            yield "greeting", 0, text, ""


def _lead(span: Span) -> tuple[int, bool, bool]:
    return span.level, span.within, span.level == 0 and span.part == "greeting"


def blanks_in(spans: Iterable[Span]) -> Iterator[tuple[str, int, str, str]]:
    """Yield the blanks of a line; those that touch without a question are one."""
    for _, stretch in groupby(spans, lambda span: (isinstance(span.inline, Blank), _lead(span))):
        text = ""
        for span in stretch:
            if isinstance(span.inline, Blank) and span.inline.ask:
                yield from [("blank", 0, text, "")] * bool(text)
                yield "blank", 0, span.inline.text, span.inline.ask
                text = ""
            elif isinstance(span.inline, Blank):
                text += span.inline.text
        yield from [("blank", 0, text, "")] * bool(text)


@trees
@given(documents)
def test_what_is_written_is_read(document: Document) -> None:
    source = read_docx(write(document, ".docx"), "x.docx")
    text = source.text
    assert source.styled and not source.notes
    found = [
        (
            text[row.start : row.end],
            row.role,
            row.level,
            row.part,
            [(mark.kind, mark.level, text[mark.start : mark.end], mark.ask) for mark in row.marks],
        )
        for row in source.rows
    ]
    assert found == [row for speech in document.speeches for row in told_by_lines(speech)]


@trees
@given(documents)
def test_every_character_is_in_one_row(document: Document) -> None:
    source = read_docx(write(document, ".docx"), "x.docx")
    place = 0
    for row in source.rows:
        assert set(source.text[place : row.start]) <= {"\n"}
        assert place <= row.start < row.end and "\n" not in source.text[row.start : row.end]
        assert all(row.start <= mark.start < mark.end <= row.end for mark in row.marks)
        place = row.end
    assert set(source.text[place:]) <= {"\n"}
