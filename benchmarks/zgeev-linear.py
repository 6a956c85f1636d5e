"""Answers requests of LinearBenchmark: a line "FILE N" names an N x N complex matrix; the answer is the CPU time of
zgeev (eigenvalues only) in seconds, then the eigenvalues as pairs of numbers, on one line."""
import sys
import time

import numpy

numpy.linalg.eigvals(numpy.random.default_rng(1).standard_normal((50, 50)) + 0j)
for line in sys.stdin:
    name, size = line.split()
    matrix = numpy.fromfile(name).view(complex).reshape(int(size), int(size))
    start = time.process_time()
    values = numpy.linalg.eigvals(matrix)
    seconds = time.process_time() - start
    print(seconds, *values.view(float), flush=True)
