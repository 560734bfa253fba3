"""One module per kind of page; each has `pages(site)`, which yields the pages of that kind, planned."""
