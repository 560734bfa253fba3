"""Rules that hold beside the check: what reading seeds and records, drafting and mending report."""

from collections.abc import Mapping

# In the order of the flow: reading seeds, drafting them, reading records, mending them.
ELSEWHERE: Mapping[str, str] = {
    "seed-name": "A seed's file name is plain text.",
    "seed-format": "A seed is of a kind that can be read.",
    "seed-unreadable": "A seed is UTF-8 text that its format can be read from.",
    "seed-needs-package": "The package that reads a kind of seed is installed.",
    "seed-empty": "A seed holds an article's text.",
    "seed-header": "What a seed says of itself has the form that it must have.",
    "seed-id": "An article in a file of many has an id without spaces and #.",
    "seed-duplicate-id": "An article's id stands once in its file.",
    "seed-duplicate": "An article stands in one seed.",
    "seed-undated": "A seed tells the day of its report.",
    "seed-drafted": "A seed that is named for drafting has no briefing yet.",
    "draft-exists": "Drafting writes no file that is there.",
    "draft-unread": "The extractor could read the report.",
    "draft-language": "A report that is drafted is in English.",
    "draft-dropped": "What an extractor finds stands on words of the report.",
    "draft-suggestion": "A language model and the rules find the same.",
    "draft-namesake": "Two persons of one name are told apart.",
    "refresh-unsafe": "A refreshed file keeps every word and comment of a person.",
    "refresh-base": "The last draft of a briefing can be read.",
    "record-change": "Records can be read, and are not told apart, before they are renamed or merged.",
    "unfinished-change": "A rename, merge or split is whole.",
    "encoding": "A record is UTF-8 text.",
    "front-matter": "Front matter can be read.",
    "schema": "Front matter holds the keys and values that its kind of record may hold.",
    "fix-unsafe": "What is mended changes nothing else in its file.",
}
