ALTER TABLE "absences" ADD COLUMN "delegation_id" uuid;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_agency_id_delegation_id_delegations_agency_id_id_fk" FOREIGN KEY ("agency_id","delegation_id") REFERENCES "public"."delegations"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was lent in the act that entered the days away: by the same hand, in the same words, to the same end.
ALTER TABLE absences DISABLE TRIGGER absences_kept;
--> statement-breakpoint
UPDATE absences a SET delegation_id = (
  SELECT d.id FROM delegations d
  WHERE d.agency_id = a.agency_id AND d.lender_id = a.person_id AND d.position_id IS NULL AND d.made_by = a.made_by
    AND d.basis = a.note AND d.until = a.until AND abs(extract(epoch FROM d.made_at - a.made_at)) < 10
  ORDER BY d.id LIMIT 1);
--> statement-breakpoint
DROP TRIGGER absences_kept ON absences;
--> statement-breakpoint
CREATE TRIGGER absences_kept BEFORE UPDATE ON absences FOR EACH ROW
  WHEN (OLD.ended_at IS NOT NULL OR NEW.ended_at IS NULL OR NEW.ended_at > OLD.until
    OR (NEW.agency_id, NEW.id, NEW.person_id, NEW.kind, NEW.note, NEW.delegation_id, NEW."from", NEW.until, NEW.made_by, NEW.made_at)
      IS DISTINCT FROM (OLD.agency_id, OLD.id, OLD.person_id, OLD.kind, OLD.note, OLD.delegation_id, OLD."from", OLD.until, OLD.made_by, OLD.made_at))
  EXECUTE FUNCTION baku_guard_span('absences_kept');
