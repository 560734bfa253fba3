"""HTML made fit for a staged page."""

import re

from dateline.render.margin import top_blocks, with_margin
from dateline.render.markup import heading, one_line, stage


def test_no_line_feed_is_left_and_code_keeps_its_lines() -> None:
    assert one_line("<p>a\n# b</p>\n<pre><code>x\n\ny\n</code></pre>") == (
        "<p>a # b</p> <pre><code>x&#10;&#10;y&#10;</code></pre>"
    )


def test_empty_lines_stand_around_headings_alone() -> None:
    text = "---\n\ntitle: x\n\n---\n\n<div>\n\n<p>a</p>\n   \n</div>\n## B {: #b }\n<p>c</p>\n\n\n"
    assert stage(text) == "---\ntitle: x\n---\n\n<div>\n<p>a</p>\n</div>\n\n## B {: #b }\n\n<p>c</p>\n"


def test_heading_means_nothing_to_markdown() -> None:
    assert heading(2, "*a* [b](c) <i> & {: #x }", "k") == (r"## \*a\* \[b\]\(c\) &lt;i&gt; &amp; \{: \#x \} {: #k }")


def test_outermost_blocks() -> None:
    html = '<p>a <b>b</b></p> <hr> <div class="x"><div>c<br>d</div></div> <p>e &lt; f</p>'
    assert top_blocks(html) == [
        "<p>a <b>b</b></p>",
        "<hr>",
        '<div class="x"><div>c<br>d</div></div>',
        "<p>e &lt; f</p>",
    ]


NOTE = '<div class="note">n</div>'


def test_notes_share_a_cell_that_reaches_to_the_next() -> None:
    html = with_margin(f"<p>a</p>{NOTE}{NOTE}<p>b</p><p>c</p><p>d</p>{NOTE}<p>e</p>")
    assert html.split("\n") == [
        '<p style="--lines:3">a</p>',
        f'<div class="margin" style="--line:1;--lines:9">{NOTE}{NOTE}</div>',
        '<p style="--lines:3">b</p>',
        '<p style="--lines:3">c</p>',
        '<p style="--lines:3">d</p>',
        f'<div class="margin" style="--line:10;--lines:7">{NOTE}</div>',
        '<p style="--lines:3">e</p>',
    ]


def cells(html: str) -> list[tuple[int, int]]:
    """(first line, lines) of each cell."""
    return [(int(line), int(lines)) for line, lines in re.findall(r"--line:(\d+);--lines:(\d+)", html)]


def test_long_note_runs_on_beside_a_paragraph_with_notes() -> None:
    """The next cell begins below it and not beside its own paragraph; no cell stands beside another."""
    long = f'<div class="note">{"word " * 50}</div>'
    (first, lines), (second, _) = cells(with_margin(f"<p>a</p>{long}<p>b</p>{NOTE}"))
    assert (first, second) == (1, 1 + lines)
    assert second > 3


def test_notes_stay_near_their_paragraph() -> None:
    """However many notes stand above, those on a later paragraph begin at most eight lines below its beginning."""
    found = cells(with_margin(f"<p>a</p>{NOTE * 30}<p>b</p>{NOTE}<p>c</p>{NOTE}"))
    assert [line for line, _ in found] == [1, 20, 23]
    assert [line + lines for line, lines in found[:2]] == [20, 23], "no cell stands beside another"


def test_note_before_any_text_is_kept() -> None:
    assert NOTE in with_margin(NOTE)
