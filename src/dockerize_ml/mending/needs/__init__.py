"""What a program needs from outside, which no change to an image can give: one kind per module."""
