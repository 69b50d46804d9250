"""Twenty visitors who change a filter every second for two minutes, beside one who is alone.

    python benchmarks/load.py --json out.json [--sessions 20] [--seconds 120]

A visitor is what a browser is to the server, without the browser: a websocket on which Streamlit's messages go, a kept
connection for what is asked ahead of the run, and after each change first the one and then the other, as
`app/browser/telling.js` does it. Twenty browsers would need more than the machine that serves them, and what was
measured would be their own waiting. Each change ticks another choice in the filters, drawn by chance from all that the
topic has, or takes it back; it counts from the second at which it is due, also where the one before is late.

`answer` is the time until the chart after the change has come whole, `run` that until the run has brought the same.
The answer must be of the view that was asked for, and no run may fail or hold an exception.
"""

import argparse
import asyncio
import json
import os
import random
import statistics
import sys
import tempfile
import time
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from browser import write_down
from claimsdash.app.asked import ELEMENTS
from claimsdash.app.contents import WINDOW_BYTES
from peer_apps import serving

TOPIC = "troops_deployed"
FIELDS = {"claimants": "claimant", "kinds": "kind", "countries": "country"}
"""Filters that are changed, to their names in an address."""

HELD = 2
"""How many contents of each element a page tells that it holds."""

Content = tuple[str, bytes]
ALONE_S, LOOKS_EVERY_S, PATIENCE_S = 8, 10, 10
FINISHED = {ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY}
TRIGGER = "$$STREAMLIT_INTERNAL_KEY_{}__events"


@dataclass
class Taken:
    """Milliseconds of each answer and run, what went wrong, and how many visitors have arrived."""

    answer: list[float] = field(default_factory=list)
    run: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    n_there: int = 0


@dataclass
class Visitor:
    """An open page without a browser."""

    port: int
    socket: ClientConnection
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    chance: random.Random
    taken: Taken
    element: str = ""
    fragment: str = ""
    page: str = ""
    view: str = f"?topic={TOPIC}"
    turn: int = 0
    choices: list[tuple[str, str]] = field(default_factory=list)
    chosen: tuple[str, str] | None = None
    held: dict[str, list[Content]] = field(default_factory=lambda: {name: [] for name in ELEMENTS})

    async def arrive(self) -> None:
        """Open the page of the topic, and read from it which choices its filters have."""
        message = BackMsg()
        message.rerun_script.query_string = self.view[1:]
        message.rerun_script.page_name = "topic"
        await self.socket.send(message.SerializeToString())
        await self.rest()

    async def rest(self) -> None:
        """Read what the server sends until a run has ended."""
        while True:
            message = ForwardMsg.FromString(await asyncio.wait_for(self.socket.recv(decode=False), PATIENCE_S))
            match message.WhichOneof("type"):
                case "navigation":
                    self.page = message.navigation.page_script_hash
                case "delta":
                    self.see(message.delta)
                case "script_finished":
                    if message.script_finished not in FINISHED:
                        self.taken.errors.append(f"run ended with {message.script_finished}")
                    return

    def see(self, delta: Any) -> None:
        """Note an exception, and the element of the filters with its choices."""
        element = delta.new_element
        if element.WhichOneof("type") == "exception":
            self.taken.errors.append(f"exception: {element.exception.message}")
        if element.bidi_component.component_name != "claimsdash_filters":
            return
        self.element, self.fragment = element.bidi_component.id, delta.fragment_id
        told = self.open("filters", element.bidi_component.bytes)[1]
        if not self.choices and told:
            facets = {facet["name"]: facet["choices"] for facet in json.loads(told)["facets"]}
            self.choices = [(name, choice[0]) for name in FIELDS for choice in facets.get(name, ())]

    async def change(self, due: float) -> None:
        """Tick another choice, or take the last one back: ask for what follows, then tell the run."""
        if self.chosen is None:
            self.chosen = self.chance.choice(self.choices)
            fields, expected = {self.chosen[0]: [self.chosen[1]]}, (FIELDS[self.chosen[0]], self.chosen[1])
        else:
            fields, expected = {self.chosen[0]: []}, None
            self.chosen = None
        held = "*".join(".".join(name for name, _ in self.held[element]) for element in ELEMENTS)
        asked = {"view": self.view, "of": "filters", "set": json.dumps(fields), "held": held}
        parts = await asyncio.wait_for(self.ask(asked), PATIENCE_S)
        self.taken.answer.append(1000 * (time.perf_counter() - due))
        view = f"?{urlencode([('topic', TOPIC), *([expected] if expected else [])])}"
        if not parts or parts[0].decode() != view:
            self.taken.errors.append(f"asked for {view}, got {parts[0] if parts else None!r}")
        await self.tell(fields, [self.open(*part)[0] for part in zip(ELEMENTS, parts[1:], strict=False)])
        self.view = view
        await self.rest()
        self.taken.run.append(1000 * (time.perf_counter() - due))

    async def ask(self, query: dict[str, str]) -> list[bytes]:
        """Return the parts of the answer ahead of the run; none where there was no answer."""
        head = f"GET /_claimsdash/ahead?{urlencode(query)} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n"
        self.writer.write(head.encode())
        await self.writer.drain()
        status = int((await self.reader.readline()).split()[1])
        size = 0
        while (line := (await self.reader.readline()).decode().strip().lower()) != "":
            size = int(line.partition(":")[2]) if line.startswith("content-length") else size
        body = await self.reader.readexactly(size)
        return split(body) if status == 200 else []

    def open(self, element: str, sent: bytes) -> Content:
        """Return the name and the content of what an element is sent, and hold it, as `contents.js` does."""
        before = self.held[element]
        name, content = opened(sent, [one for _, one in before])
        content = content or dict(before).get(name, b"")
        self.held[element] = [(name, content), *(one for one in before if one[0] != name)][:HELD]
        return name, content

    async def tell(self, fields: dict[str, list[str]], shown: list[str]) -> None:
        """Tell the run what was changed and what is shown of it already."""
        self.turn += 1
        value = {"turn": self.turn, "fields": fields, "shown": shown}
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.page_script_hash, run.fragment_id = self.view[1:], self.page, self.fragment
        widget = run.widget_states.widgets.add()
        widget.id = TRIGGER.format(self.element)
        widget.json_trigger_value = json.dumps([{"event": "set", "value": value}])
        await self.socket.send(message.SerializeToString())


