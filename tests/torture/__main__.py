"""python -m tests.torture --minutes N: break things on purpose for as long as that, and print the counts of each row."""

from __future__ import annotations

import argparse
import sys

from tests.torture import bombs, fuzz, saving

ROWS = {"killed and at once": saving.run, "bombs": bombs.run, "fuzz": fuzz.run}


def main() -> None:
    """Run each row for its share of the time."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    parser.add_argument("--minutes", type=float, default=3.0)
    parser.add_argument("rows", nargs="*", choices=[[], *ROWS], default=[])
    wish = parser.parse_args()
    chosen = {name: ROWS[name] for name in wish.rows or ROWS}
    for name, run in chosen.items():
        sys.stdout.write(f"{name}\n")
        for what, count in run(wish.minutes / len(chosen)).items():
            sys.stdout.write(f"    {what:<32} {count:>12,}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
