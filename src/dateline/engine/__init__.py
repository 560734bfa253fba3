"""`build/docs ─engine─▶ site`: site engines, run as processes."""

from dateline.engine.pages import EnginePages
from dateline.engine.run import ENGINES, Engine, run_engine

__all__ = ["ENGINES", "Engine", "EnginePages", "run_engine"]
