"""Office files as they are: a zip of XML parts, opened with nothing fetched, expanded or unpacked unseen."""
