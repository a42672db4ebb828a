/** Elasticsearch in this process: a real node with its data in a folder and no port open. */
@NullMarked
package eu.counterpoint.search.embedded;

import org.jspecify.annotations.NullMarked;
