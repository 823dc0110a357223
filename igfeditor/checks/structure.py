"""Checks of the family S: headings, access, outputs and titles that the days should have alike."""
