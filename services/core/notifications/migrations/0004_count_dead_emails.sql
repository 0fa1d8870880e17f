-- Mails that were given up although nobody refused them for good: a person can send them again.
create function count_dead_emails(attempts_max integer) returns integer
  language sql stable security definer set search_path = notifications, pg_temp
  as $$
    select count(*)::integer from emails
     where status = 'dead' and (attempts >= attempts_max or error_code = 'lost')
  $$;
