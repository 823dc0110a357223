"""What every front door can do."""
