CREATE TABLE "decree_effects" (
	"agency_id" text NOT NULL,
	"decree_id" uuid NOT NULL,
	"place" integer NOT NULL,
	"target_id" uuid NOT NULL,
	"slug" text,
	"version" integer,
	"effect" text NOT NULL,
	CONSTRAINT "decree_effects_agency_id_decree_id_place_pk" PRIMARY KEY("agency_id","decree_id","place"),
	CONSTRAINT "decree_effects_other" CHECK ("decree_effects"."target_id" <> "decree_effects"."decree_id"),
	CONSTRAINT "decree_effects_standard" CHECK (("decree_effects"."slug" is null) = ("decree_effects"."version" is null))
);
--> statement-breakpoint
CREATE TABLE "errata" (
	"agency_id" text NOT NULL,
	"decree_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"corrects" integer NOT NULL,
	"corrected_on" date NOT NULL,
	"signatory" jsonb NOT NULL,
	"corrections" jsonb NOT NULL,
	"corrected_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "errata_agency_id_slug_version_pk" PRIMARY KEY("agency_id","slug","version"),
	CONSTRAINT "errata_once" UNIQUE("agency_id","slug","corrects"),
	CONSTRAINT "errata_later" CHECK ("errata"."version" > "errata"."corrects"),
	CONSTRAINT "errata_signed" CHECK (coalesce("errata"."signatory" ->> 'name', '') <> '')
);
--> statement-breakpoint
DROP VIEW "public"."public_versions";--> statement-breakpoint
DROP INDEX "versions_seal";--> statement-breakpoint
ALTER TABLE "decree_items" DROP CONSTRAINT "decree_items_agency_id_decree_id_slug_pk";--> statement-breakpoint
ALTER TABLE "decree_items" ADD CONSTRAINT "decree_items_agency_id_decree_id_slug_version_pk" PRIMARY KEY("agency_id","decree_id","slug","version");--> statement-breakpoint
ALTER TABLE "decree_items" ADD COLUMN "place" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "decrees" ADD COLUMN "act" text DEFAULT 'set' NOT NULL;--> statement-breakpoint
ALTER TABLE "decrees" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "decrees" ADD COLUMN "text" jsonb;--> statement-breakpoint
ALTER TABLE "decrees" ADD COLUMN "in_force_at" timestamp with time zone DEFAULT now();--> statement-breakpoint
-- Items of one decree stand in the order of their titles, as they were shown until now.
ALTER TABLE "decree_items" DISABLE TRIGGER decree_items_append_only;
--> statement-breakpoint
UPDATE decree_items i SET place = o.place FROM (
  SELECT i.agency_id, i.decree_id, i.slug, row_number() OVER (PARTITION BY i.agency_id, i.decree_id ORDER BY s.title, i.slug) AS place
  FROM decree_items i JOIN standards s ON s.agency_id = i.agency_id AND s.slug = i.slug) o
