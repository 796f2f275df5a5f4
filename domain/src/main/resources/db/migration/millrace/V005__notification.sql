-- E-mails on their way. The row is the truth about a message; its id names it in the Message-ID too.
CREATE TABLE email_message (
  tenant_id    uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  id           uuid        NOT NULL,
  template     text        NOT NULL,
  -- The member it goes to; the address is looked up when it is sent, so an erased person leaves none here.
  recipient_id uuid        NOT NULL,
  model        jsonb       NOT NULL,
  state        text        NOT NULL,
  reason       text,
  created_at   timestamptz NOT NULL,
  settled_at   timestamptz,
  version      bigint      NOT NULL DEFAULT 0,

  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, recipient_id) REFERENCES membership (tenant_id, id),
  CONSTRAINT email_message_state CHECK (state IN ('QUEUED', 'SENT', 'BOUNCED', 'FAILED'))
);
CREATE INDEX email_message_unsettled ON email_message (tenant_id, created_at) WHERE state = 'QUEUED';
