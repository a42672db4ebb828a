package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import co.elastic.clients.elasticsearch.indices.get_alias.IndexAliases;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the indices and knows which are written to. */
@Component
class Indices {

    /** How long another instance may take to notice that a rebuild has begun. */
    static final Duration NOTICE = Duration.ofMillis(500);

    /** How long an instance may search by words alone although another one has rebuilt the index, and the other way round. */
    private static final Duration KNOWN = Duration.ofSeconds(10);
    /** The same for every instance: of two that start together, one makes the index and the other finds it made. */
    private static final String FIRST = "first";
    /** As a refresh interval: only when it is asked for. */
    private static final String NEVER = "-1";
    private static final String TEMPLATE = "counterpoint";
    private static final int NOT_FOUND = 404;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS")
            .withZone(ZoneOffset.UTC);
    private static final String ALREADY_THERE = "resource_already_exists_exception";

    private final Engine engine;
    private final IndexLayout layout;
    private final ApplicationEventPublisher events;
    private volatile boolean made;
    private volatile boolean everMade;
    private volatile Looked looked = new Looked(false, Instant.MIN);
    /** With an engine in this process there is no other instance that would have to notice anything. */
    private final boolean alone;
    private final AtomicReference<Noticed> noticed = new AtomicReference<>(Noticed.nothing());

    /** Whether an index of another layout was searched, and when that was. */
    private record Looked(boolean outdated, Instant at) {}

    private record Noticed(List<IndexPair> targets, Instant at) {

        static Noticed nothing() {
            return new Noticed(List.of(), Instant.MIN);
        }
    }

    /** An empty index was made, because there was none. */
    record IndexMade() {}

    Indices(Engine engine, IndexLayout layout, ApplicationEventPublisher events, Environment environment) {
        this.engine = engine;
        this.layout = layout;
        this.events = events;
        this.alone = !ClusterConfigured.in(environment);
    }

    /**
     * Makes what is missing. Cheap once it is there. The first time it waits as long as a job would, for an engine that
     * is just starting.
     */
    void ensure(Duration usual) {
        if (!made) {
            make(usual);
        }
    }

    private synchronized void make(Duration usual) {
        if (made) {
            return;
        }
        Duration patience = everMade ? usual : Engine.FOR_JOBS;
        // A write that comes after an index was dropped must fail, and not make an index of its own.
        engine.ask(patience, client -> client.indices().putIndexTemplate(
                t -> t.name(TEMPLATE).indexPatterns("counterpoint-*").priority(500L).allowAutoCreate(false)));
        boolean isNew = false;
        Map<String, IndexAliases> now = now(patience);
        for (IndexKind kind : IndexKind.values()) {
            if (behind(kind.alias(), now).isEmpty()) {
                create(kind, FIRST, kind.alias(), layout.definition(kind), patience);
                isNew = true;
            }
        }
        // An index that was made a moment ago, here or by another instance, cannot be searched at once.
        engine.ask(patience, client -> client.cluster().health(
                health -> health.index(Arrays.stream(IndexKind.values()).map(IndexKind::alias).toList())
                        .waitForStatus(HealthStatus.Yellow).timeout(t -> t.time(patience.toSeconds() + "s"))));
        made = true;
        everMade = true;
        if (isNew) {
            events.publishEvent(new IndexMade());
        }
    }

    /** Whether an index of another layout is searched. */
    boolean outdated(Duration patience) {
        Map<String, IndexAliases> now = now(patience);
        boolean outdated = Arrays.stream(IndexKind.values()).anyMatch(
                kind -> !behind(kind.alias(), now).stream().allMatch(index -> layout.isPresent(kind, index)));
        looked = new Looked(outdated, Instant.now());
        return outdated;
    }

    /** The same, at most {@link #KNOWN} old: another instance may have rebuilt the index, or begun to search another. */
    boolean wasOutdated() {
        Looked last = looked;
        return last.at().plus(KNOWN).isAfter(Instant.now()) ? last.outdated() : outdated(Engine.FOR_PEOPLE);
    }

