"""What an agenda is, and what can be computed from it; nothing of its look."""
