-- Small pictures of the first pages of files. H2 and PostgreSQL.

-- What was made of an original, by its SHA-256; without a size where it has no cover. The pictures are in the store of files.
create table covers (
    sha256 varchar(64) not null primary key,
    width  integer,
    height integer
);

-- As extraction_jobs: covers wait in a queue of their own, so that text never waits for them.
create table cover_jobs (
    task_name            varchar(100) not null,
    task_instance        varchar(200) not null,
    task_data            bytea,
    execution_time       timestamp with time zone,
    picked               boolean      not null,
    picked_by            varchar(100),
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures integer,
    last_heartbeat       timestamp with time zone,
    version              bigint       not null,
    priority             smallint,
    state                varchar(100),
    primary key (task_name, task_instance)
);
create index cover_jobs_due on cover_jobs (execution_time);
create index cover_jobs_heartbeat on cover_jobs (last_heartbeat);
