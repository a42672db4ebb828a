package eu.counterpoint.ingest;

import java.io.InputStream;

/** A file on its way in. The name is the sender's and is cleaned before use; the stream is read once. */
public record Upload(String name, InputStream content) {}
