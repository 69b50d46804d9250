"""The form in which a story is written: title, text, views to embed, and a preview as readers will see it."""

from dataclasses import dataclass

import streamlit as st

from claimsdash.app import cabinet, shelf
from claimsdash.app.plain import plain
from claimsdash.domain.errors import ClaimsdashError
from claimsdash.store.drawer import LONGEST_NAME
from claimsdash.store.stories import LONGEST_TEXT, Story, add_story, change_story

TITLE, TEXT, EMBED = "story_title", "story_text_field", "story_embed"
_FORM, _ERROR, _WRITTEN = "story_form", "story_form_error", "story_written"
HOW = (
    "`## Heading`, `**bold**`, `*italic*`, `- item`, `> quotation`, `[words](https://…)`; a line `![[name]]` is the "
    "chart of that saved view. Anything else is shown as typed."
)


@dataclass(frozen=True)
class Form:
    """What is being written; `story` is None for a new one."""

    story: Story | None


def is_open() -> bool:
    """Say whether the visitor is writing."""
    return _FORM in st.session_state


def open_new() -> None:
    """Begin a new story."""
    _open(Form(None), "", "")


def open_story(story: Story) -> None:
    """Go on with a story as it is now."""
    _open(Form(story), story.title, story.text)


def _open(form: Form, title: str, text: str) -> None:
    st.session_state[_FORM] = form
    st.session_state[_WRITTEN] = (title, text)
    st.session_state.pop(_ERROR, None)


def show() -> None:
    """Draw the form, and beside it what readers will see."""
    from claimsdash.app.stories import tell_story

    form: Form = st.session_state[_FORM]
    st.title("Write a story" if form.story is None else f"Edit “{plain(form.story.title)}”", anchor=False)
    if words := st.session_state.get(_ERROR):
        st.error(plain(words))
    left, right = st.columns(2, gap="large")
    with left:
        _take_up()
        title = st.text_input("Title", key=TITLE, max_chars=LONGEST_NAME)
        _offer_views()
        text = st.text_area("Text", key=TEXT, height=420, max_chars=LONGEST_TEXT)
        st.session_state[_WRITTEN] = (title, text)
        st.caption(HOW)
        with st.container(horizontal=True):
            st.button("Save", type="primary", key="save_story", on_click=_save)
            st.button("Cancel", key="cancel_story", on_click=_close)
        st.caption("The preview follows when you leave the field, or press Ctrl+Enter.")
    with right:
        st.markdown(":gray[:small[Preview]]")
        with st.container(key="story_text"):
            st.title(plain(title or "Untitled"), anchor=False)
            left_out = tell_story(str(text), key="preview")
        for words in left_out:
            st.caption(f"Left out: {plain(words)}.")


def _take_up() -> None:
    """Fill the fields with what was written before the visitor looked at another page, which empties them."""
    title, text = st.session_state[_WRITTEN]
    st.session_state.setdefault(TITLE, title)
    st.session_state.setdefault(TEXT, text)


def _offer_views() -> None:
    """Draw the list of saved views; the one chosen is added at the end of the text."""
    names = [thing.name for thing in cabinet.views().live]
    st.selectbox(
        "Add a chart at the end of the text",
        names,
        index=None,
        key=EMBED,
        placeholder="A saved view" if names else "No view is saved yet: save one under the chart of a topic",
        on_change=_embed,
        disabled=not names,
    )


def _embed() -> None:
    name = st.session_state.get(EMBED)
    if name:
        text = str(st.session_state.get(TEXT, "")).rstrip()
        st.session_state[TEXT] = f"{text}\n\n![[{name}]]\n".lstrip()
        st.session_state[EMBED] = None


def _save() -> None:
    form: Form = st.session_state[_FORM]
    title, text = str(st.session_state[TITLE]), str(st.session_state[TEXT])
    place = shelf.shelf().workspace.place
    try:
        if form.story is None:
            saved = add_story(place, title, text, cabinet.by())
        else:
            saved = change_story(place, form.story, title, text, cabinet.by())
    except ClaimsdashError as error:
        st.session_state[_ERROR] = str(error)
        return
    _close()
    st.query_params["story"] = saved.key


def _close() -> None:
    for name in (_FORM, _ERROR, _WRITTEN, TITLE, TEXT, EMBED):
        st.session_state.pop(name, None)
