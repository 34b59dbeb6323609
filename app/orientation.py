"""How an image is turned and mirrored on the screen."""

from dataclasses import dataclass

from PySide6.QtGui import QTransform

from app.letters import Letters
from app.state import Point

Matrix = tuple[tuple[int, int], tuple[int, int]]
"""(right, down) on the screen from (right, down) in the image, each row one of the results."""

_CLOCKWISE: Matrix = ((0, -1), (1, 0))
_MIRROR: Matrix = ((-1, 0), (0, 1))


@dataclass(frozen=True, slots=True)
class Orientation:
    """First mirrored, left for right, then turned clockwise by quarters."""

    quarters: int = 0
    """0 to 3."""
    mirrored: bool = False

    def turned(self, quarters: int) -> "Orientation":
        """Turn what is seen clockwise by so many quarters."""
        return Orientation((self.quarters + quarters) % 4, self.mirrored)

    def flipped(self, *, upside_down: bool = False) -> "Orientation":
        """Swap left and right of what is seen, or top and bottom."""
        # A mirror before a clockwise turn is the mirror after the turn the other way.
        return Orientation((2 * upside_down - self.quarters) % 4, not self.mirrored)

    @property
    def on_its_side(self) -> bool:
        """Whether rows of the image are columns of the screen."""
        return self.quarters % 2 == 1

    @property
    def matrix(self) -> Matrix:
        """From directions in the image to directions on the screen."""
        made: Matrix = _MIRROR if self.mirrored else ((1, 0), (0, 1))
        for _ in range(self.quarters):
            made = _product(_CLOCKWISE, made)
        return made

    def in_image(self, right: float, down: float) -> Point:
        """Return the way in the image of a way on the screen, both in screen pixels."""
        (a, b), (c, d) = self.matrix  # orthogonal: its inverse is its transpose
        return a * right + c * down, b * right + d * down

    def letters(self, letters: Letters) -> Letters:
        """Return where the edges on the screen point, from where those of the image point."""
        edges = {
            (-1, 0): letters.left,
            (1, 0): letters.right,
            (0, -1): letters.top,
            (0, 1): letters.bottom,
        }
        (a, b), (c, d) = self.matrix
        return Letters(
            left=edges[-a, -b],
            right=edges[a, b],
            top=edges[-c, -d],
            bottom=edges[c, d],
        )

    def transform(self, scale: float, aspect: float, center: Point, middle: Point) -> QTransform:
        """Return the way from image points to screen pixels.

        Parameters
        ----------
        scale
            Screen pixels per image column.
        aspect
            Height of a pixel divided by its width.
        center
            Image point (column, row) that lies in the middle.
        middle
            Of the view, in screen pixels.
        """
        (a, b), (c, d) = self.matrix
        high = scale * aspect
        turned = QTransform(a * scale, c * scale, b * high, d * high, *middle)
        return turned.translate(-center[0], -center[1])


AS_STORED = Orientation()
"""As in the file."""


def _product(first: Matrix, second: Matrix) -> Matrix:
    (a, b), (c, d) = first
    (e, f), (g, h) = second
    return (a * e + b * g, a * f + b * h), (c * e + d * g, c * f + d * h)
