/**
 * One class that has to live in Elasticsearch's own package to reach two of its package-private hooks. They are
 * internal to Elasticsearch: its version is pinned, and a test tells at once when an upgrade changes them.
 */
@NullMarked
package org.elasticsearch.node;

import org.jspecify.annotations.NullMarked;
