"""Lexical recognisers shared by the grammars: dates, pages, brackets, web addresses."""
