"""The panels at the side of the window, one a tab."""
