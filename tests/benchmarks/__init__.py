"""Speed beside named peers: `python -m tests.benchmarks [B1 B2 B9]`. Never part of the tests."""
