-- What a file says of itself: suggestions to whoever describes it, whatever its record says by then. H2 and PostgreSQL.
alter table material_files add column own_title varchar(500);
-- A name a line.
alter table material_files add column own_authors varchar(5000);
alter table material_files add column own_year integer;
