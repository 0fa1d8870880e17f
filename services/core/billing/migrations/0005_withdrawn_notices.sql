-- When a mail that was handed on lost its reason: whatever of it had not gone out by then stays.
alter table billing_notices add column withdrawn_at timestamptz;
