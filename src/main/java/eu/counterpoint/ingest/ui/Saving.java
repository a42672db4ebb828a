package eu.counterpoint.ingest.ui;

import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.library.IncompleteException;
import eu.counterpoint.library.InvalidDescriptionException;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialNotFoundException;
import eu.counterpoint.library.MaterialWithdrawnException;
import eu.counterpoint.library.NotAllowedException;
import eu.counterpoint.library.StaleRevisionException;
import eu.counterpoint.library.Status;
import eu.counterpoint.library.WrongStatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Brings the form into the library, and the library's objections to the fields they are about. */
class Saving {

    /** How it went. */
    enum Result {
        SAVED, SUBMITTED, INCOMPLETE, INVALID, STALE, NOT_ALLOWED, NOT_NOW, GONE;

        boolean isKept() {
            return this == SAVED || this == SUBMITTED || this == INCOMPLETE;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Draft draft;
    private final DescriptionForm form;
    private final CurrentReader reader;
    private final List<String> otherProblems = new ArrayList<>();

    Saving(Draft draft, DescriptionForm form, CurrentReader reader) {
        this.draft = draft;
        this.form = form;
        this.reader = reader;
    }

    Result save() {
        return attempt(() -> {
            draft.save(form.read(), reader.get());
            return Result.SAVED;
        }, Result.INVALID);
    }

    /** What was typed is kept even when something is missing. */
    Result submit() {
        Result saved = save();
        return saved != Result.SAVED ? saved : attempt(() -> {
            draft.submit(reader.get());
            return Result.SUBMITTED;
        }, Result.INCOMPLETE);
    }

    /** Whether what is typed may be kept without asking: nobody but its owner and editors sees it. */
    boolean keepsDrafts() {
        Material material = draft.current(reader.get());
        return material == null || material.status() == Status.DRAFT || material.status() == Status.CHANGES_REQUESTED;
    }

    /** Objections that belong to no field of the form. */
    List<String> otherProblems() {
        return otherProblems;
    }

    /** @param incomplete what it means when something is missing: a draft may be kept without, a published record not */
    private Result attempt(Supplier<Result> action, Result incomplete) {
        form.clearProblems();
        otherProblems.clear();
        try {
            return action.get();
        } catch (InvalidDescriptionException e) {
            e.problems().forEach(
                    problem -> problem(problem.field(), form.getTranslation(problem.key(), problem.value())));
            return Result.INVALID;
        } catch (IncompleteException e) {
            e.missing().forEach(field -> problem(field, form.getTranslation("contribute.needed." + field)));
            return incomplete;
        } catch (StaleRevisionException e) {
            return Result.STALE;
        } catch (NotAllowedException e) {
            return Result.NOT_ALLOWED;
        } catch (WrongStatusException e) {
            return Result.NOT_NOW;
        } catch (MaterialNotFoundException | MaterialWithdrawnException e) {
            return Result.GONE;
        }
    }

    private void problem(String field, String text) {
        if (!form.problem(field, text)) {
            otherProblems.add(text);
        }
    }
}
