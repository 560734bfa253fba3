"""Languages by their codes: how they are called, and which way they run."""

from dateline.text.lexicon import word_set, words


def language_name(code: str) -> str:
    """“German” of `de`, or of `de-AT`; the code itself where no list knows it."""
    return str(words("languages")["names"].get(code.partition("-")[0], code))


def direction(code: str) -> str:
    """`rtl` or `ltr`, as HTML has it."""
    return "rtl" if code.partition("-")[0] in word_set("languages", "right-to-left") else "ltr"
