from typing import Self


class Handler:
    def named(self, name: str) -> Self:
        match name:
            case "a":
                return self
        return self
