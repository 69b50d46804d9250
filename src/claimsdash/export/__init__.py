"""A view to a file."""
