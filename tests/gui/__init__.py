"""Tests of the window, with real keys and mouse."""
