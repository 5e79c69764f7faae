"""Drafts beside each other: how alike they are, and what of one has come into another."""

from draftkit.compare.known import Known, known_of
from draftkit.compare.likeness import Comparison, Likeness, likeness
from draftkit.compare.report import report
from draftkit.compare.sketch import Sketch, sketch_of
from draftkit.compare.strangers import CODES, Strangers

__all__ = [
    "CODES",
    "Comparison",
    "Known",
    "Likeness",
    "Sketch",
    "Strangers",
    "known_of",
    "likeness",
    "report",
    "sketch_of",
]
