-- Retries of all files with a reason, or of a batch; files that were opened with a password. H2 and PostgreSQL.

-- Several outcomes are parted by commas, as are several reasons; null for any reason, and for any batch.
alter table file_retries alter column outcome set data type varchar(200);
alter table file_retries add column reason varchar(200);
alter table file_retries add column batch_id varchar(20);

-- Whether what is known of a file was read with a password: read again without it, it would be lost.
alter table material_files add column opened boolean default false not null;
