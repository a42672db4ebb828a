-- Jobs that outlive a restart, in db-scheduler's layout (16.12). One statement for H2 and PostgreSQL alike.
-- Reading files has a queue of its own, so that a file that takes minutes never holds up the index.
create table scheduled_tasks (
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
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);

create table extraction_jobs (
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
create index extraction_jobs_due on extraction_jobs (execution_time);
create index extraction_jobs_heartbeat on extraction_jobs (last_heartbeat);

-- What the library itself did once and does not do again, such as loading the starter collection.
create table done_once (
    name varchar(100) not null primary key,
    done timestamp with time zone not null
);
