#!/usr/bin/env python3
"""Figures of the whole program on a folder of text, each as a ratio against a bare engine in the same run.

bench.py BUILD CORPUS [--pairs N]
  BUILD   build tree with samenspel, words.bin, engine_floor, stage_bench, query_bench
  CORPUS  folder of text files
Prints: the whole ingest against the engine floor (CPU seconds, pairs in turn), two jobs against one (wall),
peak memory, an unchanged second ingest, tables, query latency cold and warm, stages on their own.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time


def run(*command):
    """(CPU seconds, wall seconds, peak MiB) of one process, its output thrown away."""
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)}: status {process.returncode}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begin, usage.ru_maxrss / 1024


def spread(values, unit=""):
    return f"{statistics.median(values):.3f}{unit} ({min(values):.3f}-{max(values):.3f})"


class Bench:
    def __init__(self, build, corpus, folder):
        self.program = os.path.join(build, "samenspel")
        self.build, self.corpus, self.folder = build, corpus, folder
        self.study = os.path.join(folder, "study")

    def tool(self, name):
        return next(p for p in (os.path.join(self.build, d, name) for d in ("", "tests")) if os.path.exists(p))

    def ingest(self, jobs):
        shutil.rmtree(self.study, ignore_errors=True)
        run(self.program, "new", self.study)
        return run(self.program, "ingest", "--study", self.study, "--jobs", str(jobs), self.corpus)

    def floor(self):
        target = os.path.join(self.folder, "floor")
        shutil.rmtree(target, ignore_errors=True)
        return run(self.tool("engine_floor"), self.corpus, target)

    def pairs(self, count):
        ours, floors, twos = [], [], []
        for _ in range(count):
            twos.append(self.ingest(2))
            floors.append(self.floor())
            ours.append(self.ingest(1))
        print("ingest, cpu s          ", spread([o[0] for o in ours]), " floor", spread([f[0] for f in floors]))
        print("ingest / floor, cpu    ", spread([o[0] / f[0] for o, f in zip(ours, floors)]))
        print("two jobs / one, wall   ", spread([t[1] / o[1] for t, o in zip(twos, ours)]),
              " one:", spread([o[1] for o in ours], " s"))
        print("peak memory, MiB        one job", round(max(o[2] for o in ours)), " two jobs", round(max(t[2] for t in twos)),
              " floor", round(max(f[2] for f in floors)))

    def commands(self, count=20):
        again = [run(self.program, "ingest", "--study", self.study, self.corpus) for _ in range(5)]
        print("unchanged ingest, wall ", spread([a[1] for a in again], " s"))
        study = ["--study", self.study]
        for name, command in (("factor x document", ["table", "--columns", "document", "--format", "csv"]),
                              ("factor", ["table"]),
                              ("search word", ["search", "samenwerking"]),
                              ("search mixed", ["search", "factor:gemeente NEAR/8 samenwerken"]),
                              ("search phrase", ["search", '"gedeelde visie"'])):
            times = [run(self.program, *command, *study)[1] * 1000 for _ in range(count)]
            times.sort()
            print(f"{name:<18} command, ms: p50 {times[count // 2]:.0f}  p95 {times[count * 95 // 100]:.0f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build")
    parser.add_argument("corpus")
    parser.add_argument("--pairs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(os.path.abspath(options.build), os.path.abspath(options.corpus), folder)
        bench.pairs(options.pairs)
        bench.commands()
        words = os.path.join(bench.build, "words.bin")
        for command in ([bench.tool("query_bench"), bench.study, words],
                        [bench.tool("stage_bench"), bench.corpus, words, os.path.join(bench.study, "lexicon")]):
            print(flush=True)
            subprocess.run(command, check=True)


main()
