"""What shows that the CUDA libraries or compilers of an image itself are used."""

import re
from functools import lru_cache
from typing import Literal

from dockerize_ml.knowledge.table import rows

Use = Literal["running", "building", "loading"]


@lru_cache
def cuda_users(*uses: Use) -> re.Pattern[str]:
    """Finds what uses them for one of these purposes."""
    patterns = (
        pattern for row in rows("cuda_users", "use") if row.text("when") in uses for pattern in row.texts("patterns")
    )
    return re.compile("|".join(patterns), re.IGNORECASE)
