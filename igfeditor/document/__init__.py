"""What is printed: a neutral document of finished text, and the composer that makes it."""
