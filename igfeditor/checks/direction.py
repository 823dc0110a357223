"""Checks of the family D: ranges, dashes, digits, punctuation and signs that Arabic text is printed wrongly with."""
