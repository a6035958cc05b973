"""Facts about the world as TOML tables, each row with why, source and checked, and the one loader for them."""
