"""Checks of the family T: times of slots, gaps, overlaps, typed durations and dates against the agenda's own."""
