/** One class that has to live in Elasticsearch's own package; see {@link org.elasticsearch.node.ClasspathNode}. */
@NullMarked
package org.elasticsearch.plugins;

import org.jspecify.annotations.NullMarked;
