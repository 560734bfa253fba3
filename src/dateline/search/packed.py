"""Pagefind's files: a gzip of a signature and of CBOR (RFC 8949), of which lists, text and whole numbers are used."""

import gzip
from collections.abc import Sequence
from typing import Any

from zopfli.gzip import compress

SIGNATURE = b"pagefind_dcd"
_NUMBER, _TEXT, _LIST = 0, 3, 4
_TRIES = 15  # fewer may miss a quarter of what a long list can lose; twice as many gain less than a hundredth
_LONGEST_SHORT = 23  # a greater number follows in 1, 2, 4 or 8 bytes, told by 24 to 27


def unpack(data: bytes) -> Any:
    """The content of a file (ValueError where it is anything else than lists, text and whole numbers)."""
    raw = gzip.decompress(data)
    if not raw.startswith(SIGNATURE):
        raise ValueError("no signature")
    value, end = _read(raw, len(SIGNATURE))
    if end != len(raw):
        raise ValueError("bytes after the end")
    return value


def pack(value: Any) -> bytes:
    """A file with this content; no time is written into it."""
    return smallest(SIGNATURE + encode(value))


def smallest(content: bytes) -> bytes:
    """A gzip that takes long to make and is a tenth to a fifth smaller than the usual; no time is written into it."""
    packed: bytes = compress(content, numiterations=_TRIES)
    return packed


def _read(raw: bytes, at: int) -> tuple[Any, int]:
    kind, size = raw[at] >> 5, raw[at] & 31
    at += 1
    if size > _LONGEST_SHORT:
        if size > _LONGEST_SHORT + 4:
            raise ValueError(f"a value of open length at byte {at}")
        width = 1 << (size - _LONGEST_SHORT - 1)
        size, at = int.from_bytes(raw[at : at + width], "big"), at + width
    if kind == _NUMBER:
        return size, at
    if kind == _TEXT:
        return raw[at : at + size].decode("utf-8"), at + size
    if kind != _LIST:
        raise ValueError(f"a value of kind {kind} at byte {at}")
    items = []
    for _ in range(size):
        item, at = _read(raw, at)
        items.append(item)
    return items, at


def encode(value: Any) -> bytes:
    """One value as CBOR."""
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        encoded = value.encode("utf-8")
        return _head(_TEXT, len(encoded)) + encoded
    return head(value) + b"".join(encode(item) for item in value)


def head(items: Sequence[Any]) -> bytes:
    """What stands before the items of a list."""
    return _head(_LIST, len(items))


def _head(kind: int, size: int) -> bytes:
    if size <= _LONGEST_SHORT:
        return bytes([kind << 5 | size])
    power = next(power for power in range(4) if size < 1 << (8 << power))
    return bytes([kind << 5 | _LONGEST_SHORT + 1 + power]) + size.to_bytes(1 << power, "big")