WHERE o.agency_id = i.agency_id AND o.decree_id = i.decree_id AND o.slug = i.slug AND o.place <> i.place;
--> statement-breakpoint
ALTER TABLE "decree_items" ENABLE TRIGGER decree_items_append_only;
--> statement-breakpoint
UPDATE decrees SET in_force_at = created_at;
--> statement-breakpoint
ALTER TABLE "decree_effects" ADD CONSTRAINT "decree_effects_act" FOREIGN KEY ("agency_id","decree_id") REFERENCES "public"."decrees"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decree_effects" ADD CONSTRAINT "decree_effects_target" FOREIGN KEY ("agency_id","target_id") REFERENCES "public"."decrees"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decree_effects" ADD CONSTRAINT "decree_effects_version" FOREIGN KEY ("agency_id","slug","version") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "errata" ADD CONSTRAINT "errata_item" FOREIGN KEY ("agency_id","decree_id","slug","version") REFERENCES "public"."decree_items"("agency_id","decree_id","slug","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "errata" ADD CONSTRAINT "errata_corrects" FOREIGN KEY ("agency_id","decree_id","slug","corrects") REFERENCES "public"."decree_items"("agency_id","decree_id","slug","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "decree_effects_once" ON "decree_effects" USING btree ("agency_id","decree_id","target_id",coalesce(slug, ''));--> statement-breakpoint
CREATE INDEX "decree_effects_on" ON "decree_effects" USING btree ("agency_id","target_id");--> statement-breakpoint
CREATE INDEX "decree_effects_on_version" ON "decree_effects" USING btree ("agency_id","slug","version");--> statement-breakpoint
CREATE INDEX "errata_decree" ON "errata" USING btree ("agency_id","decree_id");--> statement-breakpoint
CREATE INDEX "decrees_upcoming" ON "decrees" USING btree ("agency_id","effective_on") WHERE status = 'upcoming';--> statement-breakpoint
CREATE UNIQUE INDEX "versions_one_upcoming" ON "versions" USING btree ("agency_id","slug") WHERE status = 'upcoming';--> statement-breakpoint
CREATE UNIQUE INDEX "versions_seal" ON "versions" USING btree ((substr(encode(sha256((agency_id || '/' || slug || '/' || number::text || '/' || digest)::bytea), 'hex'), 1, 20))) WHERE status in ('approved', 'upcoming', 'published', 'superseded', 'revoked', 'cancelled');--> statement-breakpoint
ALTER TABLE "decrees" ADD CONSTRAINT "decrees_effective" CHECK ("decrees"."effective_on" >= "decrees"."signed_on" or "decrees"."origin" = 'imported');--> statement-breakpoint
ALTER TABLE "decrees" ADD CONSTRAINT "decrees_signed" CHECK ("decrees"."origin" in ('imported', 'noted') or coalesce("decrees"."signatory" ->> 'name', '') <> '');--> statement-breakpoint
ALTER TABLE "decrees" ADD CONSTRAINT "decrees_begun" CHECK ("decrees"."status" in ('upcoming', 'cancelled') or "decrees"."in_force_at" is not null);--> statement-breakpoint
ALTER TABLE "decrees" ADD CONSTRAINT "decrees_not_begun" CHECK ("decrees"."status" <> 'upcoming' or "decrees"."in_force_at" is null);--> statement-breakpoint
CREATE VIEW "public"."public_versions" AS (select "agency_id", "slug", "number", "status", "body", "digest", "published_at", "decree_id", "superseded_by" from "versions" where status in ('approved', 'upcoming', 'published', 'superseded', 'revoked', 'cancelled'));
--> statement-breakpoint
-- What took the place of what, from the versions that say so.
INSERT INTO decree_effects (agency_id, decree_id, place, target_id, slug, version, effect)
SELECT o.agency_id, n.decree_id, row_number() OVER (PARTITION BY n.agency_id, n.decree_id ORDER BY o.slug, o.number), o.decree_id, o.slug,
  o.number, 'replaces'
FROM versions o JOIN versions n ON n.agency_id = o.agency_id AND n.slug = o.slug AND n.number = o.superseded_by
WHERE o.status = 'superseded' AND o.decree_id IS NOT NULL AND n.decree_id IS NOT NULL AND n.decree_id <> o.decree_id;
--> statement-breakpoint
-- A revoking act was known by a note, "number: reason". Each becomes an act of the register under its number, with the day on
-- which the note was written and no signatory; a note without a number stays the note that it is.
CREATE TEMPORARY TABLE noted ON COMMIT DROP AS
SELECT a.agency_id, a.slug, a.number AS version, v.decree_id AS target_id, a.person_id, a.at, (a.at AT TIME ZONE g.time_zone)::date AS day,
  trim(left(a.note, strpos(a.note, ': ') - 1)) AS name, substr(a.note, strpos(a.note, ': ') + 2) AS reason,
  upper(regexp_replace(normalize(left(a.note, strpos(a.note, ': ') - 1), NFKC), '\s+', '', 'g')) AS key
FROM version_acts a
JOIN versions v ON v.agency_id = a.agency_id AND v.slug = a.slug AND v.number = a.number
JOIN agencies g ON g.id = a.agency_id
WHERE a.act = 'revoked' AND v.status = 'revoked' AND v.decree_id IS NOT NULL AND strpos(a.note, ': ') > 1;
--> statement-breakpoint
INSERT INTO decrees (agency_id, id, year, number, number_key, origin, act, about, signed_on, effective_on, signatory, reason, status,
  published_by, created_at, in_force_at)
SELECT DISTINCT ON (n.agency_id, extract(year FROM n.day), n.key) n.agency_id,
  md5('noted ' || n.agency_id || '/' || extract(year FROM n.day) || '/' || n.key)::uuid, extract(year FROM n.day), n.name, n.key, 'noted',
  'revoke', 'Pencabutan Keputusan Nomor ' || d.number, n.day, n.day, '{}', n.reason, 'in-force', n.person_id, n.at, n.at
FROM noted n JOIN decrees d ON d.agency_id = n.agency_id AND d.id = n.target_id
WHERE n.key <> '' AND NOT EXISTS (
  SELECT FROM decrees k WHERE k.agency_id = n.agency_id AND k.year = extract(year FROM n.day) AND k.number_key = n.key)
ORDER BY n.agency_id, extract(year FROM n.day), n.key, n.at, n.name COLLATE "C";
--> statement-breakpoint
INSERT INTO decree_effects (agency_id, decree_id, place, target_id, slug, version, effect)
SELECT n.agency_id, k.id,
  coalesce((SELECT max(place) FROM decree_effects e WHERE e.agency_id = n.agency_id AND e.decree_id = k.id), 0)
    + row_number() OVER (PARTITION BY k.agency_id, k.id ORDER BY n.slug, n.version), n.target_id, n.slug, n.version, 'revokes'
FROM noted n JOIN decrees k ON k.agency_id = n.agency_id AND k.year = extract(year FROM n.day) AND k.number_key = n.key
WHERE k.id <> n.target_id
ON CONFLICT DO NOTHING;
--> statement-breakpoint
-- P4: a version is set under a decree, comes into force on its day, and ends with an act.
CREATE OR REPLACE FUNCTION baku_guard_version() RETURNS trigger LANGUAGE plpgsql AS $$
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
    WHEN 'approved' THEN NEW.status IN ('upcoming', 'published', 'superseded', 'withdrawn')
    WHEN 'upcoming' THEN NEW.status IN ('published', 'cancelled')
    WHEN 'published' THEN NEW.status IN ('superseded', 'revoked', 'cancelled')
    WHEN 'superseded' THEN NEW.status = 'revoked'
    ELSE false END) THEN
    RAISE EXCEPTION 'baku: a version does not go from % to %', OLD.status, NEW.status
      USING ERRCODE = 'BK001', CONSTRAINT = 'versions_life';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER versions_published_by_decree ON versions;
