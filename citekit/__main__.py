"""``python -m citekit`` is the same as ``citekit``."""

from citekit.cli import main

if __name__ == "__main__":
    main()
