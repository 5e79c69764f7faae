"""The devices of a speech found in its text: couplets, parallels, bundles."""
