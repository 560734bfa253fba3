"""Prose: names linked, quotes marked, notes beside their paragraph, and never a word changed."""

import re
from html import escape, unescape
from html.parser import HTMLParser

from hypothesis import example, given
from hypothesis import strategies as st

from dateline.index.entries import NameTarget
from dateline.markdown import plain_text
from dateline.model import Quote
from dateline.render.prose import render_markdown, render_prose, render_sections

FORCES = NameTarget("actor", ("forces",))
TOWN = NameTarget("location", ("town",))


def rendered(body: str, *, names: dict[str, NameTarget] | None = None, quotes: dict[str, str] | None = None) -> str:
    return render_prose(
        body,
        names=names or {},
        quotes={key: Quote(source="s1", exact=words) for key, words in (quotes or {}).items()},
        link=lambda _name, target, _over: f'<a href="{target.ids[0]}">',
        mark=lambda ids: f'data-q="{" ".join(ids)}"',
        note=lambda quote, _letter: f"<aside>{quote}</aside>",
        footnote=lambda label, _number, html: f'<aside id="note-{label}">{html}</aside>',
    )


def test_longest_name_wins() -> None:
    names = {"Free Dorlen Front": FORCES, "Dorlen": TOWN}
    assert rendered("The Free Dorlen Front left Dorlen.", names=names) == (
        '<p>The <a href="forces">Free Dorlen Front</a> left <a href="town">Dorlen</a>.</p>'
    )


def test_only_whole_words_are_names() -> None:
    assert "<a" not in rendered("Dorlener and ExDorlen", names={"Dorlen": TOWN})


def test_longer_name_wins_over_one_that_begins_before_it() -> None:
    html = rendered("the Front Street Residents met", names={"the Front": FORCES, "Front Street Residents": TOWN})
    assert html == '<p>the <a href="town">Front Street Residents</a> met</p>'


def test_name_is_found_with_other_spaces_and_hyphens() -> None:
    html = rendered("Dor\u2011Kedma\u00a0Hill’s", names={"Dor-Kedma Hill's": TOWN})
    assert html == '<p><a href="town">Dor\u2011Kedma\u00a0Hill’s</a></p>'


def test_name_that_a_quote_cuts_is_one_link() -> None:
    html = rendered("he left Free Dorlen Front", names={"Free Dorlen Front": FORCES}, quotes={"q1": "left Free"})
    assert re.sub(r"<(?!/?a)[^>]+>", "", html).startswith(
        'he left <a href="forces">Free Dorlen Front</a><a href="#note-'
    )


def test_prefix_decides_which_of_equal_words_is_marked() -> None:
    quote = Quote(source="s1", exact="died", prefix="Two ")
    html = render_prose(
        "One died.\n\nTwo died.",
        names={},
        quotes={"q1": quote},
        link=lambda *_: "",
        mark=lambda _: "",
        note=lambda *_: "",
        footnote=lambda *_: "",
    )
    assert html.startswith("<p>One died.</p>")
    assert "Two <span" in html


def test_name_inside_a_link_is_left_alone() -> None:
    assert rendered("[in Dorlen](x.md)", names={"Dorlen": TOWN}).count("<a") == 1


def test_first_mention_in_each_section_is_linked() -> None:
    html = rendered("Dorlen, Dorlen.\n\n## More\n\nDorlen.", names={"Dorlen": TOWN})
    assert html.count('<a href="town">') == 2


def test_quote_is_marked_across_emphasis_and_line_breaks() -> None:
    html = rendered("It was *carried\nout* by them.", quotes={"q1": "carried out by them"})
    assert re.sub(r"</?(em|span)[^>]*>|<sup.*?</sup>", "", html) == (
        '<p>It was <mark data-q="q1">carried</mark>\n<mark data-q="q1">out</mark><mark data-q="q1"> by them</mark>.</p>'
        "\n<aside>q1</aside>"
    )
    assert html.count('id="q-q1"') == 1


def test_quote_over_two_paragraphs_has_one_anchor_and_one_note() -> None:
    html = rendered("One ends.\n\nTwo begins.", quotes={"q1": "ends.\n\nTwo"})
    assert html.count("<mark") == 2
    assert html.count('id="q-q1"') == html.count("<aside>") == 1


