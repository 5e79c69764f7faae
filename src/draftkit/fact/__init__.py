"""Facts: what the user supplies, checked against themselves, and read out in the words of a speech."""
