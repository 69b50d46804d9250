"""A table in, a plotly Figure out."""
