"""Files of the search index: what is packed comes back, small, and lengths keep their order."""

import gzip

from hypothesis import given
from hypothesis import strategies as st

from dateline.search.order import relative_length
from dateline.search.packed import pack, smallest, unpack

VALUES = st.recursive(
    st.integers(0, 2**40) | st.text(max_size=30), lambda inner: st.lists(inner, max_size=30), max_leaves=60
)


@given(VALUES)
def test_what_is_packed_comes_back(value: object) -> None:
    assert unpack(pack(value)) == value
    assert pack(value) == pack(value)


def test_packed_is_smaller_than_by_gzip() -> None:
    pages = [[f"en_0123456789/{number}", relative_length(20 + number * 7919 % 400)] for number in range(3000)]
    content = str(pages).encode()
    small = smallest(content)
    assert gzip.decompress(small) == content
    assert len(small) < 0.95 * len(gzip.compress(content, 9))


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_lengths_keep_their_order_and_take_one_byte(one: int, other: int) -> None:
    short, long = sorted((one, other))
    assert 1 <= relative_length(short) <= relative_length(long) <= 23


@given(st.integers(30, 460))
def test_lengths_of_most_pages_are_near(words: int) -> None:
    assert abs(20 * relative_length(words) - words) <= max(10, 0.15 * words)
