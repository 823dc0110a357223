"""The window: views of one agenda, and nothing that could not be done without it."""
