"""How a test of a page goes from one view to the next."""

from streamlit.testing.v1 import AppTest


def turn_to(at: AppTest, **parameters: str | None) -> AppTest:
    """Go to another view of the page by its address; None takes a parameter out."""
    for name, value in parameters.items():
        if value is not None:
            at.query_params[name] = value
        elif name in at.query_params:
            del at.query_params[name]
    return at.run()
