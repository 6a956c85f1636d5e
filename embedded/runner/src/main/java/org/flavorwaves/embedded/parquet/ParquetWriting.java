package org.flavorwaves.embedded.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;

/** Writes rows into a stream as a Parquet file. */
final class ParquetWriting extends ParquetWriter.Builder<DataRow, ParquetWriting> {

    private final MessageType m_schema;

    private final List<ParquetColumn> m_columns;

    private final Map<String, String> m_metadata;

    private ParquetWriting(final OutputStream out, final MessageType schema, final List<ParquetColumn> columns,
        final Map<String, String> metadata) {
        super(new Stream(out));
        m_schema = schema;
        m_columns = columns;
        m_metadata = metadata;
    }

    /** A writer of rows; the stream stays open. */
    static ParquetWriter<DataRow> open(final OutputStream out, final MessageType schema,
        final List<ParquetColumn> columns, final Map<String, String> metadata, final long rowGroupBytes)
        throws IOException {
        return new ParquetWriting(out, schema, columns, metadata).withConf(new PlainParquetConfiguration())
            .withCodecFactory(new Codecs()).withCompressionCodec(CompressionCodecName.SNAPPY)
            .withRowGroupSize(rowGroupBytes).build();
    }

    @Override
    protected ParquetWriting self() {
        return this;
    }

    @Override
    @Deprecated
    protected WriteSupport<DataRow> getWriteSupport(final Configuration configuration) {
        return new Rows();
    }

    @Override
    protected WriteSupport<DataRow> getWriteSupport(final ParquetConfiguration configuration) {
        return new Rows();
    }

    /** Takes rows apart. */
    private final class Rows extends WriteSupport<DataRow> {

        private RecordConsumer m_out;

        @Override
        @Deprecated
        public WriteContext init(final Configuration configuration) {
            return new WriteContext(m_schema, m_metadata);
        }

        @Override
        public WriteContext init(final ParquetConfiguration configuration) {
            return new WriteContext(m_schema, m_metadata);
        }

        @Override
        public void prepareForWrite(final RecordConsumer recordConsumer) {
            m_out = recordConsumer;
        }

        @Override
        public void write(final DataRow row) {
            m_out.startMessage();
            for (int c = 0; c < m_columns.size(); c++) {
                final DataCell cell = row.getCell(c);
                if (!cell.isMissing()) {
                    final String name = m_schema.getFieldName(c);
                    m_out.startField(name, c);
                    m_columns.get(c).write(m_out, cell);
                    m_out.endField(name, c);
                }
            }
            m_out.endMessage();
        }
    }

    /** A stream with a position. */
    private record Stream(OutputStream out) implements OutputFile {

        @Override
        public PositionOutputStream create(final long blockSizeHint) {
            return new Position(out);
        }

        @Override
        public PositionOutputStream createOrOverwrite(final long blockSizeHint) {
            return new Position(out);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class Position extends PositionOutputStream {

        private final OutputStream m_out;

        private long m_position;

        Position(final OutputStream out) {
            m_out = out;
        }

        @Override
        public long getPos() {
            return m_position;
        }

        @Override
        public void write(final int b) throws IOException {
            m_out.write(b);
            m_position++;
        }

        @Override
        public void write(final byte[] b, final int off, final int len) throws IOException {
            m_out.write(b, off, len);
            m_position += len;
        }

        @Override
        public void flush() throws IOException {
            m_out.flush();
        }
    }
}