    /**
     * The pairs of indices that a change has to reach: the one that is searched, if it has the present layout, and the
     * one that a rebuild is filling, if there is one. At most {@link #NOTICE} old.
     */
    List<IndexPair> targets() {
        Noticed last = noticed.get();
        if (last.at().plus(NOTICE).isAfter(Instant.now())) {
            return last.targets();
        }
        Noticed now = new Noticed(lookUp(), Instant.now());
        // What was forgotten while the engine was asked is not kept.
        noticed.compareAndSet(last, now);
        return now.targets();
    }

    private List<IndexPair> lookUp() {
        Map<String, IndexAliases> now = now(Engine.FOR_JOBS);
        List<IndexPair> targets = new ArrayList<>();
        pair(now, IndexKind::alias).filter(layout::isPresent).ifPresent(targets::add);
        pair(now, IndexKind::next).ifPresent(targets::add);
        return targets;
    }

    private static Optional<IndexPair> pair(Map<String, IndexAliases> now, Function<IndexKind, String> name) {
        Optional<String> first = behind(name.apply(IndexKind.MATERIALS), now).stream().findFirst();
        Optional<String> second = behind(name.apply(IndexKind.PASSAGES), now).stream().findFirst();
        return first.flatMap(m -> second.map(p -> new IndexPair(m, p)));
    }

    /** How many documents an index has, after a refresh. */
    long count(String index) {
        engine.ask(Engine.FOR_JOBS, client -> client.indices().refresh(r -> r.index(index)));
        return engine.ask(Engine.FOR_JOBS, client -> client.count(c -> c.index(index))).count();
    }

    /** How many documents a search can find at this moment. */
    long found(IndexKind kind, Duration patience) {
        return engine.ask(patience, client -> client.count(c -> c.index(kind.alias()))).count();
    }

    /**
     * Makes a pair beside the one that is searched; nobody searches it yet, so that it need not be refreshed. One that an
     * interrupted rebuild left is dropped first.
     */
    IndexPair createNext() {
        Map<String, IndexAliases> now = now(Engine.FOR_JOBS);
        for (IndexKind kind : IndexKind.values()) {
            drop(behind(kind.next(), now));
        }
        String stamp = STAMP.format(Instant.now());
        IndexPair pair = new IndexPair(createNext(IndexKind.MATERIALS, stamp), createNext(IndexKind.PASSAGES, stamp));
        forgetTargets();
        return pair;
    }

    /** Not refreshed from the beginning: after a change of its settings the engine makes all analysers of an index again. */
    private String createNext(IndexKind kind, String stamp) {
        JsonNode definition = JsonMapper.shared().readTree(layout.definition(kind));
        ((ObjectNode) definition.at("/settings/index")).put("refresh_interval", NEVER);
        return create(kind, stamp, kind.next(), definition.toString(), Engine.FOR_JOBS);
    }

