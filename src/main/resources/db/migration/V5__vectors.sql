-- What windows of text mean to a sentence model. The id is the first 128 bits of the SHA-256 over the model's name, a zero
-- and the window's text; the vector is numbers of 16 bits (IEEE 754 binary16), the most significant byte first.
create table window_vectors (
    id     uuid         not null primary key,
    model  varchar(200) not null,
    vector bytea        not null
);
