"""How each framework's program is recognised, one module per framework."""