--> statement-breakpoint
CREATE TRIGGER versions_published_by_decree BEFORE UPDATE ON versions FOR EACH ROW
  WHEN (OLD.status = 'approved' AND NEW.status IN ('upcoming', 'published') AND NEW.decree_id IS NULL)
  EXECUTE FUNCTION baku_guard_publication();
--> statement-breakpoint
-- A version stands as its decree does, and is cancelled only by an act that names it.
CREATE FUNCTION baku_check_standing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  standing text := (SELECT status FROM decrees WHERE agency_id = NEW.agency_id AND id = NEW.decree_id);
BEGIN
  IF (NEW.status = 'upcoming' AND standing <> 'upcoming') OR (NEW.status = 'published' AND standing <> 'in-force') THEN
    PERFORM baku_deny('versions_stand_with_decree', format('a version is %s under a decree that is %s', NEW.status, standing));
  END IF;
  IF NEW.status = 'cancelled' AND NOT EXISTS (
    SELECT FROM decree_effects
    WHERE agency_id = NEW.agency_id AND slug = NEW.slug AND version = NEW.number AND effect = 'cancels') THEN
    PERFORM baku_deny('versions_cancelled_by_act', 'a version is cancelled and no act says so');
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER versions_stand_with_decree AFTER UPDATE OF status ON versions
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.decree_id IS NOT NULL AND NEW.status <> OLD.status AND NEW.status IN ('upcoming', 'published', 'cancelled'))
  EXECUTE FUNCTION baku_check_standing();
--> statement-breakpoint
-- A decree keeps all that was signed; only its standing changes, and no number is given back. Its force begins once.
CREATE OR REPLACE FUNCTION baku_guard_decree() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'baku: a decree is never deleted' USING ERRCODE = 'BK001', CONSTRAINT = 'decrees_kept';
  END IF;
  IF (NEW.agency_id, NEW.id, NEW.series_id, NEW.year, NEW.seq, NEW.number, NEW.number_key, NEW.origin, NEW.act, NEW.about, NEW.signed_on,
      NEW.effective_on, NEW.signatory, NEW.published_by, NEW.reason, NEW.text, NEW.created_at)
     IS DISTINCT FROM
     (OLD.agency_id, OLD.id, OLD.series_id, OLD.year, OLD.seq, OLD.number, OLD.number_key, OLD.origin, OLD.act, OLD.about, OLD.signed_on,
      OLD.effective_on, OLD.signatory, OLD.published_by, OLD.reason, OLD.text, OLD.created_at) THEN
    RAISE EXCEPTION 'baku: what was signed never changes' USING ERRCODE = 'BK001', CONSTRAINT = 'decrees_text_kept';
  END IF;
  IF NEW.in_force_at IS DISTINCT FROM OLD.in_force_at AND NOT (OLD.status = 'upcoming' AND NEW.status = 'in-force') THEN
    RAISE EXCEPTION 'baku: the force of a decree begins once' USING ERRCODE = 'BK001', CONSTRAINT = 'decrees_begin_once';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
