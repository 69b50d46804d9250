"""A view as a data package that others can build on."""

from claimsdash.export.bundle.package import Contents, write_bundle

__all__ = ["Contents", "write_bundle"]
