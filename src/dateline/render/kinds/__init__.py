"""One module per kind of page; each has `pages(site)`, which yields the staged pages of that kind."""
