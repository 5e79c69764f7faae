"""数字缩语."""
from draftkit.tree import Speech
def bundles_of(speech: Speech): return ()