def opened(sent: bytes, before: list[bytes]) -> Content:
    """Return the name and the content of what was sent, deflated against what was shown before, perhaps."""
    if sent[0] < 1 << len(before):
        used = [one for place, one in enumerate(before) if sent[0] & 1 << place]
        window = b"".join(reversed(used))[-WINDOW_BYTES:]
        plain = zlib.decompressobj(-zlib.MAX_WBITS, zdict=window).decompress(sent[1:])
    else:
        plain = zlib.decompress(sent)
    head, _, content = plain.partition(b"\n")
    return json.loads(head)["name"], content


def split(body: bytes) -> list[bytes]:
    """Return the parts of an answer, each of which stands behind its length."""
    parts = []
    while body:
        size = int.from_bytes(body[:4])
        parts.append(body[4 : 4 + size])
        body = body[4 + size :]
    return parts


async def visit(port: int, number: int, taken: Taken, *, seconds: float, begin: asyncio.Event, shift: float) -> None:
    """Open a page and, once all are there, change a filter each second."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    async with connect(f"ws://127.0.0.1:{port}/_stcore/stream", max_size=None) as socket:
        visitor = Visitor(port, socket, reader, writer, random.Random(number), taken)  # noqa: S311 - no secret
        await visitor.arrive()
        taken.n_there += 1
        await begin.wait()
        begun = time.perf_counter() + shift
        for turn in range(int(seconds)):
            due = begun + turn
            await asyncio.sleep(due - time.perf_counter())
            await visitor.change(due)
    writer.close()


async def crowd(port: int, process: int, sessions: int, seconds: float) -> tuple[Taken, list[int]]:
    """Let so many visitors change filters; return what they took and the memory of the server every 10 s, in kB."""
    taken, begin = Taken(), asyncio.Event()
    shifts = [number / sessions for number in range(sessions)]
    visits = [
        asyncio.create_task(visit(port, number, taken, seconds=seconds, begin=begin, shift=shift))
        for number, shift in enumerate(shifts)
    ]
    while taken.n_there < sessions and not any(one.done() for one in visits):
        await asyncio.sleep(0.05)
    begin.set()
    memory = []
    while not all(one.done() for one in visits):
        memory.append(held_kb(process))
        await asyncio.wait(visits, timeout=LOOKS_EVERY_S)
    for one in visits:
        if (error := one.exception()) is not None:
            taken.errors.append(repr(error))
    return taken, [*memory, held_kb(process)]


def held_kb(process: int) -> int:
    """Return the memory that a process holds (Linux: VmRSS of proc_pid_status(5))."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def spent_s(process: int) -> float:
    """Return the seconds of processor time that a process has spent (proc_pid_stat(5), utime and stime)."""
    words = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")


def summary(alone: Taken, many: Taken, memory: list[int]) -> dict[str, object]:
    """Return medians, the 95th percentile, its ratio to the median of one visitor alone, memory and errors."""
    found: dict[str, object] = {}
    for name in ("answer", "run"):
        one, all_ = getattr(alone, name), getattr(many, name)
        late = statistics.quantiles(all_, n=20)[-1]
        found[f"{name}_ms"] = {
            "alone_median": round(statistics.median(one), 1),
            "median": round(statistics.median(all_), 1),
            "p95": round(late, 1),
            "p95_ratio": round(late / statistics.median(one), 2),
            "changes": len(all_),
        }
    return found | {"memory_mb": [round(kb / 1024) for kb in memory], "errors": alone.errors + many.errors}


def main() -> None:
    """Measure and write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", type=Path, help="file for the results")
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=120)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving("claimsdash", sys.executable, Path(folder)) as served:
        port, process = served
        alone, _ = asyncio.run(crowd(port, process, 1, ALONE_S))
        before, begun = spent_s(process), time.perf_counter()
        many, memory = asyncio.run(crowd(port, process, given.sessions, given.seconds))
        share = (spent_s(process) - before) / (time.perf_counter() - begun)
        log = (Path(folder) / "claimsdash.log").read_text(encoding="utf-8")
    found = summary(alone, many, memory) | {"processor_share": round(share, 2), "log": log[-2000:]}
    write_down(found, given.json)


if __name__ == "__main__":
    main()
