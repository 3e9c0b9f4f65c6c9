"""Coverage-guided fuzzing of the code that meets foreign bytes first: cells, tables, the guard, VBA containers.

`python benchmarks/fuzz.py cells -max_total_time=120` goes on until something breaks its promise;
what libFuzzer then writes into `tests/trust/findings/` is tried again by every run of the tests.
Needs `pip install atheris` (Linux); the options after the target are libFuzzer's.
"""

import sys
import tempfile
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[1]
FINDINGS = ROOT / "tests" / "trust" / "findings"
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["houqin"]):
    from tests.trust.promises import PROMISES, SEEDS


def main() -> None:
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in PROMISES:
        raise SystemExit(f"one of {', '.join(PROMISES)}")
    FINDINGS.mkdir(exist_ok=True)
    corpus = Path(tempfile.gettempdir()) / f"houqin-fuzz-{name}"
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(SEEDS[name]()):
        (corpus / f"seed-{number}").write_bytes(seed)
    options = ["-max_len=20000", "-timeout=20", f"-artifact_prefix={FINDINGS}/{name}-"]
    atheris.Setup([sys.argv[0], *options, *sys.argv[2:], str(corpus)], PROMISES[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
