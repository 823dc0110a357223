from __future__ import annotations

import pytest

from igfeditor.errors import sentence
from igfeditor.language.messages import say
from igfeditor.language.tongues import language_sentence, own_name


@pytest.mark.parametrize(
    ("code", "name"), [("en", "English"), ("ar", "العربية"), ("fr", "Français"), ("ur", "اردو"), ("xx", "xx")]
)
def test_a_language_is_called_as_it_calls_itself(code: str, name: str) -> None:
    assert own_name(code) == name


@pytest.mark.parametrize(
    ("code", "english", "arabic"),
    [
        ("ar", "Arabic", "العربية"),
        ("en", "English", "الإنكليزية"),
        ("de", "German", "الألمانية"),
        ("xx", "xx", "\u200exx\u200e"),
    ],
)
def test_a_language_is_named_in_the_language_of_the_message(code: str, english: str, arabic: str) -> None:
    message = sentence("{language}", language=language_sentence(code))
    assert (say(message, "en"), say(message, "ar")) == (english, arabic)
