-- What batches brought a material before. H2 and PostgreSQL.
create index batch_rows_by_material on batch_rows (material);
