"""Documents to findings: rules, each blind to the others, over one proof."""

from collections.abc import Iterable

from draftkit.fact.facts import Facts
from draftkit.finding import Correction, Finding
from draftkit.messages import translated
from draftkit.office import Office
from draftkit.review.proof import Proof, proof_of
from draftkit.review.rule import Rule, Spot
from draftkit.review.rules import FILES, codes, is_known, rule
from draftkit.tree import Document, Filled, Printed

__all__ = ["FILES", "codes", "is_known", "review", "rule"]


def review(
    document: Document,
    wanted: Iterable[str] = tuple(FILES),
    facts: Facts | None = None,
    office: Office | None = None,
) -> tuple[Finding, ...]:
    """Return what the rules with the codes `wanted` find in a document, in reading order.

    With `facts`, what the draft says is held against them. `office` is what the office has settled; the
    rules that it ignores are left out. A finding's `span` is in the document's source; in a draft just
    composed it is None, and `fact` names the fact that its words come from.
    """
    settled = office or Office()
    proof = proof_of(document, facts, settled)
    ignored = tuple(settled.ignore)
    found = []
    for code in wanted:
        if not code.startswith(ignored):
            law = rule(code)
            spots = list(law.check(proof))
            name = translated(law.name) if spots else ""
            found += [(spot, law, name) for spot in spots]
    found.sort(key=lambda one: (one[0].start, one[0].end, one[1].code))
    return tuple(_finding(proof, *one) for one in found)


def _finding(proof: Proof, spot: Spot, law: Rule, name: str) -> Finding:
    if spot.aside:
        words, origin = spot.aside.text, spot.aside.origin
        place = origin if isinstance(origin, Printed) else None
        return Finding(law.code, spot.message, words, "", None, name, law.grade, place)
    first = proof.origin_at(spot.start)
    last = proof.origin_at(max(spot.start, spot.end - 1))
    quote = proof.text[spot.start : spot.end]
    span = fix = None
    if isinstance(first, Printed) and isinstance(last, Printed):
        span = Printed(first.start, max(first.end, last.end) if quote else first.start)
        # Where more stood in the source than is printed (blanks after a marker), nothing is replaced unseen.
        if spot.fix is not None and span.end - span.start == len(quote):
            fix = Correction(span, spot.fix, law.safe)
    fact = first.facts[0] if isinstance(first, Filled) and first.facts else ""
    return Finding(law.code, spot.message, quote, fact, None, name, law.grade, span, fix)
