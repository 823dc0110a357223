"""Checks of the family N: numbers and markers that a person has set, against those of their siblings."""
