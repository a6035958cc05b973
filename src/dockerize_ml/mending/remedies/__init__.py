"""What mends a failure without a person: one kind of remedy per module."""
