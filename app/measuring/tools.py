"""Which tool draws what."""

from app.state import Tool
from core.measurement import Kind

KINDS = {
    Tool.DISTANCE: Kind.DISTANCE,
    Tool.ANGLE: Kind.ANGLE,
    Tool.COBB: Kind.COBB,
    Tool.ELLIPSE: Kind.ELLIPSE,
    Tool.RECTANGLE: Kind.RECTANGLE,
    Tool.FREEHAND: Kind.FREEHAND,
    Tool.POLYLINE: Kind.POLYLINE,
    Tool.ARROW: Kind.ARROW,
    Tool.TEXT: Kind.TEXT,
}
