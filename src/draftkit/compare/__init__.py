"""Drafts beside each other: how alike they are, and what of one has come into another."""

from draftkit.compare.likeness import Likeness, Sketch, likeness, sketch_of
from draftkit.compare.report import markdown
