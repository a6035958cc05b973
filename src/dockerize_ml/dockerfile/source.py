"""Bytes to text and back without losing one."""

BYTE_ORDER_MARK = "\ufeff"


def read_bytes(data: bytes) -> str:
    """Decode a Dockerfile so that any bytes survive; ``text.encode("utf-8", "surrogateescape")`` gives them back."""
    return data.decode("utf-8", "surrogateescape")


def byte_length(text: str) -> int:
    """How many bytes a text takes in the file."""
    try:
        return len(text.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:  # a lone surrogate that stands for no byte
        return len(text.encode("utf-8", "surrogatepass"))
