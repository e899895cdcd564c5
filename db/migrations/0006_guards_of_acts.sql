-- The second part of what no bug in the program may break. SQLSTATE BK001; the constraint's name says which rule.
CREATE FUNCTION baku_deny(rule text, why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'baku: %', why USING ERRCODE = 'BK001', CONSTRAINT = rule;
END $$;
--> statement-breakpoint
-- V1: a task is closed once, and what closed it stays; it never moves to another instance.
CREATE FUNCTION baku_guard_task() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'open' THEN PERFORM baku_deny('tasks_key_kept', 'a task keeps its id and its instance'); END IF;
  IF NEW IS DISTINCT FROM OLD THEN PERFORM baku_deny('tasks_closed_once', 'a closed task never changes'); END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER tasks_guard BEFORE UPDATE ON tasks FOR EACH ROW
  WHEN (OLD.status <> 'open' OR (NEW.agency_id, NEW.id, NEW.instance_id, NEW.instance_started_at)
    IS DISTINCT FROM (OLD.agency_id, OLD.id, OLD.instance_id, OLD.instance_started_at))
  EXECUTE FUNCTION baku_guard_task();
--> statement-breakpoint
CREATE TRIGGER tasks_kept BEFORE DELETE ON tasks FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER tasks_no_truncate BEFORE TRUNCATE ON tasks FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
-- V1: a completed task has the event that completed it, with the same outcome by the same person.
CREATE FUNCTION baku_check_completion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM events WHERE agency_id = NEW.agency_id AND task_id = NEW.id AND type = 'TaskCompleted'
      AND instance_id = NEW.instance_id AND body ->> 'outcome' IS NOT DISTINCT FROM NEW.outcome
      AND (body #>> '{by,personId}')::uuid IS NOT DISTINCT FROM NEW.completed_by) THEN
    PERFORM baku_deny('tasks_completion_recorded', format('task %s is completed as no event says', NEW.id));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER tasks_completion_recorded AFTER INSERT OR UPDATE OF status ON tasks
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status = 'completed') EXECUTE FUNCTION baku_check_completion();
--> statement-breakpoint
-- V2, V3, P11: events follow each other without a gap and lead to where their instance stands; what they complete is
-- completed. So the instance and its tasks are written before their events, or in the same statement.
CREATE FUNCTION baku_check_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (
      SELECT agency_id, instance_id, min(revision) AS first, max(revision) AS last, count(*) AS many FROM written GROUP BY 1, 2) w
    LEFT JOIN instances i ON i.agency_id = w.agency_id AND i.id = w.instance_id
    WHERE i.revision IS DISTINCT FROM w.last OR w.many <> w.last - w.first + 1 OR w.first < 1
      OR (w.first > 1 AND NOT EXISTS (
        SELECT FROM events e WHERE e.agency_id = w.agency_id AND e.instance_id = w.instance_id AND e.revision = w.first - 1))) THEN
    PERFORM baku_deny('events_in_order', 'events follow each other up to where their instance stands');
  END IF;
  IF EXISTS (
    SELECT FROM written w LEFT JOIN tasks t ON t.agency_id = w.agency_id AND t.id = w.task_id
    WHERE w.type = 'TaskCompleted' AND (t.status, t.instance_id) IS DISTINCT FROM ('completed', w.instance_id)) THEN
    PERFORM baku_deny('events_complete_tasks', 'an event completes a task that is not completed');
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER events_in_order AFTER INSERT ON events REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION baku_check_written();
--> statement-breakpoint
-- V2, V7: an instance keeps what it is, goes forward only, and changes its standing only together with an event.
CREATE FUNCTION baku_guard_instance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.agency_id, NEW.id, NEW.slug, NEW.number, NEW.started_at, NEW.ticket_hash)
     IS DISTINCT FROM (OLD.agency_id, OLD.id, OLD.slug, OLD.number, OLD.started_at, OLD.ticket_hash) THEN
    PERFORM baku_deny('instances_key_kept', 'an instance keeps its id, number, ticket, standard and start');
  END IF;
  PERFORM baku_deny('instances_forward', 'an instance changes only together with an event');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER instances_guard BEFORE UPDATE ON instances FOR EACH ROW
  WHEN ((NEW.agency_id, NEW.id, NEW.slug, NEW.number, NEW.started_at, NEW.ticket_hash)
      IS DISTINCT FROM (OLD.agency_id, OLD.id, OLD.slug, OLD.number, OLD.started_at, OLD.ticket_hash)
    OR NEW.revision < OLD.revision
    OR (NEW.revision = OLD.revision
      AND (NEW.status, NEW.head_hash, NEW.version, NEW.digest, NEW.open_tasks, NEW.incident, NEW.ended_at)
        IS DISTINCT FROM (OLD.status, OLD.head_hash, OLD.version, OLD.digest, OLD.open_tasks, OLD.incident, OLD.ended_at)))
  EXECUTE FUNCTION baku_guard_instance();
