"""Bodies: prose and terse facts to paragraphs."""

from draftkit.compose.formula import sentence_of, subject_of, transition
from draftkit.compose.realise import Realiser
from draftkit.fact.facts import Deed, Item, Words
from draftkit.fact.figure import Figure, Unknown
from draftkit.pattern import Fixed, Part, Pattern
from draftkit.tree import Filled, Inline, Inlines, Paragraph
from draftkit.zh.plans import speaks_of_plans
from draftkit.zh.sentence import STOPS, sentences


def paragraphs_of(realiser: Realiser, items: tuple[Item, ...], one: bool = False) -> tuple[Paragraph, ...]:
    """Return a body's paragraphs: each piece of prose begins one, terse facts go on in it.

    `one` keeps all in a single paragraph, for what stands within a paragraph.
    """
    found: list[list[Inline]] = []
    subject = before = ""
    for item in items:
        if item.key in realiser.omitted:
            continue
        with realiser.at(item.key):
            if isinstance(item, Words):
                sentence, subject, kind = prose(realiser, item), "", ""
            else:
                lead = transition(realiser, before, item.kind) if before else ()
                sentence = realiser.ended((*lead, *sentence_of(realiser, item, subject)))
                subject, kind = subject_of(item) or subject, item.kind
        if sentence:
            if not found or (isinstance(item, Words) and not one):
                found.append([])
            found[-1] += sentence
            before = kind
    return tuple(Paragraph(tuple(inlines)) for inlines in found)


def prose(realiser: Realiser, words: Words) -> Inlines:
    """Return a paragraph of prose, sentence by sentence: each can be left out by itself, and is judged by
    itself whether it speaks of plans. It is split only where one of the two could matter."""
    if not realiser.omitted and all(_is_settled(realiser.figures.get(name)) for name in words.pattern.names):
        return realiser.ended(realiser.words(words))
    found: list[Inline] = []
    pieces = split(words.pattern)
    origin = Filled("", (words.key,))
    realiser.used.add(words.key)
    for number, piece in enumerate(pieces):
        unit = f"{words.key}#{number + 1}" if len(pieces) > 1 else words.key
        if unit in realiser.omitted:
            continue
        with realiser.at(unit, realiser.forward or _speaks_of_plans(piece)):
            found += realiser.parts(piece, origin)
    return realiser.ended(tuple(found))


def _is_settled(figure: Figure | None) -> bool:
    """Whether this is a figure that may stand in any sentence: neither missing nor planned."""
    return figure is not None and figure.status == "done" and not isinstance(figure.kind, Unknown)


def split(pattern: Pattern) -> list[list[Part]]:
    """Split a paragraph's pattern after each sentence; the parts join to the whole."""
    found: list[list[Part]] = [[]]
    for part in pattern.parts:
        if not isinstance(part, Fixed):
            found[-1].append(part)
            continue
        *whole, last = sentences(part.text)
        for text in whole:
            found[-1].append(Fixed(text))
            found.append([])
        found[-1].append(Fixed(last))
        if any(stop in last for stop in STOPS):
            found.append([])
    return [parts for parts in found if parts]


def plans(realiser: Realiser, items: tuple[Item, ...]) -> list[Inlines]:
    """Return what is to be done next, one row of inlines an item, without their stops."""
    found: list[Inlines] = []
    for item in items:
        if item.key not in realiser.omitted:
            with realiser.at(item.key, forward=True):
                said = sentence_of(realiser, item, "") if isinstance(item, Deed) else prose(realiser, item)
            found.append(said)
    return [inlines for inlines in found if inlines]


def _speaks_of_plans(parts: list[Part]) -> bool:
    return speaks_of_plans("".join(part.text for part in parts if isinstance(part, Fixed)))
