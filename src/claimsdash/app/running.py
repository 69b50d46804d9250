"""Work that may take longer than a moment: done beside the page, with its progress and a way to stop it."""

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Any

import streamlit as st

from claimsdash.app.plain import plain
from claimsdash.intake.watching import CancelledError, Progress, Watch

PATIENCE_S = 1.0
"""How long a run waits for the work itself, before it shows how far it is."""

FILES_A_MINUTE = 10
"""Different files and choices that one visitor may have read in a minute."""

_JOB, _BEGUN = "running_job", "running_begun"
_LOOKS_EVERY_S = 0.5

Work = Callable[[Watch], Any]


@dataclass
class Job:
    """One piece of work in a thread of its own; `key` says of what."""

    key: Hashable
    work: Work
    progress: Progress | None = None
    report: Any = None
    error: Exception | None = None
    _stop: Event = field(default_factory=Event)
    _thread: Thread | None = None

    def start(self) -> None:
        """Begin."""
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def is_done(self, *, within_s: float = 0) -> bool:
        """Say whether it has ended, after waiting for it."""
        assert self._thread is not None  # noqa: S101 - only a started job is asked
        self._thread.join(within_s)
        return not self._thread.is_alive()

    def cancel(self) -> None:
        """Have it end at its next step."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Say whether somebody stopped it."""
        return self._stop.is_set()

    def _run(self) -> None:
        try:
            self.report = self.work(self._watch)
        except CancelledError:
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again in the run of the page
            self.error = error

    def _watch(self, progress: Progress) -> None:
        self.progress = progress
        if self.is_cancelled:
            raise CancelledError


def outcome_of(key: Hashable, work: Work, *, may_wait: bool = True) -> Any:
    """Return what the work gives; None while it goes on, was stopped, or may not begin yet, which the page then shows.

    The work for a key is begun once. Work for another key stops that of the key before. It may have to wait where a
    visitor begins much in a minute.
    """
    job: Job | None = st.session_state.get(_JOB)
    if job is None or job.key != key:
        if job is not None:
            job.cancel()
        if may_wait and not _may_begin():
            return None
        job = st.session_state[_JOB] = Job(key, work)
        job.start()
    if job.is_cancelled and not (job.is_done(within_s=PATIENCE_S) and job.report is not None):
        _cancelled()
        return None
    if not job.is_done(within_s=PATIENCE_S):
        _going_on()
        return None
    del st.session_state[_JOB]
    if job.error is not None:
        raise job.error
    return job.report


def _may_begin() -> bool:
    """Say whether this visitor may have another file read now."""
    now = time.monotonic()
    begun = [at for at in st.session_state.get(_BEGUN, []) if now - at < 60]
    if len(begun) >= FILES_A_MINUTE:
        st.warning(f"More than {FILES_A_MINUTE} tables in a minute: wait {60 - now + min(begun, default=now):.0f} s.")
        st.button("Go on", key="go_on")
        return False
    st.session_state[_BEGUN] = [*begun, now]
    return True


@st.fragment(run_every=_LOOKS_EVERY_S)
def _going_on() -> None:
    job: Job | None = st.session_state.get(_JOB)
    if job is None or job.is_cancelled or job.is_done():
        st.rerun()
    else:
        progress = job.progress
        told = progress.say() if progress else "Opening the table …"
        st.progress(progress.share if progress else 0.0, text=plain(told))
        st.button("Cancel", key="cancel_reading", on_click=job.cancel)


def _cancelled() -> None:
    st.info("It was cancelled. Nothing was stored.")
    st.button("Do it after all", key="read_after_all", on_click=forget)


def stop() -> None:
    """Have the work end at its next step, and forget it."""
    job: Job | None = st.session_state.pop(_JOB, None)
    if job is not None:
        job.cancel()


def forget() -> None:
    """Forget the work, so that it can begin anew."""
    st.session_state.pop(_JOB, None)
