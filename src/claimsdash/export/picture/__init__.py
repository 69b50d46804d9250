"""A chart as a picture that stands on its own, drawn by the Chrome of this machine."""

from claimsdash.export.picture.chrome import ChromeError, find_chrome
from claimsdash.export.picture.drawing import draw_picture

__all__ = ["ChromeError", "draw_picture", "find_chrome"]
