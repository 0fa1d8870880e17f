create table entries (
  id uuid primary key,
  user_id uuid not null,
  label text not null,
  created_at timestamptz not null
);
create index entries__user_id on entries (user_id, id);
create policy own on entries to triptych___snake__ using (user_id = platform.user_id());

-- Entries of everybody, for the job that forgets them.
create policy expire_read on entries for select to triptych___snake___lookup using (true);
create policy expire on entries for delete to triptych___snake___lookup using (true);
grant select, delete on entries to triptych___snake___lookup;

create function delete_entries(before timestamptz) returns void
  language sql volatile security definer set search_path = __snake__, pg_temp
  as $$ delete from entries where created_at < before $$;
