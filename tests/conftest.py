"""What tests of several folders need."""

import os

import pytest

from claimsdash.export.picture import ChromeError, find_chrome


@pytest.fixture(scope="session")
def chrome() -> str:
    """Return the Chrome or Chromium of this machine; where there is none, only a run under CI fails for it."""
    try:
        return find_chrome(os.environ)
    except ChromeError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(error))
