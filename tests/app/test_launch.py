from pathlib import Path

import pytest
from streamlit import config

from claimsdash.app.launch import entry, hosts_allowed, settings, upload_settings


def test_the_settings_of_the_project_are_known_to_streamlit() -> None:
    unknown = [name for name in settings() if name not in config._config_options_template]
    assert unknown == []


def test_uploads_are_limited_to_50_mb_and_nothing_is_reported_home() -> None:
    assert settings()["server.maxUploadSize"] == 50
    assert settings()["browser.gatherUsageStats"] is False


def test_larger_uploads_are_taken_where_the_operator_allows_them() -> None:
    assert upload_settings({"CLAIMSDASH_MAX_MB": "200"}) == {"server.maxUploadSize": 200}
    assert upload_settings({}) == {"server.maxUploadSize": settings()["server.maxUploadSize"]}


def test_light_and_dark_each_have_their_ground_and_text() -> None:
    for theme in ("light", "dark"):
        assert {f"theme.{theme}.backgroundColor", f"theme.{theme}.textColor"} <= set(settings())


def test_the_entry_is_the_script_at_the_top_of_a_checkout() -> None:
    assert entry() == Path(__file__).parents[2] / "app.py"


@pytest.mark.parametrize("host", ["127.0.0.1", "192.0.2.7", "0.0.0.0"])  # noqa: S104 - only asked about
def test_a_browser_may_always_call_the_server_by_its_local_names(host: str) -> None:
    assert {"127.0.0.1", "localhost", "figures.example"} <= set(hosts_allowed(host, ("figures.example",)))


def test_an_address_of_the_network_is_allowed_where_it_is_listened_to() -> None:
    assert "192.0.2.7" in hosts_allowed("192.0.2.7", ())
    assert "192.0.2.7" not in hosts_allowed("127.0.0.1", ())
