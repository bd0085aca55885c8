"""`python -m quizlint`."""

from quizlint.cli import main

if __name__ == "__main__":
    main()
