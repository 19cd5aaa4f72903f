"""What `rapport.py` runs in a process where the library finds no orjson and no msgspec.

`python benchmarks/zonder_extras.py HOW_MANY` prints the figures of the mix, as JSON.
"""

import json
import sys

from meten import meet  # before orjson goes


def main() -> None:
    """Hide the extras, and measure."""
    vars(sys)["modules"] |= dict.fromkeys(("orjson", "msgspec"))
    from varianten import EIGEN  # noqa: PLC0415 - imports the library, which must not find them
    from vormen import verzameling  # noqa: PLC0415 - so does this

    print(json.dumps(meet(EIGEN, verzameling(int(sys.argv[1])))))


if __name__ == "__main__":
    main()
