"""Bytes in; claims and problems out."""
