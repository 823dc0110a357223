"""What all tests share: programs outside Python, and where their absence is a failure."""

import os
import shutil

import pytest
from hypothesis import settings

from igfeditor.services import spelling

REQUIRE_TOOLS = "IGFEDITOR_REQUIRE_TOOLS"

# A test never fails on a clock: how long an example takes says how busy the machine is. Where CI judges a change the
# examples are the same each time, so that what turns it red is the change; at home, and in the torture, they are new.
settings.register_profile("house", deadline=None, derandomize=REQUIRE_TOOLS in os.environ)
settings.load_profile("house")

PLACES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


@pytest.fixture(autouse=True, scope="session")
def _places_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep settings, backups and journals of tests away from those of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    for name in PLACES:
        os.environ[name] = str(home / name)


@pytest.fixture(autouse=True)
def _outside_programs(request: pytest.FixtureRequest) -> None:
    """Skip a test marked `tool(name)` where the program is missing; fail it where CI demands the program."""
    for mark in request.node.iter_markers("tool"):
        for name in mark.args:
            if shutil.which(name) is None:
                _do_without(name)


@pytest.fixture(autouse=True)
def _dictionaries(request: pytest.FixtureRequest) -> None:
    """Do the same for a test marked `dictionary(language)` where Enchant has no dictionary of the language."""
    for mark in request.node.iter_markers("dictionary"):
        for language in mark.args:
            if not spelling.has_dictionary(language):
                _do_without(f"a dictionary of {language!r}")


def _do_without(what: str) -> None:
    verdict = pytest.fail if os.environ.get(REQUIRE_TOOLS) else pytest.skip
    verdict(f"{what} is not on this machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes reference parts anew."""
    parser.addoption("--update-reference", action="store_true", help="write tests/reference anew, and fail")
