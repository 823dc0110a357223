"""Checks of the family R: notes and their marks, links and their labels, references to items."""