--> statement-breakpoint
CREATE TRIGGER instances_kept BEFORE DELETE ON instances FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER instances_no_truncate BEFORE TRUNCATE ON instances FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
-- P2, P3: when a transaction ends, an instance counts exactly its open tasks and stands where its latest event left it.
DROP TRIGGER instances_open_tasks_counted ON instances;
--> statement-breakpoint
DROP FUNCTION baku_check_open_tasks();
--> statement-breakpoint
CREATE FUNCTION baku_check_instance() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stored record;
BEGIN
  SELECT i.open_tasks, i.revision, i.head_hash, e.revision AS last, e.hash,
    (SELECT count(*) FROM tasks t WHERE t.agency_id = i.agency_id AND t.instance_id = i.id AND t.status = 'open') AS counted
  INTO stored
  FROM instances i
  LEFT JOIN LATERAL (
    SELECT revision, hash FROM events WHERE agency_id = i.agency_id AND instance_id = i.id ORDER BY revision DESC LIMIT 1) e ON true
  WHERE i.agency_id = NEW.agency_id AND i.id = NEW.id;
  IF stored.counted IS DISTINCT FROM stored.open_tasks THEN
    PERFORM baku_deny('instances_open_tasks_counted',
      format('instance %s says %s open tasks and has %s', NEW.id, stored.open_tasks, stored.counted));
  END IF;
  IF (stored.revision, stored.head_hash) IS DISTINCT FROM (stored.last, stored.hash) THEN
    PERFORM baku_deny('instances_recorded', format('instance %s does not stand where its latest event left it', NEW.id));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER instances_recorded AFTER INSERT OR UPDATE ON instances
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION baku_check_instance();
--> statement-breakpoint
-- P3, P6: what has ended goes on only by an event that reopens it; another version comes only by an event that moves it.
CREATE FUNCTION baku_check_moved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  types text[] := ARRAY(
    SELECT type FROM events
    WHERE agency_id = NEW.agency_id AND instance_id = NEW.id AND revision > OLD.revision AND revision <= NEW.revision);
BEGIN
  IF OLD.status <> 'running' AND NEW.status <> OLD.status AND NOT 'Reopened' = ANY (types) THEN
    PERFORM baku_deny('instances_reopened_by_event', format('instance %s had ended and no event reopens it', NEW.id));
  END IF;
  IF (NEW.version, NEW.digest) IS DISTINCT FROM (OLD.version, OLD.digest) AND NOT types && ARRAY['Migrated', 'MigrationUndone'] THEN
    PERFORM baku_deny('instances_moved_by_event', format('instance %s was moved and no event says so', NEW.id));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER instances_moved_by_event AFTER UPDATE ON instances
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN ((OLD.status <> 'running' AND NEW.status <> OLD.status) OR (NEW.version, NEW.digest) IS DISTINCT FROM (OLD.version, OLD.digest))
  EXECUTE FUNCTION baku_check_moved();
--> statement-breakpoint
-- P4, V6: what was approved is published, and only under a decree.
CREATE FUNCTION baku_guard_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM baku_deny('versions_published_by_decree', 'an approved version is published by a decree');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER versions_published_by_decree BEFORE UPDATE ON versions FOR EACH ROW
  WHEN (OLD.status = 'approved' AND NEW.status = 'published' AND NEW.decree_id IS NULL)
  EXECUTE FUNCTION baku_guard_publication();