DROP TRIGGER decrees_life ON decrees;
--> statement-breakpoint
CREATE TRIGGER decrees_life BEFORE UPDATE ON decrees FOR EACH ROW
  WHEN (NEW.status <> OLD.status AND NOT (
    (OLD.status = 'upcoming' AND NEW.status IN ('in-force', 'cancelled'))
    OR (OLD.status = 'in-force' AND NEW.status IN ('superseded', 'revoked', 'cancelled'))
    OR (OLD.status = 'superseded' AND NEW.status = 'revoked')))
  EXECUTE FUNCTION baku_guard_decree_life();
--> statement-breakpoint
-- Nothing stands under a decree that has ended, and nothing waits under one that is in force.
CREATE FUNCTION baku_check_settled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM versions WHERE agency_id = NEW.agency_id AND decree_id = NEW.id
      AND (status = 'upcoming' OR (status = 'published' AND NEW.status <> 'in-force'))) THEN
    PERFORM baku_deny('decrees_settled', format('a decree is %s and what stands under it is not', NEW.status));
  END IF;
  IF NEW.status = 'cancelled' AND NOT EXISTS (
    SELECT FROM decree_effects WHERE agency_id = NEW.agency_id AND target_id = NEW.id AND effect = 'cancels') THEN
    PERFORM baku_deny('decrees_cancelled_by_act', 'a decree is cancelled and no act says so');
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER decrees_settled AFTER UPDATE OF status ON decrees
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status <> OLD.status) EXECUTE FUNCTION baku_check_settled();
--> statement-breakpoint
-- The lampiran of a decree are those of its signing, each standard in its own place; later comes only what corrects one.
CREATE FUNCTION baku_guard_item() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  act record;
BEGIN
  SELECT d.act, d.created_at INTO act FROM decrees d WHERE d.agency_id = NEW.agency_id AND d.id = NEW.decree_id;
  IF act.act NOT IN ('set', 'amend') THEN
    PERFORM baku_deny('decree_items_of_setting', format('an act of kind %s sets no standard', act.act));
  END IF;
  IF EXISTS (SELECT FROM decree_items WHERE agency_id = NEW.agency_id AND decree_id = NEW.decree_id
      AND (slug = NEW.slug) <> (place = NEW.place)) THEN
    PERFORM baku_deny('decree_items_places', 'each standard of a decree has its own lampiran');
  END IF;
  IF act.created_at <> now() AND NOT EXISTS (
    SELECT FROM decree_items WHERE agency_id = NEW.agency_id AND decree_id = NEW.decree_id AND slug = NEW.slug) THEN
    PERFORM baku_deny('decree_items_signed', 'a decree gets no other standard after its signing');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decree_items_guard BEFORE INSERT ON decree_items FOR EACH ROW EXECUTE FUNCTION baku_guard_item();
--> statement-breakpoint
CREATE FUNCTION baku_check_correction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM decree_items WHERE agency_id = NEW.agency_id AND decree_id = NEW.decree_id AND slug = NEW.slug AND version < NEW.version)
    AND NOT EXISTS (
    SELECT FROM errata WHERE agency_id = NEW.agency_id AND decree_id = NEW.decree_id AND slug = NEW.slug AND version = NEW.version) THEN
    PERFORM baku_deny('decree_items_corrected', 'a second text of a standard under one decree is a correction');
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER decree_items_corrected AFTER INSERT ON decree_items
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION baku_check_correction();
--> statement-breakpoint
-- An act does what acts of its kind do, and all of it was signed.
CREATE FUNCTION baku_guard_effect() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  act record;
BEGIN
  SELECT d.act, d.created_at INTO act FROM decrees d WHERE d.agency_id = NEW.agency_id AND d.id = NEW.decree_id;
  IF NOT (CASE act.act
    WHEN 'set' THEN NEW.effect IN ('replaces', 'revokes')
    WHEN 'amend' THEN NEW.effect = 'amends'
    WHEN 'revoke' THEN NEW.effect = 'revokes'
    WHEN 'cancel' THEN NEW.effect = 'cancels'
    ELSE false END) THEN
    PERFORM baku_deny('decree_effects_of_act', format('an act of kind %s never %s', act.act, NEW.effect));
  END IF;
  IF act.created_at <> now() THEN
    PERFORM baku_deny('decree_effects_signed', 'an act does nothing more than what was signed');
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER decree_effects_guard BEFORE INSERT ON decree_effects FOR EACH ROW EXECUTE FUNCTION baku_guard_effect();
--> statement-breakpoint
CREATE TRIGGER decree_effects_append_only BEFORE UPDATE OR DELETE ON decree_effects FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER decree_effects_no_truncate BEFORE TRUNCATE ON decree_effects FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER errata_append_only BEFORE UPDATE OR DELETE ON errata FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER errata_no_truncate BEFORE TRUNCATE ON errata FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
