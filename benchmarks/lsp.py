"""How long an editor waits after a keystroke: `python benchmarks/lsp.py [QUESTIONS]`.

A client types at the end of a native file, each time waiting until the server tells what it found:
with the pause for more keystrokes, the way through the pipes, and the whole file checked anew.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from lsp_client import Client

KEYSTROKES = 40


def main(count: int) -> None:
    items = "".join(
        f"  - question: Which number follows {n} when one counts by {n % 7 + 2} at a time?\n"
        f'    options: ["{n + 1}", "{n + n % 7 + 2}", "{n + 40}", "{n + 77}"]\n'
        f'    answer: "{n + n % 7 + 2}"\n'
        f"    explanation: One adds {n % 7 + 2} to {n}.\n"
        for n in range(count)
    )
    text = f"kind: quiz\nquestions:\n{items}    tags: [a"
    end = {"line": text.count("\n"), "character": len(text) - text.rfind("\n") - 1}
    with tempfile.TemporaryDirectory() as home:
        client = Client(Path(home), ["utf-16"], pulls=False)
        uri = Path(home, "a.quiz.yaml").as_uri()
        begun = time.perf_counter()
        item = {"uri": uri, "languageId": "yaml", "version": 0, "text": text + "]\n"}
        client.tell("textDocument/didOpen", textDocument=item)
        client.published()
        first = time.perf_counter() - begun
        took = []
        for version in range(1, KEYSTROKES + 1):
            begun = time.perf_counter()
            client.tell(
                "textDocument/didChange",
                textDocument={"uri": uri, "version": version},
                contentChanges=[{"range": {"start": end, "end": end}, "text": "a"}],
            )
            while client.published()["version"] != version:
                pass
            took.append(time.perf_counter() - begun)
        client.close()
    middle, slow = statistics.median(took), statistics.quantiles(took, n=20)[-1]
    print(
        f"{count} questions: opened after {1000 * first:.0f} ms, then {1000 * middle:.0f} ms a "
        f"keystroke (19 of 20 within {1000 * slow:.0f} ms)"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