def test_letter_of_a_note_follows_the_last_words_and_stands_in_no_other_link() -> None:
    html = rendered("a [said *so*](x.md) b\n\nc said that.", quotes={"q1": "a said", "q2": "c", "q3": "that"})
    letters = re.findall(r'<sup[^>]*><a href="#note-on-(q\d)"[^>]*>(\w)</a></sup>', html)
    assert letters == [("q1", "a"), ("q2", "b"), ("q3", "c")]
    assert html.index("</em></a><sup") < html.index(" b</p>")
    assert "that</mark><sup" in html


def test_quote_without_a_note_has_no_letter() -> None:
    html = render_prose(
        "One. Two.",
        names={},
        quotes={key: Quote(source="s1", exact=words) for key, words in (("q1", "One"), ("q2", "Two"))},
        link=lambda *_: "",
        mark=lambda _: "",
        note=lambda quote, letter: f"<aside>{letter}</aside>" if quote == "q2" else "",
        footnote=lambda *_: "",
    )
    assert "One</mark>. " in html
    assert ">a</a></sup>" in html
    assert html.endswith("<aside>a</aside>")


def test_overlapping_quotes_nest_nowhere() -> None:
    html = rendered("abc def ghi", quotes={"q1": "abc def", "q2": "def ghi"})
    assert 'data-q="q1 q2"' in html
    assert not re.search(r"<mark[^>]*>[^<]*<mark", html)


def test_footnote_stands_after_its_paragraph() -> None:
    html = rendered("A[^term-1] b.\n\nC.\n\n[^term-1]: *Word*.")
    assert html.index("note-term-1") < html.index('<aside id="note-term-1">') < html.index("<p>C.")


def test_raw_html_is_escaped() -> None:
    assert "<script" not in rendered("a <script>alert(1)</script> b\n\n<div onclick='x'>c</div>")


class Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))


PIECES = (
    """<img src=x onerror=alert(1)>|[^a">|[^a]|"|'|<script>|[x](javascript:a)|`|![a](x|)|<!--|&lt;b&gt;|*|# |]: y"""
)
LABEL = '[^x"><svg/onload=a>]'
HOSTILE = st.lists(
    st.sampled_from([*PIECES.split("|"), LABEL, f"\n\n{LABEL}: y", "\n\n[^a]: b", "\n\n", "\n|a|\n|-|\n|b|"]),
    max_size=12,
).map("".join)
PLAIN = {
    "p",
    "a",
    "mark",
    "span",
    "sup",
    "em",
    "strong",
    "code",
    "pre",
    "ul",
    "ol",
    "li",
    "img",
    "h3",
    "blockquote",
    "div",
}
PLAIN |= {"table", "thead", "tbody", "tr", "th", "td", "hr", "br", "aside", "s", "h4", "h5", "h6"}


@given(HOSTILE)
@example(f"a{LABEL}\n\n{LABEL}: y")
def test_no_text_becomes_markup_of_its_own(body: str) -> None:
    """Whatever a body or a note's label holds, readers' browsers run none of it."""
    sections = [part if isinstance(part, str) else escape(part[2]) for part in render_sections(body)]
    for html in (rendered(body, quotes={"q1": "b"}), render_markdown(body), *sections):
        tags = Tags()
        tags.feed(html)
        assert {tag for tag, _ in tags.found} <= PLAIN
        assert [name for _, names in tags.found for name in names if name.startswith("on")] == []
        assert not re.search(r"=\"\s*javascript:", re.sub(r">[^<]*", "", html))


SENTENCES = st.lists(
    st.sampled_from(["The Free Dorlen Front", "left Dorlen.", "*Nobody*", "a & b", "said", "“yes”", "Dorlen", "\n\n"]),
    min_size=1,
    max_size=14,
).map(" ".join)


@given(SENTENCES, st.data())
def test_no_word_is_lost_or_changed(body: str, data: st.DataObject) -> None:
    """Whatever is linked and marked, readers read the same words in the same order."""
    text = plain_text(body)
    start = data.draw(st.integers(0, max(len(text) - 1, 0)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end].strip() or "said"
    html = rendered(body, names={"Free Dorlen Front": FORCES, "Dorlen": TOWN}, quotes={"q1": quote})
    shown = unescape(re.sub(r"<[^>]+>", "", re.sub(r"<aside>.*?</aside>|<sup.*?</sup>", "", html)))
    assert shown.split() == text.split()
    if "\n" not in quote and quote in text:
        assert 'id="q-q1"' in html
