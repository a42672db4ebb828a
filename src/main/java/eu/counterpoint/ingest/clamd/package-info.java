/** Asks clamd, the daemon of ClamAV, whether there is malware in a file. */
@NullMarked
package eu.counterpoint.ingest.clamd;

import org.jspecify.annotations.NullMarked;
