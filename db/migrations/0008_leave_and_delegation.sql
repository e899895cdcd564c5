CREATE TABLE "absences" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note" text,
	"from" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "absences_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "absences_span" CHECK ("absences"."until" > "absences"."from"),
	CONSTRAINT "absences_ended" CHECK (("absences"."ended_at" is null) = ("absences"."ended_by" is null))
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"lender_id" uuid NOT NULL,
	"delegate_id" uuid NOT NULL,
	"position_id" text,
	"basis" text NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"ended_by" uuid,
	"ended_at" timestamp with time zone,
	CONSTRAINT "delegations_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "delegations_span" CHECK ("delegations"."until" > "delegations"."from"),
	CONSTRAINT "delegations_two_people" CHECK ("delegations"."lender_id" <> "delegations"."delegate_id"),
	CONSTRAINT "delegations_ended" CHECK (("delegations"."ended_at" is null) = ("delegations"."ended_by" is null))
);
--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_lender_id_people_id_fk" FOREIGN KEY ("lender_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_delegate_id_people_id_fk" FOREIGN KEY ("delegate_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_agency_id_position_id_positions_agency_id_id_fk" FOREIGN KEY ("agency_id","position_id") REFERENCES "public"."positions"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_person" ON "absences" USING btree ("agency_id","person_id","until");--> statement-breakpoint
CREATE INDEX "delegations_lender" ON "delegations" USING btree ("agency_id","lender_id");--> statement-breakpoint
CREATE INDEX "delegations_delegate" ON "delegations" USING btree ("delegate_id");--> statement-breakpoint
CREATE INDEX "delegations_until" ON "delegations" USING btree ("agency_id","until");--> statement-breakpoint
-- V10: who was away and who stood in for whom is never rewritten; a span may only be ended early, and once.
CREATE FUNCTION baku_guard_span() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM baku_deny(TG_ARGV[0], 'a span is kept as it was entered, and ends early once');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER absences_kept BEFORE UPDATE ON absences FOR EACH ROW
  WHEN (OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_at > OLD.until
    OR (NEW.agency_id, NEW.id, NEW.person_id, NEW.kind, NEW.note, NEW."from", NEW.until, NEW.made_by, NEW.made_at)
      IS DISTINCT FROM (OLD.agency_id, OLD.id, OLD.person_id, OLD.kind, OLD.note, OLD."from", OLD.until, OLD.made_by, OLD.made_at))
  EXECUTE FUNCTION baku_guard_span('absences_kept');
--> statement-breakpoint
CREATE TRIGGER delegations_kept BEFORE UPDATE ON delegations FOR EACH ROW
  WHEN (OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_at > OLD.until
    OR (NEW.agency_id, NEW.id, NEW.lender_id, NEW.delegate_id, NEW.position_id, NEW.basis, NEW."from", NEW.until, NEW.made_by, NEW.made_at)
      IS DISTINCT FROM (OLD.agency_id, OLD.id, OLD.lender_id, OLD.delegate_id, OLD.position_id, OLD.basis, OLD."from", OLD.until, OLD.made_by, OLD.made_at))
  EXECUTE FUNCTION baku_guard_span('delegations_kept');
--> statement-breakpoint
CREATE TRIGGER absences_stay BEFORE DELETE ON absences FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER delegations_stay BEFORE DELETE ON delegations FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER absences_no_truncate BEFORE TRUNCATE ON absences FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER delegations_no_truncate BEFORE TRUNCATE ON delegations FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
