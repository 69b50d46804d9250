"""What the stories page shows: the list of stories, one of them with its charts, or the form in which it is written."""

from functools import partial

import streamlit as st

from claimsdash.app import cabinet, pages, shelf, showing, story_form
from claimsdash.app.names import count
from claimsdash.app.plain import plain
from claimsdash.domain.story import Embed, embeds_in, opening_of, parts_of
from claimsdash.store.drawer import Contents, Thing
from claimsdash.store.stories import Story, stories_drawer, stories_in, story_of
from claimsdash.store.views import view_of

ASKED = "story"
INTRODUCTION = "Text with charts between: each embeds saved views by name, and shows what the workspace holds today."
EMPTY = (
    "No story is written yet. Save the views that it needs (“Save this view” under the chart of a topic), then write "
    "text here, with a line `![[name of the view]]` where a chart belongs."
)


def show() -> None:
    """Draw the story that the address names, the form in which one is written, or the list."""
    showing.follow()
    contents = cabinet.stories()
    asked = st.query_params.get(ASKED)
    if story_form.is_open():
        story_form.show()
        return
    if asked is not None:
        thing = contents.with_key(asked)
        if thing is not None:
            _story(story_of(thing))
            return
        st.warning("There is no such story here: it belongs to another workspace, or the address is cut off.")
    _list(contents)


def _list(contents: Contents) -> None:
    st.title("Stories", anchor=False)
    st.caption(INTRODUCTION)
    cabinet.tell()
    cabinet.tell_of_damage(contents)
    st.button("Write a story", icon=":material/edit:", key="write_story", on_click=story_form.open_new)
    stories = stories_in(contents)
    if not stories:
        st.info(EMPTY)
        if not cabinet.views().live:
            st.page_link(pages.TOPIC, label="Open a topic", icon=":material/timeline:")
    for story in stories:
        with st.container(border=True, key=f"story_{story.key}", gap="xsmall"):
            label = f"**{plain(story.title)}**"
            st.page_link(pages.STORIES, label=label, query_params={ASKED: story.key}, width="stretch")
            charts = count(len(embeds_in(story.text)), "chart")
            st.markdown(plain(opening_of(story.text)))
            st.caption(f"{charts} · changed {story.thing.when.day} {story.thing.when:%b %Y}{_by(story)}")
    _removed([thing for thing in contents.things if not thing.is_live])


def _by(story: Story) -> str:
    return f" by {plain(story.thing.who)}" if story.thing.who else ""


def _story(story: Story) -> None:
    """Draw a story for its readers, with what an editor may do at its foot."""
    st.title(plain(story.title), anchor=False)
    cabinet.tell()
    if not story.thing.is_live:
        st.warning("This story is removed. It can be brought back.")
    with st.container(key="story_text"):
        tell_story(story.text, key=story.key)
    with st.container(horizontal=True, vertical_alignment="center", key="story_foot"):
        st.page_link(pages.STORIES, label="All stories", icon=":material/arrow_back:")
        if story.thing.is_live:
            st.button("Edit", icon=":material/edit:", key="edit_story", on_click=story_form.open_story, args=(story,))
            st.button("Remove", key="remove_story", on_click=_remove, args=(story,))
        else:
            st.button("Bring back", key="bring_back_story", on_click=_bring_back, args=(story.thing,))
        st.caption(f"Changed {story.thing.when.day} {story.thing.when:%b %Y}{_by(story)}", width="content")


def tell_story(text: str, *, key: str) -> list[str]:
    """Draw the words and charts of a story; return what of its words was left out."""
    left_out: list[str] = []
    for number, part in enumerate(parts_of(text)):
        if isinstance(part, Embed):
            _embed(part.name, key=f"embed_{key}_{number}")
        else:
            st.markdown(part.markdown)
            left_out += part.left_out
    return left_out


def _embed(name: str, *, key: str) -> None:
    """Draw a saved view with its key, its sources and the way to the whole of it; say so where it is not there."""
    thing = cabinet.views().named(name)
    with st.container(border=True, key=f"frame_{key}", gap="xsmall"):
        if thing is None:
            st.warning(f"There is no saved view “{plain(name)}”: it was removed, or has another name.")
            return
        view, problems = showing.read(view_of(thing).parameters)
        if problems:
            st.warning(f"{plain(thing.name)}: {showing.say_problems(problems)}", icon=":material/link_off:")
        shown = showing.shown_of(view)
        if shown is None:
            st.warning(f"The topic of “{plain(thing.name)}” holds no claims here.")
            return
        st.markdown(f"**{plain(shown.caption.title)}**")
        st.caption(plain(shown.caption.subtitle))
        showing.draw(shown, key=key)
        showing.words_under(shown)
        showing.link_to(view, f"Open “{plain(thing.name)}”")


def _removed(things: list[Thing]) -> None:
    if not things:
        return
    with st.expander(f"Removed ({len(things)})"):
        for thing in things:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.page_link(pages.STORIES, label=plain(thing.name), query_params={ASKED: thing.key}, width="stretch")
                st.button("Bring back", key=f"back_{thing.key}", on_click=_bring_back, args=(thing,))


def _remove(story: Story) -> None:
    drawer = stories_drawer(shelf.shelf().workspace.place)
    words = f"“{story.title}” is removed. It can be brought back."
    if cabinet.change(partial(drawer.remove, story.key), words):
        st.query_params.pop(ASKED, None)


def _bring_back(thing: Thing) -> None:
    drawer = stories_drawer(shelf.shelf().workspace.place)
    cabinet.change(partial(drawer.bring_back, thing.key), f"“{thing.name}” is back.")
