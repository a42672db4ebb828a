-- What was answered to a request that carried an Idempotency-Key, for a day. A row is written in the transaction that
-- does what was asked, so no row is ever seen without its answer.
create table idempotency_key (
    account         bigint                   not null,
    idempotency_key varchar(255)             not null,
    fingerprint     char(64)                 not null,
    location        varchar(200),
    revision        bigint,
    answer          text,
    created_at      timestamp with time zone not null,
    primary key (account, idempotency_key)
);

create index idempotency_key_age on idempotency_key (created_at);
