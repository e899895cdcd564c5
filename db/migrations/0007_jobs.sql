CREATE TABLE "notice_marks" (
	"agency_id" text NOT NULL,
	"notice_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "notice_marks_agency_id_notice_id_person_id_pk" PRIMARY KEY("agency_id","notice_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"instance_id" uuid NOT NULL,
	"task_id" uuid,
	"node" text,
	"position_id" text,
	"person_id" uuid,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "notices_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"agency_id" text NOT NULL,
	"kind" text NOT NULL,
	"wait_id" uuid NOT NULL,
	"parent_id" uuid NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone,
	CONSTRAINT "outbox_agency_id_kind_wait_id_pk" PRIMARY KEY("agency_id","kind","wait_id")
);
--> statement-breakpoint
CREATE TABLE "recounts" (
	"agency_id" text PRIMARY KEY NOT NULL,
	"changes" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"after_id" uuid,
	"counted" integer DEFAULT 0 NOT NULL,
	"moved" integer DEFAULT 0 NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "schedules" (
	"agency_id" text NOT NULL,
	"slug" text NOT NULL,
	"node" text NOT NULL,
	"version" integer NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone,
	CONSTRAINT "schedules_agency_id_slug_node_pk" PRIMARY KEY("agency_id","slug","node")
);
--> statement-breakpoint
CREATE TABLE "timers" (
	"agency_id" text NOT NULL,
	"instance_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"claimed_until" timestamp with time zone,
	CONSTRAINT "timers_agency_id_instance_id_pk" PRIMARY KEY("agency_id","instance_id")
);
--> statement-breakpoint
ALTER TABLE "instances" DROP CONSTRAINT "instances_token";--> statement-breakpoint
ALTER TABLE "instances" ADD COLUMN "waits" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "instances" ADD COLUMN "suspended" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "instances" ADD COLUMN "state_shape" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "instances" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "notice_marks" ADD CONSTRAINT "notice_marks_notice" FOREIGN KEY ("agency_id","notice_id") REFERENCES "public"."notices"("agency_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_instance" FOREIGN KEY ("agency_id","instance_id") REFERENCES "public"."instances"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_parent" FOREIGN KEY ("agency_id","parent_id") REFERENCES "public"."instances"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recounts" ADD CONSTRAINT "recounts_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "schedules" ADD CONSTRAINT "schedules_version" FOREIGN KEY ("agency_id","slug","version") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "timers" ADD CONSTRAINT "timers_instance" FOREIGN KEY ("agency_id","instance_id") REFERENCES "public"."instances"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_position" ON "notices" USING btree ("agency_id","position_id","at");--> statement-breakpoint
CREATE INDEX "notices_person" ON "notices" USING btree ("person_id","at") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "notices_at" ON "notices" USING btree ("at");--> statement-breakpoint
CREATE INDEX "outbox_at" ON "outbox" USING btree ("at");--> statement-breakpoint
CREATE INDEX "schedules_next" ON "schedules" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "timers_at" ON "timers" USING btree ("at");--> statement-breakpoint
ALTER TABLE "instances" ADD CONSTRAINT "instances_parent_known" FOREIGN KEY ("agency_id","parent_id") REFERENCES "public"."instances"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "events_deadline_once" ON "events" USING btree ("agency_id","instance_id",coalesce(body ->> 'taskId', ''),(body ->> 'act'),(body ->> 'due')) WHERE type = 'DeadlineActed';--> statement-breakpoint
CREATE INDEX "instances_parent" ON "instances" USING btree ("agency_id","parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "instances_shape" ON "instances" USING btree ("state_shape");--> statement-breakpoint
ALTER TABLE "instances" ADD CONSTRAINT "instances_waits" CHECK ("instances"."waits" >= 0);--> statement-breakpoint
ALTER TABLE "instances" ADD CONSTRAINT "instances_token" CHECK (("instances"."status" = 'running') = ("instances"."open_tasks" > 0 or "instances"."waits" > 0 or "instances"."incident"));
--> statement-breakpoint
-- V2, V7: an instance keeps who called it, and waits and stands still only together with an event.
DROP TRIGGER instances_guard ON instances;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION baku_guard_instance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.agency_id, NEW.id, NEW.slug, NEW.number, NEW.started_at, NEW.ticket_hash, NEW.parent_id)
     IS DISTINCT FROM (OLD.agency_id, OLD.id, OLD.slug, OLD.number, OLD.started_at, OLD.ticket_hash, OLD.parent_id) THEN
    PERFORM baku_deny('instances_key_kept', 'an instance keeps its id, number, ticket, standard, start and caller');
  END IF;
  PERFORM baku_deny('instances_forward', 'an instance changes only together with an event');
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER instances_guard BEFORE UPDATE ON instances FOR EACH ROW
  WHEN ((NEW.agency_id, NEW.id, NEW.slug, NEW.number, NEW.started_at, NEW.ticket_hash, NEW.parent_id)
      IS DISTINCT FROM (OLD.agency_id, OLD.id, OLD.slug, OLD.number, OLD.started_at, OLD.ticket_hash, OLD.parent_id)
    OR NEW.revision < OLD.revision
    OR (NEW.revision = OLD.revision
      AND (NEW.status, NEW.head_hash, NEW.version, NEW.digest, NEW.open_tasks, NEW.incident, NEW.ended_at, NEW.waits, NEW.suspended)
        IS DISTINCT FROM (OLD.status, OLD.head_hash, OLD.version, OLD.digest, OLD.open_tasks, OLD.incident, OLD.ended_at, OLD.waits,
          OLD.suspended)))
  EXECUTE FUNCTION baku_guard_instance();
--> statement-breakpoint
-- P7: every running instance is looked at once; from then on it says itself when it is next.
INSERT INTO timers (agency_id, instance_id, at) SELECT agency_id, id, started_at FROM instances WHERE status = 'running';
