"""Checks of the family H: placeholders, markup, last year's date, and siblings that are not written alike."""
