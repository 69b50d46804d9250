"""The checks page."""

from collections.abc import Callable

from streamlit.testing.v1 import AppTest

OpenApp = Callable[..., AppTest]


def keys_of(at: AppTest, kind: str) -> list[str]:
    return [str(button.key) for button in at.button if str(button.key).startswith(kind)]


def test_findings_stand_under_their_rule_with_why_it_matters(open_app: OpenApp) -> None:
    at = open_app("checks")
    assert not at.exception
    assert any("A capacity quoted as a count" in text.value for text in at.markdown)
    assert any("the relay made a fact of a possibility" in text.value for text in at.caption)


def test_a_finding_is_acknowledged_with_a_reason_that_outlives_the_visit_and_can_be_taken_back(
    open_app: OpenApp,
) -> None:
    at = open_app("checks")
    key = keys_of(at, "submit_")[0].removeprefix("submit_")
    n_open = len(keys_of(at, "submit_"))
    at.text_input(key=f"reason_{key}").set_value("A slip of the outlet")
    at.text_input(key=f"who_{key}").set_value("Anna")
    at.button(key=f"submit_{key}").click().run()
    assert not at.exception
    later = open_app("checks")
    assert len(keys_of(later, "submit_")) == n_open - 1
    assert any("A slip of the outlet" in text.value and "Anna" in text.value for text in later.caption)
    later.button(key=f"back_{key}").click().run()
    assert len(keys_of(later, "submit_")) == n_open


def test_without_a_reason_nothing_is_acknowledged(open_app: OpenApp) -> None:
    at = open_app("checks")
    key = keys_of(at, "submit_")[0].removeprefix("submit_")
    at.button(key=f"submit_{key}").click().run()
    assert not at.exception
    assert f"back_{key}" not in keys_of(at, "back_")
