package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBodyTest {

    @ParameterizedTest(name = "{1} bytes, announced {0}")
    @CsvSource({"0,0", "5,5", "10,10", "-1,0", "-1,5", "-1,10", "3,5", "0,10", "9,3"})
    void bodyWithinTheLimitIsReadWhole(long announced, int actual) throws IOException {
        byte[] bytes = bytes(actual);

        assertThat(body(announced, bytes).bytes(10)).isEqualTo(bytes);
    }

    @ParameterizedTest(name = "{1} bytes, announced {0}")
    @CsvSource({"11,11", "-1,11", "5,11", "10,11", "0,30000", "11,3", "9999999999,3"})
    void bodyOverTheLimitIsRefused(long announced, int actual) {
        assertThatThrownBy(() -> body(announced, bytes(actual)).bytes(10)).isInstanceOf(BodyTooLargeException.class);
    }

    @ParameterizedTest(name = "{1} bytes, announced {0}: {2}")
    @CsvSource({"0,0,true", "10,10,true", "-1,10,true", "11,11,false", "-1,11,false", "5,11,false", "11,3,false"})
    void drainTellsWhetherTheRestWasWithinTheLimit(long announced, int actual, boolean within) {
        assertThat(body(announced, bytes(actual)).drain(10)).isEqualTo(within);
    }

    @Test
    void bodyThatWasReadIsDrainedWithoutABuffer() throws IOException {
        AtomicInteger greatest = new AtomicInteger();
        InputStream in = new ByteArrayInputStream(bytes(5)) {
            @Override
            public byte[] readNBytes(int count) throws IOException {
                greatest.accumulateAndGet(count, Math::max);
                return super.readNBytes(count);
            }
        };
        RequestBody body = new RequestBody(5, () -> in);

        assertThat(body.bytes(64 * 1024)).hasSize(5);
        assertThat(body.drain(64 * 1024)).isTrue();
        assertThat(greatest).hasValue(6);
    }

    private static RequestBody body(long announced, byte[] bytes) {
        InputStream in = new ByteArrayInputStream(bytes);
        return new RequestBody(announced, () -> in);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
