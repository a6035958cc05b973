"""What the cloud runs."""

from board.app import main

if __name__ == "__main__":
    main()
