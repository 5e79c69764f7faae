"""Counting siblings: which marker the next heading has."""

from dataclasses import dataclass

from draftkit.zh.marker import leading_marker, marker_for


@dataclass(slots=True)
class Numbers:
    """Counts siblings over one shape and the next, so that markers run on; a single sibling has none."""

    siblings: int
    last: int = 0
    family: str = ""

    def next(self, family: str, given: str | None = None) -> str:
        """Return the next marker of a family; another family begins anew. A marker that is given stands
        as it is, and the count goes on from it."""
        self.last = self.last + 1 if family == self.family else 1
        self.family = family
        if given is None:
            return marker_for(family, self.last) if self.siblings > 1 else ""
        known = leading_marker(given)
        self.last = known.number if known else self.last
        return given
