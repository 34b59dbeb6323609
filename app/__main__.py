"""`python -m app` and both packaged programs: the decoder of compressed frames, or the command line."""

import sys

from core.frozen import DECODE_FRAMES


def main() -> int:
    """Run what was asked for; return the exit code."""
    if sys.argv[1:] == [DECODE_FRAMES]:  # A packaged program starts itself anew to decode, without Qt.
        from core.dicom.codec_child import serve

        serve()
        return 0
    from app.cli import main as command_line

    return command_line()


if __name__ == "__main__":
    sys.exit(main())
