import os
import subprocess
import sys
from pathlib import Path

WARMED = """
import gc, sys
from claimsdash.app import warming
warming.begin()
warming.finish()
assert "claimsdash.app.shelf" in sys.modules
assert gc.get_freeze_count() > 100_000
assert "claimsdash.app.pages" not in sys.modules
"""


def test_warming_opens_the_workspace_and_leaves_the_pages_to_the_first_visitor(tmp_path: Path) -> None:
    workspace = tmp_path / "workspace"
    source = str(Path(__file__).parents[2] / "src")
    environment = os.environ | {"PYTHONPATH": source, "CLAIMSDASH_WORKSPACE": str(workspace)}
    ran = subprocess.run(
        [sys.executable, "-c", WARMED], env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert ran.returncode == 0, ran.stderr
    assert "ScriptRunContext" not in ran.stderr
    assert workspace.exists()
