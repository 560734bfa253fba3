"""Beginnings: a site of one's own, and files for records with hints; nothing that is there is ever written over."""

from dateline.scaffold.site import Initialized, init_site

__all__ = ["Initialized", "init_site"]
