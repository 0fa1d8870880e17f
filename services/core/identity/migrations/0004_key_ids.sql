-- Which key-encryption key wrapped it, read off its head: a format byte, the length of the id, the id.
alter table data_keys add column key_id text not null
  generated always as (encode(substring(wrapped_key from 3 for get_byte(wrapped_key, 1)), 'escape')) stored;
create index data_keys__key_id on data_keys (key_id);

create function data_keys_of_other_keys(current_key text, after uuid, most integer)
  returns table (subject_id uuid, subject_kind text, wrapped_key bytea)
  language sql stable security definer set search_path = identity, pg_temp
  as $$
    select subject_id, subject_kind, wrapped_key from data_keys
     where key_id <> current_key and (after is null or subject_id > after)
     order by subject_id limit most
  $$;

-- Two ranges of the index, of which nothing is left once a rotation is over.
create function count_data_keys_of_other_keys(current_key text) returns integer
  language sql stable security definer set search_path = identity, pg_temp
  as $$ select count(*)::integer from data_keys where key_id < current_key or key_id > current_key $$;