    /** Until every instance knows of the pair that was just made, and writes to it. */
    void waitUntilNoticed() {
        if (alone) {
            return;
        }
        try {
            Thread.sleep(NOTICE.multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailableException(e);
        }
    }

    /** Makes everything in a new pair ready to be searched, and refreshed from now on as the layout says. */
    void open(IndexPair next) {
        refresh(next.materials(), IndexKind.MATERIALS.refreshInterval());
        refresh(next.passages(), IndexKind.PASSAGES.refreshInterval());
        show(next);
        engine.ask(Engine.FOR_JOBS, client -> client.cluster().health(health -> health.index(next.both())
                .waitForStatus(HealthStatus.Yellow).timeout(t -> t.time(Engine.FOR_JOBS.toSeconds() + "s"))));
    }

    /** Lets searches see everything that a pair has. */
    private void show(IndexPair pair) {
        engine.ask(Engine.FOR_JOBS, client -> client.indices().refresh(r -> r.index(pair.both())));
    }

    private void refresh(String index, String interval) {
        engine.ask(Engine.FOR_JOBS, client -> client.indices().putSettings(
                put -> put.index(index).settings(settings -> settings.refreshInterval(t -> t.time(interval)))));
    }

    /**
     * Puts the new pair in the place of the old one, in one step, and shows what it has: what readers found a moment ago
     * they find in the new one too. The old indices stay for a while: a search that began before is answered from them.
     *
     * @return the old ones, which nothing leads to any more
     */
    Set<String> switchTo(IndexPair next) {
        Map<String, IndexAliases> now = now(Engine.FOR_JOBS);
        Set<String> oldMaterials = behind(IndexKind.MATERIALS.alias(), now);
        Set<String> oldPassages = behind(IndexKind.PASSAGES.alias(), now);
        show(next);
        engine.ask(Engine.FOR_JOBS, client -> client.indices()
                .updateAliases(request -> request.actions(replace(IndexKind.MATERIALS, oldMaterials, next.materials()))
                        .actions(replace(IndexKind.PASSAGES, oldPassages, next.passages()))));
        looked = new Looked(false, Instant.now());
        forgetTargets();
        Set<String> old = new HashSet<>(oldMaterials);
        old.addAll(oldPassages);
        return old;
    }

    private static List<Action> replace(IndexKind kind, Set<String> old, String next) {
        List<Action> actions = new ArrayList<>();
        old.forEach(index -> actions
                .add(Action.of(action -> action.remove(remove -> remove.index(index).alias(kind.alias())))));
        actions.add(Action.of(action -> action.add(add -> add.index(next).alias(kind.alias()))));
        actions.add(Action.of(action -> action.remove(remove -> remove.index(next).alias(kind.next()))));
        return actions;
    }

    /** Indices that no alias leads to: a rebuild was cut off after it had put its own in their place. */
    Set<String> leftOver() {
        return now(Engine.FOR_JOBS).entrySet().stream().filter(index -> index.getValue().aliases().isEmpty())
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    void drop(IndexPair pair) {
        drop(Set.copyOf(pair.both()));
        forgetTargets();
    }

    void drop(Set<String> indices) {
        if (!indices.isEmpty()) {
            engine.ask(Engine.FOR_JOBS,
                    client -> client.indices().delete(d -> d.index(List.copyOf(indices)).ignoreUnavailable(true)));
        }
    }

    /** Looks at the engine again at the next opportunity, and makes what is missing: it may have been replaced. */
    void forget() {
        forgetTargets();
        made = false;
    }

    /** For changes made here. What is searched is there before and after, so nobody who searches need look for it. */
    private void forgetTargets() {
        noticed.set(Noticed.nothing());
    }

    /** Every index and what leads to it, asked at once: between two questions a new pair may take the place of the old one, and neither be seen. */
    private Map<String, IndexAliases> now(Duration patience) {
        return engine.ask(patience, client -> client.indices().getAlias(
                a -> a.index(Arrays.stream(IndexKind.values()).map(layout::everyIndex).toList()))).aliases();
    }

    private static Set<String> behind(String alias, Map<String, IndexAliases> now) {
        return now.entrySet().stream().filter(index -> index.getValue().aliases().containsKey(alias))
                .map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private String create(IndexKind kind, String suffix, String alias, String definition, Duration patience) {
        String index = layout.index(kind, suffix);
        try {
            engine.ask(patience,
                    client -> client.indices().create(create -> create.index(index)
                            .withJson(new StringReader(definition)).aliases(alias, a -> a)
                            .waitForActiveShards(active -> active.count(1))));
        } catch (ElasticsearchException e) {
            if (!ALREADY_THERE.equals(e.error().type())) {
                throw e;
            }
        }
        return index;
    }
}
