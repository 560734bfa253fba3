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


PAGES = {
    "briefings/2031-a.md": "briefings/2031-a.html",
    "briefings/actors/x.md": "actors/x.html",
    "briefings/about.md": "about.html",
    "seeds/s.txt": "sources/s.html",
}


def led(link: str, *, content: str, page: str) -> str:
    html = with_page_links(f'<a href="{link}">', content=content, page=page, pages=lambda path: PAGES.get(path, ""))
    return html.removeprefix('<a href="').removesuffix('">')


def test_links_between_files_lead_to_their_pages() -> None:
    briefing = {"content": "briefings/2031-b.md", "page": "briefings/2031-b.html"}
    assert led("actors/x.md#names", **briefing) == "../actors/x.html#names"
    assert led("2031-a.md", **briefing) == "2031-a.html"
    assert led("../seeds/s.txt", **briefing) == "../sources/s.html"
    actor = {"content": "briefings/actors/z.md", "page": "actors/z.html"}
    assert led("../about.md", **actor) == "../about.html"
    assert led("../2031-a.md", **actor) == "../briefings/2031-a.html"
    plain = {"content": "briefings/about.md", "page": "about.html"}
    assert led("2031-a.md", **plain) == "briefings/2031-a.html"


def test_links_to_anything_else_stay() -> None:
    for link in ("https://a.example/b.md", "nowhere.md", "#note", "picture.png"):
        assert led(link, content="briefings/about.md", page="about.html") == link


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
