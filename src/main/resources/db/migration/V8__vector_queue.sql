-- Materials whose vectors are still to be made.
create table vector_queue (
    material varchar(80) primary key,
    queued_at timestamp(6) with time zone not null
);
