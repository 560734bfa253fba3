"""A file's bytes as text with line feeds, and back: the mark at its beginning and the ends of its lines stay."""

from dataclasses import dataclass

_MARK = "\ufeff"


@dataclass(frozen=True)
class Written:
    """text: with line feeds; newline: how lines end in the file, "" where they do not all end alike."""

    text: str
    newline: str
    mark: str

    @classmethod
    def of(cls, data: bytes) -> "Written":
        """Raises UnicodeDecodeError."""
        whole = data.decode("utf-8")
        mark = _MARK if whole.startswith(_MARK) else ""
        raw = whole.removeprefix(mark)
        text = raw.replace("\r\n", "\n").replace("\r", "\n")
        alike = [newline for newline in ("\n", "\r\n", "\r") if text.replace("\n", newline) == raw]
        return cls(text, alike[0] if alike else "", mark)

    def encoded(self, text: str) -> bytes:
        """Another text as this file would have it."""
        return f"{self.mark}{text.replace(chr(10), self.newline)}".encode()
