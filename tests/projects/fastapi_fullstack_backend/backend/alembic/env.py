from alembic import context
from app.models import Base
