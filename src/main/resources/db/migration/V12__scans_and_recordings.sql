-- Text recognition of scans, and recordings. H2 and PostgreSQL.

-- As extraction_jobs: scans wait in a queue of their own, so that files with text never wait for them.
create table recognition_jobs (
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
create index recognition_jobs_due on recognition_jobs (execution_time);
create index recognition_jobs_heartbeat on recognition_jobs (last_heartbeat);

-- How far the recognition of a file is; gone when that has ended.
create table recognition_progress (
    file_id bigint  not null primary key,
    done    integer not null,
    pages   integer not null
);

-- How long a recording is.
alter table material_files add column seconds integer;
