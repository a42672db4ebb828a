/** People, roles, tokens and sign-in; the {@link eu.counterpoint.account.Reader}: who is asking, what they may see. */
@NullMarked
@ApplicationModule(allowedDependencies = {"ui"})
package eu.counterpoint.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
