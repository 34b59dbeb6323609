"""What the README tells a newcomer to type exists, and what it points to is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = sorted(set(re.findall(r"^clearslice (\w+)", README, re.MULTILINE)))


def test_first_screen_holds_the_two_commands() -> None:
    first = README.splitlines()[:40]
    for command in ("run", "test"):
        assert any(line.startswith(f"python3 packaging/dev.py {command}") for line in first)


def test_ci_types_the_readmes_command() -> None:
    assert "\npython3 packaging/dev.py test\n" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shown_exists(command: str) -> None:
    asked = [sys.executable, "-m", "app", command, "--help"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert f"clearslice {command}" in done.stdout


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_said_to_be_not_for_diagnosis_before_the_first_command() -> None:
    assert README.index("Not for diagnostic use") < README.index("## Two commands")
