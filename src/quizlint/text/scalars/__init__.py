"""How file formats spell a text: quotes, escapes, folding. One module per format."""
