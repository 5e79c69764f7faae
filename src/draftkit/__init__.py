"""draftkit 套写: speeches become frames; frames and facts become speeches."""

__version__ = "0.1.0"
