"""`dateline serve`: the built site on this machine, built again at each change."""

from dateline.serve.serving import serve

__all__ = ["serve"]
