-- What a person said the language of a file is; null where nobody did, and what was detected counts. H2 and PostgreSQL.

alter table material_files add column stated_language varchar(10);
