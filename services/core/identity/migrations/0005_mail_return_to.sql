-- The page of the app that the person came from, to which the link in the mail leads on.
alter table mails add column return_to text;
