package eu.counterpoint.extraction;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

/**
 * A gzip file that unpacks to itself, byte for byte, and so without end. As Russ Cox describes it in "Zip Files All The Way Down": a
 * deflate stream of literal blocks and repeats, each written in as many bytes ({@value #UNIT}), that print themselves. Its checksum is
 * part of what it sums: as CRC-32 is linear, the value that fits is the solution of 32 equations over one bit each.
 */
final class Quine {

    private static final int UNIT = 5;
    private static final int REPEATED = 4 * UNIT;
    private static final int SIZE = 210;
    private static final int TRAILER_PADDING = 7;

    private Quine() {}

    static byte[] gzip() {
        for (int time = 0; time < 256; time++) {
            Long checksum = fitting(time);
            if (checksum != null) {
                return file(time, checksum);
            }
        }
        throw new IllegalStateException("the equations have no solution");
    }

    /** Solves crc(file(c)) = c; null where there is no c. */
    private static Long fitting(int time) {
        long constant = crc(file(time, 0));
        long[] rows = new long[Integer.SIZE];
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            long column = crc(file(time, 1L << bit)) ^ constant ^ 1L << bit;
            for (int row = 0; row < Integer.SIZE; row++) {
                rows[row] |= (column >> row & 1) << bit;
            }
        }
        for (int row = 0; row < Integer.SIZE; row++) {
            rows[row] |= (constant >> row & 1) << Integer.SIZE;
        }
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            int pivot = bit;
            while (pivot < Integer.SIZE && (rows[pivot] >> bit & 1) == 0) {
                pivot++;
            }
            if (pivot == Integer.SIZE) {
                return null;
            }
            long swapped = rows[pivot];
            rows[pivot] = rows[bit];
            rows[bit] = swapped;
            for (int row = 0; row < Integer.SIZE; row++) {
                if (row != bit && (rows[row] >> bit & 1) == 1) {
                    rows[row] ^= swapped;
                }
            }
        }
        long checksum = 0;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            checksum |= (rows[bit] >> Integer.SIZE & 1) << bit;
        }
        return checksum;
    }

    private static long crc(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file);
        return crc.getValue();
    }

    private static byte[] file(int time, long checksum) {
        byte[] head = {0x1F, (byte) 0x8B, 8, 8, (byte) time, 0, 0, 0, 0, (byte) 0xFF, 'q', '.', 'g', 'z', 0};
        byte[] l0 = literal(0);
        byte[] l1 = literal(UNIT);
        byte[] l4 = literal(REPEATED);
        byte[] r4 = repeat(false);
        byte[] last = repeat(true);
        byte[] tail = tail(checksum, SIZE);
        return together(head, l4, head, l4, r4, l1, r4, l1, l1, l4, r4, l1, l1, l4, r4, l4, r4, l4, r4, l4, r4, l4, r4,
                l0, l0, l4, r4, l0, l0, l4, last, tail, last, tail);
    }

    /** A stored block that takes the next bytes as they are. */
    private static byte[] literal(int length) {
        return new byte[]{0, (byte) length, 0, (byte) ~length, (byte) 0xFF};
    }

    /** A block of two matches, each of ten bytes from twenty bytes before. */
    private static byte[] repeat(boolean last) {
        int[] match = {0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0};
        int[] bits = new int[UNIT * Byte.SIZE];
        bits[0] = last ? 1 : 0;
        bits[1] = 1;
        System.arraycopy(match, 0, bits, 3, match.length);
        System.arraycopy(match, 0, bits, 3 + match.length, match.length);
        byte[] block = new byte[UNIT];
        for (int i = 0; i < bits.length; i++) {
            block[i / Byte.SIZE] |= (byte) (bits[i] << i % Byte.SIZE);
        }
        return block;
    }

    private static byte[] tail(long checksum, int size) {
        byte[] tail = new byte[8 + TRAILER_PADDING];
        for (int i = 0; i < 4; i++) {
            tail[i] = (byte) (checksum >> 8 * i);
            tail[4 + i] = (byte) (size >> 8 * i);
        }
        return tail;
    }

    private static byte[] together(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
