"""Documents to frames."""
