"""Where the bytes of a workspace lie: a folder of this machine, or an object store."""

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

from claimsdash.store.errors import WorkspaceError, telling_where


class Place(Protocol):
    """Files under names with `/` between; what `write` has returned from survives a power cut."""

    address: str

    def write(self, name: str, content: bytes) -> None:
        """Store the whole content under the name, or nothing at all."""

    def read(self, name: str) -> bytes:
        """Return what is stored under the name."""

    def size(self, name: str) -> int | None:
        """Return how many bytes are stored under the name, None where nothing is."""

    def names(self, folder: str) -> list[str]:
        """List what is stored in the folder, in order."""

    def changed(self, name: str) -> datetime:
        """Return when the file was last written."""

    def delete(self, name: str) -> None:
        """Remove the file."""

    def settle(self, names: Iterable[str]) -> None:
        """Make sure that files which others wrote here survive a power cut, their folders included."""


class Folder:
    """A folder of this machine.

    A file is written beside its name, synchronised, renamed, and its folder synchronised: after a power cut it is whole
    or absent (fsync(2), rename(2)).
    """

    def __init__(self, path: Path) -> None:
        """Take the folder at the path, made where there is none."""
        self.path = path
        self.address = str(path)
        with telling_where(self.address):
            self._make(path)

    def write(self, name: str, content: bytes) -> None:
        """Store the whole content under the name, or nothing at all."""
        target = self.path / name
        with telling_where(str(target)):
            self._make(target.parent)
            draft = target.with_name(f"{uuid4().hex}.draft")
            try:
                _write(draft, content)
                draft.replace(target)
            except OSError:
                draft.unlink(missing_ok=True)
                raise
            _synchronise(target.parent)

    def read(self, name: str) -> bytes:
        """Return what is stored under the name."""
        with telling_where(str(self.path / name)):
            return (self.path / name).read_bytes()

    def size(self, name: str) -> int | None:
        """Return how many bytes are stored under the name, None where nothing is."""
        try:
            return (self.path / name).stat().st_size
        except OSError:
            return None

    def names(self, folder: str) -> list[str]:
        """List what is stored in the folder, in order."""
        with telling_where(str(self.path / folder)):
            return sorted(f"{folder}/{path.name}" for path in (self.path / folder).glob("*"))

    def changed(self, name: str) -> datetime:
        """Return when the file was last written."""
        with telling_where(str(self.path / name)):
            return datetime.fromtimestamp((self.path / name).stat().st_mtime, UTC)

    def delete(self, name: str) -> None:
        """Remove the file."""
        with telling_where(str(self.path / name)):
            (self.path / name).unlink(missing_ok=True)

    def settle(self, names: Iterable[str]) -> None:
        """Make sure that files which others wrote here survive a power cut, their folders included."""
        paths = [self.path / name for name in names]
        for path in [*paths, *dict.fromkeys(path.parent for path in paths)]:
            with telling_where(str(path)):
                _synchronise(path)

    def _make(self, folder: Path) -> None:
        missing = [path for path in (folder, *folder.parents) if not path.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        for path in missing:
            _synchronise(path.parent)


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _synchronise(path: Path) -> None:
    """Wait until the disk holds the file, or the list of files of the folder; Windows cannot do the latter."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


class Bucket:
    """An object store; its options come from the environment (AWS_*, GOOGLE_*, AZURE_STORAGE_*), as Delta reads them.

    Such a store answers a write only when the whole object is safe, so there is nothing to settle.
    """

    def __init__(self, address: str) -> None:
        """Take the part of a bucket at the address."""
        from pyarrow.fs import SubTreeFileSystem

        self.address = address.rstrip("/")
        with telling_where(self.address):
            self._files = SubTreeFileSystem(*reversed(_file_system(self.address)))

    def write(self, name: str, content: bytes) -> None:
        """Store the whole content under the name, or nothing at all."""
        with telling_where(f"{self.address}/{name}"), self._files.open_output_stream(name) as stream:
            stream.write(content)

    def read(self, name: str) -> bytes:
        """Return what is stored under the name."""
        with telling_where(f"{self.address}/{name}"), self._files.open_input_stream(name) as stream:
            return bytes(stream.read())

    def size(self, name: str) -> int | None:
        """Return how many bytes are stored under the name, None where nothing is."""
        with telling_where(f"{self.address}/{name}"):
            size: int | None = self._files.get_file_info(name).size
        return size

    def names(self, folder: str) -> list[str]:
        """List what is stored in the folder, in order."""
        from pyarrow.fs import FileSelector

        with telling_where(f"{self.address}/{folder}"):
            found = self._files.get_file_info(FileSelector(folder, allow_not_found=True))
        return sorted(info.path for info in found)

    def changed(self, name: str) -> datetime:
        """Return when the file was last written."""
        with telling_where(f"{self.address}/{name}"):
            written: datetime = self._files.get_file_info(name).mtime
        return written

    def delete(self, name: str) -> None:
        """Remove the file."""
        with telling_where(f"{self.address}/{name}"):
            self._files.delete_file(name)

    def settle(self, names: Iterable[str]) -> None:
        """Do nothing: an object store has settled what it has answered."""


def _file_system(address: str) -> tuple[Any, str]:
    """Return the pyarrow file system of an address, and the path in it."""
    from pyarrow.fs import AzureFileSystem, GcsFileSystem, S3FileSystem

    scheme, _, path = address.partition("://")
    if scheme == "az":
        return AzureFileSystem(os.environ.get("AZURE_STORAGE_ACCOUNT_NAME", "")), path
    if scheme == "gs":
        return GcsFileSystem(), path
    region = os.environ.get("AWS_REGION") or os.environ.get("AWS_DEFAULT_REGION")
    endpoint = os.environ.get("AWS_ENDPOINT_URL")
    return S3FileSystem(region=region, endpoint_override=endpoint, allow_delayed_open=True), path


SCHEMES = ("s3", "gs", "az")
"""How the address of an object store may begin."""


def place_at(address: str) -> Place:
    """Return the place at an address: `scheme://...` is an object store, anything else a folder, made where missing."""
    scheme, mark, _ = address.partition("://")
    if not mark:
        return Folder(Path(address).expanduser().resolve())
    if scheme in SCHEMES:
        return Bucket(address)
    beginnings = ", ".join(f"{scheme}://" for scheme in SCHEMES)
    raise WorkspaceError(f"Cannot use {address}: write a folder, or an address that begins with {beginnings}.")
