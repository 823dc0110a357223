"""Checks of the family G: terms and their renderings, spelling variants, and words that look like slips."""
