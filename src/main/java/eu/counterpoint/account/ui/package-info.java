/** The views of sign-in, one's own account and people. */
@NullMarked
package eu.counterpoint.account.ui;

import org.jspecify.annotations.NullMarked;
