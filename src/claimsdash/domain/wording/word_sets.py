"""Sets of words, written as one text."""


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text.

    >>> sorted(word_set("over under"))
    ['over', 'under']
    """
    return frozenset(text.split())
