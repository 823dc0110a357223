"""One module a format, listed in `registry`; each prints a neutral document and reads it back."""
