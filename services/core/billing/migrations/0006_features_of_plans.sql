-- What a plan names as a feature it has to give: every licence has a history of its sessions and may approve its machines,
-- so plans differ in their seats and their support.
update subscription_plans
   set features = '{"offline_grace": true, "license_file": true, "session_history": true, "approved_machines": true}'
 where id = 'starter' and features = '{"offline_grace": true, "license_file": true}';