--> statement-breakpoint
CREATE FUNCTION baku_check_decree_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM decree_items
    WHERE agency_id = NEW.agency_id AND decree_id = NEW.decree_id AND slug = NEW.slug AND version = NEW.number) THEN
    PERFORM baku_deny('versions_named_by_decree', 'a version stands under a decree that does not name it');
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER versions_named_by_decree AFTER INSERT OR UPDATE OF decree_id ON versions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.decree_id IS NOT NULL) EXECUTE FUNCTION baku_check_decree_item();
--> statement-breakpoint
CREATE TRIGGER versions_no_truncate BEFORE TRUNCATE ON versions FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER decree_items_no_truncate BEFORE TRUNCATE ON decree_items FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER decrees_no_truncate BEFORE TRUNCATE ON decrees FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER counters_no_truncate BEFORE TRUNCATE ON counters FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
-- V5: a number of a series is the one that its counter has just given, and never of an earlier date than the one before.
-- What another office or an earlier time has numbered is entered as it is, up to where the counter stands.
CREATE FUNCTION baku_guard_number() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  given integer;
BEGIN
  SELECT last INTO given FROM counters
  WHERE agency_id = NEW.agency_id AND series_id = NEW.series_id AND year = NEW.year FOR UPDATE;
  IF given IS NULL OR NEW.seq > given OR (NEW.origin = 'series' AND NEW.seq <> given) THEN
    PERFORM baku_deny('decrees_number_given', format('number %s of series %s was not given', NEW.seq, NEW.series_id));
  END IF;
  IF NEW.origin = 'series' AND EXISTS (
    SELECT FROM decrees
    WHERE agency_id = NEW.agency_id AND series_id = NEW.series_id AND year = NEW.year AND signed_on > NEW.signed_on) THEN
    PERFORM baku_deny('decrees_in_order', 'a number is not of an earlier date than the one before it');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decrees_number_given BEFORE INSERT ON decrees FOR EACH ROW WHEN (NEW.seq IS NOT NULL)
  EXECUTE FUNCTION baku_guard_number();
--> statement-breakpoint
CREATE FUNCTION baku_guard_decree_life() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM baku_deny('decrees_life', format('a decree does not go from %s to %s', OLD.status, NEW.status));
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decrees_life BEFORE UPDATE ON decrees FOR EACH ROW
  WHEN (NEW.status <> OLD.status AND NOT (OLD.status = 'in-force' OR (OLD.status = 'superseded' AND NEW.status = 'revoked')))
  EXECUTE FUNCTION baku_guard_decree_life();
--> statement-breakpoint
-- P5: no number is taken for nothing.
CREATE FUNCTION baku_check_number_used() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM counters c
    JOIN decrees d ON d.agency_id = c.agency_id AND d.series_id = c.series_id AND d.year = c.year AND d.seq = c.last
    WHERE c.agency_id = NEW.agency_id AND c.series_id = NEW.series_id AND c.year = NEW.year) THEN
    PERFORM baku_deny('counters_number_used', format('number %s of series %s was taken and no decree bears it', NEW.last, NEW.series_id));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER counters_number_used AFTER INSERT OR UPDATE ON counters
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.last <> 0) EXECUTE FUNCTION baku_check_number_used();
--> statement-breakpoint
-- V10: who held what, in which way and from when is never rewritten; a span may only be given another end.
CREATE FUNCTION baku_guard_holder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM baku_deny('holders_kept', 'an appointment keeps its person, position, kind, letter and beginning');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER holders_kept BEFORE UPDATE ON holders FOR EACH ROW
  WHEN ((NEW.agency_id, NEW.id, NEW.position_id, NEW.person_id, NEW.kind, NEW.basis, NEW."from")
    IS DISTINCT FROM (OLD.agency_id, OLD.id, OLD.position_id, OLD.person_id, OLD.kind, OLD.basis, OLD."from"))
  EXECUTE FUNCTION baku_guard_holder();
--> statement-breakpoint
CREATE TRIGGER holders_no_truncate BEFORE TRUNCATE ON holders FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
-- V12: a person stays as long as anything could name them; accounts are closed, not deleted.
CREATE TRIGGER people_kept BEFORE DELETE ON people FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER people_id_kept BEFORE UPDATE ON people FOR EACH ROW WHEN (NEW.id <> OLD.id) EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER people_no_truncate BEFORE TRUNCATE ON people FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
-- V13: acts follow each other without a gap, each under its hash.
CREATE FUNCTION baku_guard_act() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.hash !~ '^[0-9a-f]{64}$' THEN PERFORM baku_deny('audit_hashed', 'an act stands under its hash'); END IF;
  IF NEW.seq <> coalesce((SELECT max(seq) FROM audit WHERE agency_id = NEW.agency_id), 0) + 1 THEN
    PERFORM baku_deny('audit_in_order', 'acts of an agency follow each other');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_in_order BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION baku_guard_act();
