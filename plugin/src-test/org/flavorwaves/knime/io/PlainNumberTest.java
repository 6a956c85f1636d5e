package org.flavorwaves.knime.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "+2.5", ".5", "5.", "1e33", "1E-3", "-1.5e+08", "NaN", "-Infinity", "1e999"})
    void decimalNumbersAreRead(final String text) {
        assertThat(Double.valueOf(PlainNumber.parse(text))).isEqualTo(Double.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "1f", "2.5D", "0x1p3", "0x10", "", " 1", "1 ", "1,5", "e5", "--1", "1e", ".", "1_000",
        "inf", "nan"})
    void otherNotationsAreRefused(final String text) {
        assertThatThrownBy(() -> PlainNumber.parse(text)).isInstanceOf(NumberFormatException.class);
    }
}
