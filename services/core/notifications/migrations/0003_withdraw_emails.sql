grant update (sealed_content) on emails to triptych_notifications_lookup;

-- Mails that wait are not sent any more; their words go at once.
create function withdraw_emails(keys text[], as_of timestamptz) returns integer
  language sql volatile security definer set search_path = notifications, pg_temp
  as $$
    with gone as (
      update emails set status = 'skipped', error_code = 'withdrawn', sealed_content = null, updated_at = as_of
       where dedupe_key = any(keys) and status in ('queued', 'failed') returning 1)
    select count(*)::integer from gone
  $$;
