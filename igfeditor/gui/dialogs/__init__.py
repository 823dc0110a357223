"""Dialogs: each asks for one thing and gives an answer; the deed is done by who asked."""
