CREATE TABLE "approvals" (
	"agency_id" text NOT NULL,
	"slug" text NOT NULL,
	"number" integer NOT NULL,
	"round" integer NOT NULL,
	"position_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "approvals_agency_id_slug_number_round_position_id_person_id_pk" PRIMARY KEY("agency_id","slug","number","round","position_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"agency_id" text NOT NULL,
	"slug" text NOT NULL,
	"number" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"digest" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "readings_agency_id_slug_number_person_id_pk" PRIMARY KEY("agency_id","slug","number","person_id")
);
--> statement-breakpoint
CREATE TABLE "review_reminders" (
	"agency_id" text NOT NULL,
	"slug" text NOT NULL,
	"due_on" date NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "review_reminders_agency_id_slug_due_on_kind_pk" PRIMARY KEY("agency_id","slug","due_on","kind")
);
--> statement-breakpoint
CREATE TABLE "suggestions" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"number" integer NOT NULL,
	"changes" jsonb NOT NULL,
	"note" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"verdict" text,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "suggestions_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "suggestions_settled" CHECK (("suggestions"."verdict" is null) = ("suggestions"."settled_at" is null) and ("suggestions"."verdict" is null) = ("suggestions"."settled_by" is null))
);
--> statement-breakpoint
ALTER TABLE "agencies" ADD COLUMN "review" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "standards" ADD COLUMN "review" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "approval" jsonb;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "review_round" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_version" FOREIGN KEY ("agency_id","slug","number") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_position" FOREIGN KEY ("agency_id","position_id") REFERENCES "public"."positions"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_text" FOREIGN KEY ("agency_id","slug","number","digest") REFERENCES "public"."versions"("agency_id","slug","number","digest") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_reminders" ADD CONSTRAINT "review_reminders_standard" FOREIGN KEY ("agency_id","slug") REFERENCES "public"."standards"("agency_id","slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_version" FOREIGN KEY ("agency_id","slug","number") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "suggestions_standard" ON "suggestions" USING btree ("agency_id","slug","at");--> statement-breakpoint
CREATE TRIGGER approvals_append_only BEFORE UPDATE OR DELETE ON approvals FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER approvals_no_truncate BEFORE TRUNCATE ON approvals FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER readings_append_only BEFORE UPDATE OR DELETE ON readings FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER readings_no_truncate BEFORE TRUNCATE ON readings FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
-- Four eyes (V11): nobody approves what they wrote, and an approval is of the text and the round that it names.
CREATE FUNCTION baku_guard_approval() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_version versions%ROWTYPE;
BEGIN
  SELECT * INTO of_version FROM versions WHERE agency_id = NEW.agency_id AND slug = NEW.slug AND number = NEW.number;
  IF of_version.status <> 'in-review' OR of_version.review_round <> NEW.round OR of_version.digest <> NEW.digest THEN
    RAISE EXCEPTION 'baku: an approval is of the text in review' USING ERRCODE = 'BK001', CONSTRAINT = 'approvals_text';
  END IF;
  IF NEW.person_id = of_version.author_id OR NEW.person_id = ANY (of_version.writers) THEN
    RAISE EXCEPTION 'baku: nobody approves what they wrote' USING ERRCODE = 'BK001', CONSTRAINT = 'approvals_four_eyes';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER approvals_guard BEFORE INSERT ON approvals FOR EACH ROW EXECUTE FUNCTION baku_guard_approval();
--> statement-breakpoint
-- A version is approved when all have approved whom its rule names, none of whom wrote it.
CREATE FUNCTION baku_guard_approved() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  given text[];
  missing integer;
BEGIN
  IF NEW.status <> 'approved' OR OLD.status = 'approved' OR NEW.approval IS NULL THEN RETURN NEW; END IF;
  SELECT coalesce(array_agg(position_id), '{}') INTO given FROM approvals
    WHERE agency_id = NEW.agency_id AND slug = NEW.slug AND number = NEW.number AND round = NEW.review_round
      AND digest = NEW.digest AND person_id IS DISTINCT FROM NEW.author_id AND person_id <> ALL (NEW.writers);
  SELECT count(*) INTO missing FROM jsonb_array_elements_text(NEW.approval -> 'positions') AS named
    WHERE named <> ALL (given);
  IF missing > 0 AND NOT (NEW.approval ->> 'mode' = 'any' AND missing < jsonb_array_length(NEW.approval -> 'positions')) THEN
    RAISE EXCEPTION 'baku: a version waits for all who approve it' USING ERRCODE = 'BK001', CONSTRAINT = 'versions_approved_by_all';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER versions_approved_by_all BEFORE UPDATE ON versions FOR EACH ROW EXECUTE FUNCTION baku_guard_approved();
