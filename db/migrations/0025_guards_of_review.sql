-- Shared parts keep every text that they had, and what was said, suggested, kept and recorded of drafts stays as it was.
CREATE TRIGGER agency_blocks_append_only BEFORE UPDATE OR DELETE ON agency_blocks FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER agency_blocks_no_truncate BEFORE TRUNCATE ON agency_blocks FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER draft_snapshots_unchanged BEFORE UPDATE ON draft_snapshots FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER draft_snapshots_no_truncate BEFORE TRUNCATE ON draft_snapshots FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER suggestions_kept BEFORE DELETE ON suggestions FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER suggestions_no_truncate BEFORE TRUNCATE ON suggestions FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER suggestions_settled_once BEFORE UPDATE ON suggestions FOR EACH ROW
  WHEN (OLD.verdict IS NOT NULL
    OR (NEW.agency_id, NEW.id, NEW.slug, NEW.number, NEW.changes, NEW.note, NEW.person_id, NEW.at)
      IS DISTINCT FROM (OLD.agency_id, OLD.id, OLD.slug, OLD.number, OLD.changes, OLD.note, OLD.person_id, OLD.at))
  EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER regulation_changes_kept BEFORE DELETE ON regulation_changes FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER regulation_changes_no_truncate BEFORE TRUNCATE ON regulation_changes FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER regulation_changes_withdrawn_once BEFORE UPDATE ON regulation_changes FOR EACH ROW
  WHEN (OLD.withdrawn_at IS NOT NULL
    OR (NEW.agency_id, NEW.id, NEW.issuer, NEW.number, NEW.year, NEW.about, NEW.change, NEW.by, NEW.since, NEW.source, NEW.person_id, NEW.at)
      IS DISTINCT FROM
      (OLD.agency_id, OLD.id, OLD.issuer, OLD.number, OLD.year, OLD.about, OLD.change, OLD.by, OLD.since, OLD.source, OLD.person_id, OLD.at))
  EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER comments_kept BEFORE DELETE ON comments FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER comments_no_truncate BEFORE TRUNCATE ON comments FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER comment_threads_kept BEFORE DELETE ON comment_threads FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER comment_threads_no_truncate BEFORE TRUNCATE ON comment_threads FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
-- Who is to approve is settled when a version is sent for review: what comes later takes no approver away.
CREATE TRIGGER versions_rule_kept BEFORE UPDATE ON versions FOR EACH ROW
  WHEN ((NEW.approval, NEW.review_round) IS DISTINCT FROM (OLD.approval, OLD.review_round)
    AND NOT (OLD.status = 'draft' AND NEW.status = 'in-review' AND NEW.review_round = OLD.review_round + 1))
  EXECUTE FUNCTION baku_refuse();
