"""What passes between a secretariat and its translators: versions of one agenda, put together again."""
