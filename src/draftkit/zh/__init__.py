"""The Chinese language, as far as a speech needs it: numerals, markers, sentences."""
