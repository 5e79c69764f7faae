"""Reads text files strictly, and writes files whole or not at all, never over another unasked."""

import os
import sys
