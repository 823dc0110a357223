"""The garbage collector held back while much is made that is no garbage."""

from __future__ import annotations

import gc
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Generator[None]:
    """Hold the garbage collector back while an agenda, or what is made of one, grows.

    It has no cycles, yet the collector would walk all of it again and again as it grows, which is most of the time
    of reading; at the end it is put among the old at once (freeze and unfreeze), which saves one more walk. Only
    who stopped the collector starts it again, so that several threads may read at once.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        gc.enable()
