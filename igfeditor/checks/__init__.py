"""The agenda proof-reads itself: each check is one function with an id, found through the registry."""
