"""排比."""
from draftkit.tree import Speech
def parallels_of(speech: Speech): return ()
