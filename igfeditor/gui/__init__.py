"""The window: views of one agenda, and nothing that could not be done without it.

The floors that the window stands on are loaded before Qt. Once PySide6 is there, it reads the source text of each
module that is imported, to see whether it uses Qt; for all that knows no Qt, that was a tenth of the start.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import Final

_BELOW: Final = ("language", "model", "document", "services")

for _floor in _BELOW:
    for _module in iter_modules(import_module(f"igfeditor.{_floor}").__path__):
        import_module(f"igfeditor.{_floor}.{_module.name}")
