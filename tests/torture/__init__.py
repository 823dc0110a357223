"""Long runs that break things on purpose: one module a row of the table of figures."""
