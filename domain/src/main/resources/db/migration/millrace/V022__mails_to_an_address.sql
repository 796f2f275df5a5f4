-- A process may mail somebody who is no member. The address is in the model, which is kept only while the mail may be
-- sent; of all other mails the recipient is a member, whose address is looked up.
ALTER TABLE email_message
  ALTER COLUMN recipient_id DROP NOT NULL,
  ADD CONSTRAINT email_message_recipient CHECK (recipient_id IS NOT NULL OR template = 'notice');
