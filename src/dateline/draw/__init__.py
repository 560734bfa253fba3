"""Drawings: values → SVG, the same for the same values. Colours are the style sheet's; words are the caller's."""
