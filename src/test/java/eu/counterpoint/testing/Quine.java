package eu.counterpoint.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Files that unpack to themselves, byte for byte, and so without end. As Russ Cox describes it in "Zip Files All The Way Down": a
 * deflate stream of literals and repeats, each written in as many bytes ({@value #UNIT}), that print themselves, with any head before
 * and any tail behind. Their checksum is part of what it sums: as CRC-32 is linear, the value that fits is the solution of 32 equations
 * over one bit each.
 */
public final class Quine {

    private static final int UNIT = 10;
    private static final int TIMES = 256;
    private static final int GZIP_TAIL = 30;
    /** The first day that a ZIP can name. */
    private static final short DATE = 0x21;
    private static final short DEFLATED = 8;
    private static final short VERSION = 20;

    private Quine() {}

    /** A file that holds this checksum and time, wherever its format wants them. */
    private interface Made {
        byte[] file(int time, int checksum);
    }

    public static byte[] gzip() {
        byte[] name = "all-the-way-down.gz\0".getBytes(StandardCharsets.US_ASCII);
        int size = printing(new byte[10 + name.length], new byte[GZIP_TAIL]).length;
        return solved((time, checksum) -> {
            byte[] head = {0x1F, (byte) 0x8B, DEFLATED, 8, (byte) time, 0, 0, 0, 0, (byte) 0xFF};
            return printing(together(head, name), littleEndian(GZIP_TAIL).putInt(checksum).putInt(size).array());
        });
    }

    /**
     * A ZIP whose one entry is itself.
     *
     * @param entry how that is called, in 10 letters
     */
    public static byte[] zip(String entry) {
        byte[] name = entry.getBytes(StandardCharsets.US_ASCII);
        int head = 30 + name.length;
        int directory = 46 + name.length;
        int tail = directory + 22 + 2;
        int size = printing(new byte[head], new byte[tail]).length;
        return solved((time, checksum) -> {
            byte[] about = littleEndian(20).putShort(DEFLATED).putShort((short) time).putShort(DATE).putInt(checksum)
                    .putInt(size - head - tail).putInt(size).putShort((short) name.length).array();
            ByteBuffer local = littleEndian(head).putInt(0x04034b50).putShort(VERSION).putShort((short) 0).put(about)
                    .putShort((short) 0).put(name);
            ByteBuffer end = littleEndian(tail).putInt(0x02014b50).putShort(VERSION).putShort(VERSION)
                    .putShort((short) 0).put(about).position(directory - name.length).put(name);
            end.putInt(0x06054b50).putInt(0).putShort((short) 1).putShort((short) 1).putInt(directory)
                    .putInt(size - tail).putShort((short) 2);
            return printing(local.array(), end.array());
        });
    }

    private static byte[] solved(Made made) {
        for (int time = 0; time < TIMES; time++) {
            Integer checksum = fitting(made, time);
            if (checksum != null) {
                return made.file(time, checksum);
            }
        }
        throw new IllegalStateException("the equations have no solution");
    }

    /** Solves crc(file(c)) = c; null where there is no c. */
    private static @Nullable Integer fitting(Made made, int time) {
        int constant = crc(made.file(time, 0));
        long[] rows = new long[Integer.SIZE];
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            int column = crc(made.file(time, 1 << bit)) ^ constant ^ 1 << bit;
            for (int row = 0; row < Integer.SIZE; row++) {
                rows[row] |= (column >>> row & 1L) << bit;
            }
        }
        for (int row = 0; row < Integer.SIZE; row++) {
            rows[row] |= (constant >>> row & 1L) << Integer.SIZE;
        }
        int[] solves = new int[Integer.SIZE];
        int rank = 0;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            int pivot = rank;
            while (pivot < Integer.SIZE && (rows[pivot] >> bit & 1) == 0) {
                pivot++;
            }
            if (pivot < Integer.SIZE) {
                long row = rows[pivot];
                rows[pivot] = rows[rank];
                for (int other = 0; other < Integer.SIZE; other++) {
                    rows[other] ^= (rows[other] >> bit & 1) * row;
                }
                rows[rank] = row;
                solves[rank++] = bit;
            }
        }
        int checksum = 0;
        for (int row = 0; row < Integer.SIZE; row++) {
            if (rows[row] >> Integer.SIZE == 1) {
                if (row >= rank) {
                    return null;
                }
                checksum |= 1 << solves[row];
            }
        }
        return checksum;
    }

    private static int crc(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file);
        return (int) crc.getValue();
    }

    /** A head, the stream that prints all this, and a tail; both as long as some units. */
    private static byte[] printing(byte[] head, byte[] tail) {
        byte[] l0 = literal(0);
        byte[] l1 = literal(UNIT);
        byte[] l4 = literal(4 * UNIT);
        byte[] r4 = repeat(4 * UNIT, false);
        byte[] lHead = literal(head.length + UNIT);
        byte[] rHead = repeat(head.length + UNIT, false);
        byte[] lTail = literal(tail.length + UNIT);
        byte[] rTail = repeat(tail.length + UNIT, true);
        return together(head, lHead, head, lHead, rHead, l1, rHead, l1, l1, l4, rHead, l1, l1, l4, r4, l4, r4, l4, r4,
                l4, r4, l4, r4, l0, l0, lTail, r4, l0, l0, lTail, rTail, tail, rTail, tail);
    }

    /** An empty block, and a block that takes the next bytes as they are. */
    private static byte[] literal(int length) {
        return littleEndian(UNIT).put((byte) 0).putShort((short) 0).putShort((short) ~0).put((byte) 0)
                .putShort((short) length).putShort((short) ~length).array();
    }

    /**
     * A block of one match, of this many bytes from as many before; a block without anything, and an empty one that fills the unit.
     *
     * @param length from 35 to 114
     */
    private static byte[] repeat(int length, boolean last) {
        Bits bits = new Bits();
        bits.plain(0b010, 3);
        int power = log(length - 3) - 2;
        bits.code(1 + 4 * power + (length - 3 >> power), 7);
        bits.plain(length - 3, power);
        power = log(length - 1) - 1;
        bits.code(2 * (power + 1) + (length - 1 >> power & 1), 5);
        bits.plain(length - 1, power);
        bits.code(0, 7);
        bits.plain(0b010, 3);
        bits.code(0, 7);
        bits.plain(last ? 1 : 0, 3);
        return littleEndian(UNIT).put(bits.bytes(UNIT - 4)).putShort((short) 0).putShort((short) ~0).array();
    }

    private static int log(int number) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(number);
    }

    /** As deflate packs them into bytes: the lowest bit first. */
    private static final class Bits {

        private final BitSet bits = new BitSet();
        private int at;

        /** The lowest bit first. */
        void plain(int value, int count) {
            for (int i = 0; i < count; i++) {
                bits.set(at++, (value >> i & 1) == 1);
            }
        }

        /** The highest bit first, as the words of a Huffman code are. */
        void code(int value, int count) {
            for (int i = count - 1; i >= 0; i--) {
                bits.set(at++, (value >> i & 1) == 1);
            }
        }

        byte[] bytes(int count) {
            return Arrays.copyOf(bits.toByteArray(), count);
        }
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] together(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
