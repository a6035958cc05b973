"""What ADD unpacks, by its ending."""

ARCHIVES = (
    *(".tar", ".Z", ".bz2", ".gz", ".lz", ".lzma", ".tZ", ".tb2", ".tbz", ".tbz2"),
    *(".tgz", ".tlz", ".tpz", ".txz", ".xz", ".tar.zst", ".tzst"),
)
