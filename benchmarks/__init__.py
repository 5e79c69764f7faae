"""How fast draftkit is beside its peers and its floor: ratios of what one run measures in turns."""
