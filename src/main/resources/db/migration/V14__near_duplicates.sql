-- What nearly the same text is found by. H2 and PostgreSQL.

-- The MinHash signature of a file's text: 64 numbers of four bytes.
create table text_signatures (
    file_id   bigint not null primary key references material_files (id) on delete cascade,
    signature bytea  not null
);

-- Its bands: texts that are alike share one.
create table text_bands (
    band    bigint not null,
    file_id bigint not null references material_files (id) on delete cascade,
    primary key (band, file_id)
);
create index text_bands_by_file on text_bands (file_id);
