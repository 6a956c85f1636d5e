package org.flavorwaves.benchmarks.linear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.flavorwaves.physics.numerics.matrix.ComplexMatrix;

/** A Python process with numpy that diagonalises matrices with LAPACK's zgeev while this one waits. */
final class Lapack implements AutoCloseable {
    private final Process m_process;

    private final PrintStream m_requests;

    private final BufferedReader m_answers;

    private final Path m_file;

    /**
     * Starts it.
     *
     * @param python interpreter
     * @param directory where the matrix is handed over
     */
    Lapack(final String python, final Path directory) throws IOException {
        m_process = new ProcessBuilder(python, "benchmarks/zgeev-linear.py")
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        final OutputStream requests = m_process.getOutputStream();
        m_requests = new PrintStream(requests, true);
        m_answers = new BufferedReader(new InputStreamReader(m_process.getInputStream()));
        m_file = directory.resolve("matrix.bin");
    }

    /** CPU seconds, then the eigenvalues as pairs of real and imaginary part. */
    double[] solve(final ComplexMatrix matrix) throws IOException {
        final int n = matrix.rows();
        try (FileChannel channel = FileChannel.open(m_file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
            final ByteBuffer row = ByteBuffer.allocate(16 * n).order(ByteOrder.LITTLE_ENDIAN);
            for (int r = 0; r < n; r++) {
                row.clear();
                for (int c = 0; c < n; c++) {
                    row.putDouble(matrix.re(r, c)).putDouble(matrix.im(r, c));
                }
                row.flip();
                channel.write(row);
            }
        }
        m_requests.println(m_file + " " + n);
        final String[] words = m_answers.readLine().split(" ");
        final double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }

    @Override
    public void close() throws IOException {
        m_requests.close();
        Files.deleteIfExists(m_file);
        m_process.destroy();
    }
}
