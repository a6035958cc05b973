"""How each manager's dependencies get into the virtual environment, one manager per module."""
