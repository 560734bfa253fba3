"""HTML made fit for a staged page."""

from dateline.render.margin import top_blocks, with_margin
from dateline.render.markup import heading, one_line, stage, with_page_links


def test_no_line_feed_is_left_and_code_keeps_its_lines() -> None:
    assert one_line("<p>a\n# b</p>\n<pre><code>x\n\ny\n</code></pre>") == (
        "<p>a # b</p> <pre><code>x&#10;&#10;y&#10;</code></pre>"
    )


def test_empty_lines_stand_around_headings_alone() -> None:
    text = "---\n\ntitle: x\n\n---\n\n<div>\n\n<p>a</p>\n   \n</div>\n## B {: #b }\n<p>c</p>\n\n\n"
    assert stage(text) == "---\ntitle: x\n---\n\n<div>\n<p>a</p>\n</div>\n\n## B {: #b }\n\n<p>c</p>\n"


def test_heading_means_nothing_to_markdown() -> None:
    assert heading(2, "*a* [b](c) <i> & {: #x }", "k") == (r"## \*a\* \[b\]\(c\) &lt;i&gt; &amp; \{: \#x \} {: #k }")


def test_links_to_content_files() -> None:
    html = '<a href="actors/x.md#names">x</a> <a href="https://a.example/b.md">y</a> <a href="2031-a.md">z</a>'
    led = with_page_links(html, content="2031-b.md", page="briefings/2031-b.md", briefings={"2031-a"})
    assert led == (
        '<a href="../actors/x.html#names">x</a> <a href="https://a.example/b.md">y</a> <a href="2031-a.html">z</a>'
    )


def test_links_from_a_folder() -> None:
    html = '<a href="../about.md">x</a> <a href="../2031-a.md">y</a>'
    led = with_page_links(html, content="actors/z.md", page="actors/z.md", briefings={"2031-a"})
    assert led == '<a href="../about.html">x</a> <a href="../briefings/2031-a.html">y</a>'


def test_outermost_blocks() -> None:
    html = '<p>a <b>b</b></p> <hr> <div class="x"><div>c<br>d</div></div> <p>e &lt; f</p>'
    assert top_blocks(html) == [
        "<p>a <b>b</b></p>",
        "<hr>",
        '<div class="x"><div>c<br>d</div></div>',
        "<p>e &lt; f</p>",
    ]


def test_notes_share_a_cell_that_spans_what_has_none() -> None:
    note = '<div class="note">n</div>'
    html = with_margin(f"<p>a</p>{note}{note}<p>b</p><p>c</p><p>d</p>{note}<p>e</p>")
    assert html.split("\n") == [
        "<p>a</p>",
        f'<div class="margin" style="--rows:3">{note}{note}</div>',
        "<p>b</p>",
        "<p>c</p>",
        "<p>d</p>",
        f'<div class="margin" style="--rows:2">{note}</div>',
        "<p>e</p>",
    ]
