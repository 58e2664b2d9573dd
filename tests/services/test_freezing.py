"""What is frozen comes back as it was, and the same circular gives the same bytes."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.reports.story import august
from wuye_cli.errors import RefusedError
from wuye_cli.services.freezing import freeze, thaw


def test_a_circular_comes_back_as_it_was_frozen() -> None:
    assert thaw(freeze(august())) == august()
    assert freeze(august()) == freeze(thaw(freeze(august())))


def test_a_circular_of_an_older_program_lacks_what_came_later() -> None:
    words = json.loads(freeze(august()))
    del words["figures"]
    older = {**words, "what_is_no_longer_there": 1}
    assert thaw(json.dumps(older).encode()) == replace(august(), figures=())


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", freeze(august())[:-20]])
def test_what_is_no_circular_is_said(content: bytes) -> None:
    with pytest.raises(RefusedError, match="读不出来"):
        thaw(content)
