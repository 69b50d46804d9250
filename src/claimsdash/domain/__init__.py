"""The vocabulary and rules of claims: plain Python and pint, no tables, files or clock."""
