"""Repeats EigenBenchmark's matrices with numpy/LAPACK on as many threads and prints ratios and differences."""
import sys
import time
from pathlib import Path

import numpy
import scipy.linalg
import scipy.optimize

out = Path(sys.argv[1])


def best(job, repeats):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return min(times)


for n in map(int, sys.argv[2:]):
    matrix = numpy.fromfile(out / f"matrix-{n}.bin").view(complex).reshape(n, n)
    ours = numpy.fromfile(out / f"spectrum-{n}.bin").view(complex)
    values, everything = map(float, (out / f"time-{n}.txt").read_text().split())
    theirs = numpy.linalg.eigvals(matrix)
    distance = abs(ours[:, None] - theirs[None, :])
    rows, columns = scipy.optimize.linear_sum_assignment(distance)
    repeats = max(2, min(20, 400 // n))
    lapack_values = best(lambda: numpy.linalg.eigvals(matrix), repeats)
    lapack_all = best(lambda: scipy.linalg.eig(matrix, left=True, right=True), repeats)
    print(f"n = {n:4d}: LAPACK values {lapack_values:.4f} s, all {lapack_all:.4f} s; Java / LAPACK: "
          f"values {values / lapack_values:.2f}, all {everything / lapack_all:.2f}; "
          f"largest difference / |A| {distance[rows, columns].max() / numpy.linalg.norm(matrix):.1e}")
