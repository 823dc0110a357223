"""What all tests share: programs outside Python, and where their absence is a failure."""

import os
import shutil

import pytest
from hypothesis import settings

# A test never fails on a clock: how long an example takes says how busy the machine is.
settings.register_profile("house", deadline=None)
settings.load_profile("house")

REQUIRE_TOOLS = "IGFEDITOR_REQUIRE_TOOLS"


@pytest.fixture(autouse=True)
def _outside_programs(request: pytest.FixtureRequest) -> None:
    """Skip a test marked `tool(name)` where the program is missing; fail it where CI demands the program."""
    for mark in request.node.iter_markers("tool"):
        for name in mark.args:
            if shutil.which(name) is None:
                verdict = pytest.fail if os.environ.get(REQUIRE_TOOLS) else pytest.skip
                verdict(f"{name} is not on this machine")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes reference parts anew."""
    parser.addoption("--update-reference", action="store_true", help="write tests/reference anew, and fail")
