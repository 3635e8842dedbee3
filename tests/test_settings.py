"""Settings of the server: what must not meet a reader."""

import subprocess
import sys

from dashboard.config import ROOT

ASK = """
from streamlit import config
from streamlit.web import skills

config.get_config_options(force_reparse=True, options_from_flags={"server.headless": False})
print(skills.nudge_suppression_reason("dashboard"))
"""


def test_nothing_of_streamlits_own_covers_the_page() -> None:
    """`make run` is not headless, and Streamlit then shows a promotion over the passage unless it is told not to."""
    asked = subprocess.run([sys.executable, "-c", ASK], cwd=ROOT, capture_output=True, text=True, check=True)
    assert asked.stdout.strip() == "welcome_hidden"
