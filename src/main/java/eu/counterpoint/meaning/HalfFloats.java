package eu.counterpoint.meaning;

import java.nio.ByteBuffer;

/**
 * Vectors in half the room: numbers of 16 bits (IEEE 754 binary16), the most significant byte first. Three digits are more than
 * a comparison of texts needs.
 */
final class HalfFloats {

    private HalfFloats() {}

    static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Short.BYTES);
        for (float value : vector) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        return bytes.array();
    }

    static float[] vector(byte[] bytes) {
        ByteBuffer values = ByteBuffer.wrap(bytes);
        float[] vector = new float[bytes.length / Short.BYTES];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.float16ToFloat(values.getShort());
        }
        return vector;
    }

    /** As it will be read again. */
    static float[] rounded(float[] vector) {
        return vector(bytes(vector));
    }
}
