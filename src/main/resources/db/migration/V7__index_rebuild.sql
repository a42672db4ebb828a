-- How the rebuilding of the search index goes: one row, which every instance reads and the one at work writes.
create table index_rebuild (
    id            smallint     not null primary key,
    stage         varchar(20)  not null,
    reason        varchar(20),
    -- Counts the beginnings. One that was overtaken by a later one finds another number here, and gives up.
    attempt       bigint       not null,
    -- Since the last one that went well.
    failures      integer      not null,
    asked_at      timestamp with time zone,
    finished_at   timestamp with time zone,
    rebuilt_at    timestamp with time zone,
    -- Records, and the work that they are: a long one is more than a short one.
    records       bigint       not null,
    records_total bigint       not null,
    work          bigint       not null,
    work_total    bigint       not null,
    problem       varchar(40),
    detail        varchar(1000)
);

insert into index_rebuild (id, stage, attempt, failures, records, records_total, work, work_total)
values (1, 'NEVER', 0, 0, 0, 0, 0, 0);
