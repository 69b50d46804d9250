"""Which of Streamlit's files a page of ours names in its head."""

from importlib.resources import files

from claimsdash.app.chunks import ELEMENTS, FOLDER, chunks


def test_each_element_of_the_topic_page_is_there_with_all_that_it_imports() -> None:
    found = chunks()
    for element in ELEMENTS:
        assert any(name.startswith(f"{element}.") for name in found), element
    assert all((files("streamlit") / "static" / FOLDER / name).is_file() for name in found)
    assert len(set(found)) == len(found)


def test_the_code_of_the_page_itself_is_not_named_again() -> None:
    assert not [name for name in chunks() if name.startswith("index.")]
