"""The command line: Typer commands and rich output, nothing but front door."""
