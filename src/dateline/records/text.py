"""A file's bytes as text with line feeds, and back: what begins and ends its lines stays as people saved it."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Text:
    """mark: the byte order mark or ""; newline: how the first line ends, and then every line of what is written."""

    text: str
    mark: str = ""
    newline: str = "\n"

    @classmethod
    def of(cls, content: bytes) -> "Text":
        """Read UTF-8 (UnicodeDecodeError where it is not)."""
        text = content.decode("utf-8")
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        first = text.partition("\n")[0]
        plain = text.removeprefix(mark).replace("\r\n", "\n").replace("\r", "\n")
        return cls(plain, mark, "\r\n" if first.endswith("\r") else "\n")

    def with_text(self, text: str) -> bytes:
        """Another text, saved the same way."""
        return replace(self, text=text).bytes

    @property
    def bytes(self) -> bytes:
        """The file's bytes."""
        return (self.mark + self.text.replace("\n", self.newline)).encode()
