-- What a malware scanner found. H2 and PostgreSQL.

-- For administrators alone: what was rejected, also while it is looked at again.
alter table material_files add column withheld boolean default false not null;
-- What the scanner calls what it found.
alter table material_files add column signature varchar(200);
update material_files set withheld = true where outcome = 'REJECTED';
