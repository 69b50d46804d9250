"""`python -m claimsdash` is the console script."""

from claimsdash.cli import main

if __name__ == "__main__":
    main()
