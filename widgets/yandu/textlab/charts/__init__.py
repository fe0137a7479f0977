"""Charts that are tables first: HTML, SVG, Vega-Lite, plain text."""
