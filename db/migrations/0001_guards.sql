-- What no bug in the program may break is held here. Errors carry SQLSTATE BK001 and a message that names the rule.
CREATE FUNCTION baku_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'baku: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'BK001', CONSTRAINT = TG_NAME;
END $$;
--> statement-breakpoint
-- P11: the record is append-only.
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER version_acts_append_only BEFORE UPDATE OR DELETE ON version_acts FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER version_acts_no_truncate BEFORE TRUNCATE ON version_acts FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER decree_items_append_only BEFORE UPDATE OR DELETE ON decree_items FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
-- P4: from approval on the bytes of a version never change, and its life only goes forward.
CREATE FUNCTION baku_guard_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status = 'draft' THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'baku: a version past its draft is never deleted' USING ERRCODE = 'BK001', CONSTRAINT = 'versions_kept';
  END IF;
  IF (NEW.agency_id, NEW.slug, NEW.number) IS DISTINCT FROM (OLD.agency_id, OLD.slug, OLD.number) THEN
    RAISE EXCEPTION 'baku: a version keeps its name' USING ERRCODE = 'BK001', CONSTRAINT = 'versions_key_kept';
  END IF;
  IF OLD.status NOT IN ('draft', 'in-review') AND (NEW.body, NEW.digest) IS DISTINCT FROM (OLD.body, OLD.digest) THEN
    RAISE EXCEPTION 'baku: the text of an approved version never changes' USING ERRCODE = 'BK001', CONSTRAINT = 'versions_body_kept';
  END IF;
  IF OLD.decree_id IS NOT NULL AND NEW.decree_id IS DISTINCT FROM OLD.decree_id THEN
    RAISE EXCEPTION 'baku: a version keeps its decree' USING ERRCODE = 'BK001', CONSTRAINT = 'versions_decree_kept';
  END IF;
  IF NEW.status <> OLD.status AND NOT (CASE OLD.status
    WHEN 'draft' THEN NEW.status IN ('in-review', 'withdrawn')
    WHEN 'in-review' THEN NEW.status IN ('draft', 'approved', 'withdrawn')
    WHEN 'approved' THEN NEW.status IN ('published', 'superseded', 'withdrawn')
    WHEN 'published' THEN NEW.status IN ('superseded', 'revoked')
    WHEN 'superseded' THEN NEW.status = 'revoked'
    ELSE false END) THEN
    RAISE EXCEPTION 'baku: a version does not go from % to %', OLD.status, NEW.status
      USING ERRCODE = 'BK001', CONSTRAINT = 'versions_life';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER versions_guard BEFORE UPDATE OR DELETE ON versions FOR EACH ROW EXECUTE FUNCTION baku_guard_version();
--> statement-breakpoint
-- A decree keeps all that was signed; only its standing changes, and no number is given back.
CREATE FUNCTION baku_guard_decree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'baku: a decree is never deleted' USING ERRCODE = 'BK001', CONSTRAINT = 'decrees_kept';
  END IF;
  IF (NEW.agency_id, NEW.id, NEW.series_id, NEW.year, NEW.seq, NEW.number, NEW.number_key, NEW.origin, NEW.about, NEW.signed_on,
      NEW.effective_on, NEW.signatory, NEW.published_by)
     IS DISTINCT FROM
     (OLD.agency_id, OLD.id, OLD.series_id, OLD.year, OLD.seq, OLD.number, OLD.number_key, OLD.origin, OLD.about, OLD.signed_on,
      OLD.effective_on, OLD.signatory, OLD.published_by) THEN
    RAISE EXCEPTION 'baku: what was signed never changes' USING ERRCODE = 'BK001', CONSTRAINT = 'decrees_text_kept';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decrees_guard BEFORE UPDATE OR DELETE ON decrees FOR EACH ROW EXECUTE FUNCTION baku_guard_decree();
--> statement-breakpoint
-- P5: a counter goes up by one and never back.
CREATE FUNCTION baku_guard_counter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'baku: a counter is never deleted' USING ERRCODE = 'BK001', CONSTRAINT = 'counters_kept';
  END IF;
  IF (NEW.agency_id, NEW.series_id, NEW.year) IS DISTINCT FROM (OLD.agency_id, OLD.series_id, OLD.year) OR NEW.last <> OLD.last + 1 THEN
    RAISE EXCEPTION 'baku: a counter goes up by one' USING ERRCODE = 'BK001', CONSTRAINT = 'counters_by_one';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER counters_guard BEFORE UPDATE OR DELETE ON counters FOR EACH ROW EXECUTE FUNCTION baku_guard_counter();
--> statement-breakpoint
-- P3: when a transaction ends, an instance counts exactly its open tasks.
CREATE FUNCTION baku_check_open_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  counted integer;
  stored integer;
BEGIN
  SELECT open_tasks INTO stored FROM instances WHERE agency_id = NEW.agency_id AND id = NEW.id;
  SELECT count(*) INTO counted FROM tasks WHERE agency_id = NEW.agency_id AND instance_id = NEW.id AND status = 'open';
  IF counted IS DISTINCT FROM stored THEN
    RAISE EXCEPTION 'baku: instance % says % open tasks and has %', NEW.id, stored, counted
      USING ERRCODE = 'BK001', CONSTRAINT = 'instances_open_tasks_counted';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER instances_open_tasks_counted AFTER INSERT OR UPDATE ON instances
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION baku_check_open_tasks();
