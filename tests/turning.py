"""How a test of a page goes from one view to the next, and what the page says."""

import zlib

import orjson
from streamlit.testing.v1 import AppTest


def turn_to(at: AppTest, **parameters: str | None) -> AppTest:
    """Go to another view of the page by its address; None takes a parameter out."""
    for name, value in parameters.items():
        if value is not None:
            at.query_params[name] = value
        elif name in at.query_params:
            del at.query_params[name]
    return at.run()


def words_of(at: AppTest) -> str:
    """Return what the page says in its texts and in elements of its own, without the backslashes of Markdown."""
    texts = [element.value for element in (*at.markdown, *at.caption, *at.info)]
    return "\n".join([*texts, *told_by_bar(at), *events_of(at)]).replace("\\", "")


def told_by_bar(at: AppTest) -> list[str]:
    """Return what stands below the tabs."""
    return [str(sent["asked"]["said"]) for sent in _sent(at, "claimsdash_bar")]


def events_of(at: AppTest) -> list[str]:
    """Return the numbered events listed below charts."""
    return [str(words) for sent in _sent(at, "claimsdash_graph") for words, _ in sent["caption"]["events"]]


def told_by_card(at: AppTest) -> str:
    """Return what the card says in place of evidence."""
    [sent] = _sent(at, "claimsdash_card")
    return str(sent["asked"]["said"])


def _sent(at: AppTest, name: str) -> list[dict[str, dict[str, list[list[str]]]]]:
    protos = [element.proto for element in at.get("bidi_component")]
    return [orjson.loads(zlib.decompress(proto.bytes)) for proto in protos if proto.component_name == name]
