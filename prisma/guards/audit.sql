-- Events and seals are only ever added. A superuser can switch these triggers off; verifyChain finds what was done then.
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE ON "event"
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER "event_never_emptied" BEFORE TRUNCATE ON "event"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER "seal_append_only" BEFORE UPDATE OR DELETE ON "seal"
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER "seal_never_emptied" BEFORE TRUNCATE ON "seal"
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();

-- Inside the transaction of the event itself, so that no event can be committed without waiting for its seal.
CREATE FUNCTION audit_await_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "event_unsealed" ("eventId", "workspaceId", "serial") VALUES (NEW."id", NEW."workspaceId", NEW."serial");
  RETURN NULL;
END $$;
CREATE TRIGGER "event_awaits_seal" AFTER INSERT ON "event"
  FOR EACH ROW EXECUTE FUNCTION audit_await_seal();
