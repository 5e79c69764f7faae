"""Notes laid into the sections of a speech by what they speak of."""
