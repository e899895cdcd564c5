ALTER TABLE "decrees" DROP CONSTRAINT "decrees_seq";--> statement-breakpoint
ALTER TABLE "decrees" ADD COLUMN "suffix" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "decrees" ADD COLUMN "number_reason" text;--> statement-breakpoint
ALTER TABLE "decrees" ADD CONSTRAINT "decrees_seq" UNIQUE("agency_id","series_id","year","seq","suffix");--> statement-breakpoint
ALTER TABLE "decrees" ADD CONSTRAINT "decrees_suffix" CHECK ("decrees"."suffix" ~ '^[a-z]{0,3}$' and ("decrees"."suffix" = '' or "decrees"."seq" is not null));--> statement-breakpoint
ALTER TABLE "decrees" ADD CONSTRAINT "decrees_inserted" CHECK (("decrees"."origin" = 'inserted') = ("decrees"."number_reason" is not null) and ("decrees"."origin" <> 'inserted' or ("decrees"."suffix" <> '' and "decrees"."series_id" is not null and trim("decrees"."number_reason") <> '')));--> statement-breakpoint
-- A decree keeps all that was signed and its place in the book; only its standing changes, and no number is given back.
CREATE OR REPLACE FUNCTION baku_guard_decree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'baku: a decree is never deleted' USING ERRCODE = 'BK001', CONSTRAINT = 'decrees_kept';
  END IF;
  IF (NEW.agency_id, NEW.id, NEW.series_id, NEW.year, NEW.seq, NEW.suffix, NEW.number, NEW.number_key, NEW.number_reason, NEW.origin, NEW.act,
      NEW.about, NEW.signed_on, NEW.effective_on, NEW.signatory, NEW.published_by, NEW.reason, NEW.text, NEW.created_at)
     IS DISTINCT FROM
     (OLD.agency_id, OLD.id, OLD.series_id, OLD.year, OLD.seq, OLD.suffix, OLD.number, OLD.number_key, OLD.number_reason, OLD.origin, OLD.act,
      OLD.about, OLD.signed_on, OLD.effective_on, OLD.signatory, OLD.published_by, OLD.reason, OLD.text, OLD.created_at) THEN
    RAISE EXCEPTION 'baku: what was signed never changes' USING ERRCODE = 'BK001', CONSTRAINT = 'decrees_text_kept';
  END IF;
  IF NEW.in_force_at IS DISTINCT FROM OLD.in_force_at AND NOT (OLD.status = 'upcoming' AND NEW.status = 'in-force') THEN
    RAISE EXCEPTION 'baku: the force of a decree begins once' USING ERRCODE = 'BK001', CONSTRAINT = 'decrees_begin_once';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- V5: a number of a series is the one that its counter has just given, and never of an earlier date than the one before. One
-- that is inserted stands after a serial that was given, its date between those of its neighbours. What another office or an
-- earlier time has numbered is entered as it is, up to where the counter stands.
CREATE OR REPLACE FUNCTION baku_guard_number() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  given integer;
BEGIN
  SELECT last INTO given FROM counters
  WHERE agency_id = NEW.agency_id AND series_id = NEW.series_id AND year = NEW.year FOR UPDATE;
  IF given IS NULL OR NEW.seq > given OR (NEW.origin = 'series' AND (NEW.seq <> given OR NEW.suffix <> '')) THEN
    PERFORM baku_deny('decrees_number_given', format('number %s of series %s was not given', NEW.seq, NEW.series_id));
  END IF;
  IF NEW.origin = 'series' AND EXISTS (
    SELECT FROM decrees
    WHERE agency_id = NEW.agency_id AND series_id = NEW.series_id AND year = NEW.year AND signed_on > NEW.signed_on) THEN
    PERFORM baku_deny('decrees_in_order', 'a number is not of an earlier date than the one before it');
  END IF;
  IF NEW.origin = 'inserted' AND NOT EXISTS (
    SELECT FROM decrees
    WHERE agency_id = NEW.agency_id AND series_id = NEW.series_id AND year = NEW.year AND seq = NEW.seq AND suffix = '') THEN
    PERFORM baku_deny('decrees_inserted_after', format('nothing stands under number %s of series %s', NEW.seq, NEW.series_id));
  END IF;
  IF NEW.origin = 'inserted' AND EXISTS (
    SELECT FROM decrees
    WHERE agency_id = NEW.agency_id AND series_id = NEW.series_id AND year = NEW.year AND origin <> 'imported' AND CASE
      WHEN (seq, suffix COLLATE "C") < (NEW.seq, NEW.suffix COLLATE "C") THEN signed_on > NEW.signed_on
      ELSE signed_on < NEW.signed_on END) THEN
    PERFORM baku_deny('decrees_in_order', 'an inserted number is dated between its neighbours');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- P5: a counter goes up by one and never back; further only to a number that was imported.
CREATE OR REPLACE FUNCTION baku_guard_counter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'baku: a counter is never deleted' USING ERRCODE = 'BK001', CONSTRAINT = 'counters_kept';
  END IF;
  IF (NEW.agency_id, NEW.series_id, NEW.year) IS DISTINCT FROM (OLD.agency_id, OLD.series_id, OLD.year) OR NEW.last <= OLD.last THEN
    RAISE EXCEPTION 'baku: a counter goes up' USING ERRCODE = 'BK001', CONSTRAINT = 'counters_by_one';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION baku_check_number_used() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM counters c
    JOIN decrees d ON d.agency_id = c.agency_id AND d.series_id = c.series_id AND d.year = c.year AND d.seq = c.last
    WHERE c.agency_id = NEW.agency_id AND c.series_id = NEW.series_id AND c.year = NEW.year) THEN
    PERFORM baku_deny('counters_number_used', format('number %s of series %s was taken and no decree bears it', NEW.last, NEW.series_id));
  END IF;
  IF NEW.last > 1 AND (TG_OP = 'INSERT' OR NEW.last > OLD.last + 1) AND NOT EXISTS (
    SELECT FROM decrees
    WHERE agency_id = NEW.agency_id AND series_id = NEW.series_id AND year = NEW.year AND seq = NEW.last AND origin = 'imported') THEN
    PERFORM baku_deny('counters_by_one', format('series %s passed over numbers', NEW.series_id));
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Nothing stands under a decree that has ended, and nothing waits under one that is in force. An entry of the book that sets
-- nothing is cancelled with a reason; everything else by an act.
CREATE OR REPLACE FUNCTION baku_check_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM versions WHERE agency_id = NEW.agency_id AND decree_id = NEW.id
      AND (status = 'upcoming' OR (status = 'published' AND NEW.status <> 'in-force'))) THEN
    PERFORM baku_deny('decrees_settled', format('a decree is %s and what stands under it is not', NEW.status));
  END IF;
  IF NEW.status = 'cancelled'
    AND NOT EXISTS (SELECT FROM decree_effects WHERE agency_id = NEW.agency_id AND target_id = NEW.id AND effect = 'cancels')
    AND NOT (NEW.origin IN ('by-hand', 'imported', 'inserted') AND trim(coalesce(NEW.revoked_reason, '')) <> ''
      AND NOT EXISTS (SELECT FROM decree_items WHERE agency_id = NEW.agency_id AND decree_id = NEW.id)
      AND NOT EXISTS (SELECT FROM decree_effects WHERE agency_id = NEW.agency_id AND decree_id = NEW.id)) THEN
    PERFORM baku_deny('decrees_cancelled_by_act', 'a decree is cancelled and no act says so');
  END IF;
  RETURN NULL;
END $$;
