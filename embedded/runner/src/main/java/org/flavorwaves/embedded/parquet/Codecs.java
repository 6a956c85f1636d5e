package org.flavorwaves.embedded.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.github.luben.zstd.Zstd;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/** Compresses pages of Parquet files by Snappy, Zstandard and gzip, for which Parquet itself asks Hadoop. */
final class Codecs implements CompressionCodecFactory {

    @Override
    public BytesInputCompressor getCompressor(final CompressionCodecName name) {
        return new Pages(name);
    }

    @Override
    public BytesInputDecompressor getDecompressor(final CompressionCodecName name) {
        return new Pages(name);
    }

    @Override
    public void release() {
        // Nothing is held.
    }

    /** The pages of one codec. */
    private record Pages(CompressionCodecName name) implements BytesInputCompressor, BytesInputDecompressor {

        Pages {
            switch (name) {
                case UNCOMPRESSED, SNAPPY, ZSTD, GZIP -> {
                }
                default -> throw new IllegalArgumentException("Its pages are compressed by " + name
                    + "; Snappy, Zstandard, gzip and no compression can be read. Write the file with one of them.");
            }
        }

        private static byte[] array(final BytesInput bytes) throws IOException {
            final ByteBuffer buffer = bytes.toByteBuffer();
            final byte[] array = new byte[buffer.remaining()];
            buffer.get(array);
            return array;
        }

        @Override
        public BytesInput compress(final BytesInput bytes) throws IOException {
            final byte[] plain = array(bytes);
            return switch (name) {
                case SNAPPY -> BytesInput.from(Snappy.compress(plain));
                case ZSTD -> BytesInput.from(Zstd.compress(plain));
                case GZIP -> BytesInput.from(gzip(plain));
                default -> BytesInput.from(plain);
            };
        }

        private static byte[] gzip(final byte[] plain) throws IOException {
            final ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                zip.write(plain);
            }
            return out.toByteArray();
        }

        @Override
        public BytesInput decompress(final BytesInput bytes, final int size) throws IOException {
            final byte[] packed = array(bytes);
            final byte[] plain = switch (name) {
                case SNAPPY -> Snappy.uncompress(packed);
                case ZSTD -> Zstd.decompress(packed, size);
                case GZIP -> new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
                default -> packed;
            };
            if (plain.length != size) {
                throw new IOException("A page has " + plain.length + " bytes in place of the " + size
                    + " that its header says.");
            }
            return BytesInput.from(plain);
        }

        @Override
        public void decompress(final ByteBuffer input, final int compressedSize, final ByteBuffer output,
            final int size) throws IOException {
            final byte[] packed = new byte[compressedSize];
            input.get(packed);
            output.put(decompress(BytesInput.from(packed), size).toByteBuffer());
        }

        @Override
        public CompressionCodecName getCodecName() {
            return name;
        }

        @Override
        public void release() {
            // Nothing is held.
        }
    }
}
