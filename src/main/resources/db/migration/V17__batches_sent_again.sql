-- What batches brought a material before. H2 and PostgreSQL.
create index batch_rows_by_material on batch_rows (material);
-- A key of 200 characters, and the mark before it that says whose it is: its sender's, or ours.
alter table batch_rows alter column row_key set data type varchar(210);
alter table batch_keys alter column row_key set data type varchar(210);

-- The folder of the server that is being received, below the one that is offered; null for none, and when all has come.
alter table batches add column folder varchar(1000);
-- Why what came from there could not be taken, as a sentence.
alter table batches add column refusal varchar(1000);
