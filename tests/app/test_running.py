"""Work beside the page: waited for, shown, stopped, done once."""

from threading import Event

import pytest
from streamlit.testing.v1 import AppTest

from claimsdash.app import running
from claimsdash.app.running import Job
from claimsdash.intake.watching import Progress, Stage, Watch


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "PATIENCE_S", 0.05)


def _page() -> None:
    import streamlit as st

    from claimsdash.app import running

    found = running.outcome_of("one", st.session_state["work"])
    st.text(f"outcome {found}")


def a_page(work: object) -> AppTest:
    at = AppTest.from_function(_page)
    at.session_state["work"] = work
    return at.run()


def test_a_job_that_takes_its_time_can_be_cancelled() -> None:
    go_on = Event()

    def work(watch: Watch) -> None:
        watch(Progress(Stage.READING, 10, 100))
        go_on.wait(20)
        watch(Progress(Stage.READING, 20, 100))

    at = a_page(work)
    assert [text.value for text in at.text] == ["outcome None"]
    at.button(key="cancel_reading").click().run()
    go_on.set()
    assert "It was cancelled" in at.info[0].value
    assert at.button(key="read_after_all")


def test_work_is_begun_once_and_its_outcome_handed_over() -> None:
    begun: list[int] = []

    def work(watch: Watch) -> None:
        begun.append(1)

    a_page(work)
    assert begun == [1]


def test_an_error_of_the_work_is_raised_in_the_page() -> None:
    def work(watch: Watch) -> None:
        raise ValueError("odd")

    at = a_page(work)
    assert len(at.exception) == 1


def test_a_cancelled_job_ends_at_its_next_step() -> None:
    seen, go_on = Event(), Event()

    def work(watch: Watch) -> None:
        seen.set()
        go_on.wait(20)
        watch(Progress(Stage.READING, 1))
        raise AssertionError("went on")

    job = Job("one", work)
    job.start()
    seen.wait(20)
    job.cancel()
    go_on.set()
    assert job.is_done(within_s=20)
    assert job.error is None


def test_too_many_tables_in_a_minute_have_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "FILES_A_MINUTE", 0)
    begun: list[int] = []
    at = a_page(lambda watch: begun.append(1))
    assert begun == []
    assert "in a minute: wait" in at.warning[0].value
