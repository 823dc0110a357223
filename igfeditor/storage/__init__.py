"""Agenda files on the disk: strict loading, verified writing, migrations."""
