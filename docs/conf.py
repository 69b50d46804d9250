"""How the pages of this folder become a site: `python -m sphinx -W -n docs site`."""

from claimsdash.export.notes import program_version

project = "claimsdash"
version = release = program_version()
extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["pictures"]

html_theme = "furo"
html_title = "claimsdash"
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
html_theme_options = {"top_of_page_buttons": []}

myst_heading_anchors = 4
"""Sections down to this level can be linked to, as on the pages of a repository."""

nitpick_ignore_regex = [("py:class", r"(?!claimsdash\.).*")]
"""Types of other projects have their pages elsewhere, and nothing is fetched to find them."""

default_role = "literal"
add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_default_options = {"members": True, "undoc-members": False}
