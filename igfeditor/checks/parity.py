"""Checks of the family P: what the languages of one text say, compared by value and not letter by letter."""
