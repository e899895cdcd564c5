CREATE TABLE "agencies" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"profile" jsonb NOT NULL,
	"time_zone" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"agency_id" text NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_agency_id_seq_pk" PRIMARY KEY("agency_id","seq")
);
--> statement-breakpoint
CREATE TABLE "calendar_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"agency_id" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"agency_id" text NOT NULL,
	"series_id" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "counters_agency_id_series_id_year_pk" PRIMARY KEY("agency_id","series_id","year")
);
--> statement-breakpoint
CREATE TABLE "decree_items" (
	"agency_id" text NOT NULL,
	"decree_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "decree_items_agency_id_decree_id_slug_pk" PRIMARY KEY("agency_id","decree_id","slug")
);
--> statement-breakpoint
CREATE TABLE "decrees" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"series_id" text,
	"year" integer NOT NULL,
	"seq" integer,
	"number" text NOT NULL,
	"number_key" text NOT NULL,
	"origin" text NOT NULL,
	"about" text NOT NULL,
	"signed_on" date NOT NULL,
	"effective_on" date NOT NULL,
	"signatory" jsonb NOT NULL,
	"status" text DEFAULT 'in-force' NOT NULL,
	"revoked_reason" text,
	"published_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decrees_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "decrees_number" UNIQUE("agency_id","year","number_key"),
	CONSTRAINT "decrees_seq" UNIQUE("agency_id","series_id","year","seq")
);
--> statement-breakpoint
CREATE TABLE "draft_conflicts" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"number" integer NOT NULL,
	"based_on_revision" integer NOT NULL,
	"body" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_conflicts_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"agency_id" text NOT NULL,
	"instance_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"type" text NOT NULL,
	"body" jsonb NOT NULL,
	"data" jsonb,
	"data_salt" text,
	"data_digest" text,
	"task_id" uuid,
	"command_key" text,
	"at" timestamp with time zone NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "events_agency_id_instance_id_revision_pk" PRIMARY KEY("agency_id","instance_id","revision")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"media_type" text NOT NULL,
	"name" text NOT NULL,
	"uploaded_by" uuid,
	"upload_key_hash" text,
	"instance_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "files_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"agency_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"right" text NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "grants_agency_id_person_id_right_pk" PRIMARY KEY("agency_id","person_id","right")
);
--> statement-breakpoint
CREATE TABLE "holders" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"position_id" text NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text DEFAULT 'definitive' NOT NULL,
	"basis" text,
	"from" timestamp with time zone NOT NULL,
	"until" timestamp with time zone,
	CONSTRAINT "holders_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "holders_span" CHECK ("holders"."until" is null or "holders"."until" > "holders"."from")
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"body" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "instances" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"number" bigserial NOT NULL,
	"slug" text NOT NULL,
	"version" integer NOT NULL,
	"digest" text NOT NULL,
	"status" text NOT NULL,
	"revision" integer NOT NULL,
	"state" jsonb NOT NULL,
	"head_hash" text NOT NULL,
	"ticket_hash" text,
	"title" text NOT NULL,
	"incident" boolean DEFAULT false NOT NULL,
	"open_tasks" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "instances_agency_id_id_pk" PRIMARY KEY("agency_id","id"),
	CONSTRAINT "instances_open_tasks" CHECK ("instances"."open_tasks" >= 0),
	CONSTRAINT "instances_token" CHECK (("instances"."status" = 'running') = ("instances"."open_tasks" > 0 or "instances"."incident"))
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"person_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"nip" text,
	"rank" text,
	"email" text,
	"phone" text,
	"password_hash" text,
	"operator" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"agency_id" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"unit" text,
	"superior_id" text,
	"signs" boolean DEFAULT false NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "positions_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "rate_limits" (
	"key" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "rate_limits_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "series" (
	"agency_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"pattern" text NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "series_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standards" (
	"agency_id" text NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"search" "tsvector",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "standards_agency_id_slug_pk" PRIMARY KEY("agency_id","slug")
);
--> statement-breakpoint
CREATE TABLE "task_candidates" (
	"agency_id" text NOT NULL,
	"task_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"position_id" text,
	"person_id" uuid,
	"applicant" boolean DEFAULT false NOT NULL,
	CONSTRAINT "task_candidates_agency_id_task_id_ordinal_pk" PRIMARY KEY("agency_id","task_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "task_drafts" (
	"agency_id" text NOT NULL,
	"task_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"values" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "task_drafts_agency_id_task_id_person_id_pk" PRIMARY KEY("agency_id","task_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"instance_id" uuid NOT NULL,
	"node" text NOT NULL,
	"title" text NOT NULL,
	"round" integer NOT NULL,
	"status" text NOT NULL,
	"claimed_by" uuid,
	"excluded" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"completed_by" uuid,
	"outcome" text,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "tasks_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "version_acts" (
	"agency_id" text NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"number" integer NOT NULL,
	"act" text NOT NULL,
	"person_id" uuid,
	"note" text,
	"digest" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "version_acts_agency_id_id_pk" PRIMARY KEY("agency_id","id")
);
--> statement-breakpoint
CREATE TABLE "versions" (
	"agency_id" text NOT NULL,
	"slug" text NOT NULL,
	"number" integer NOT NULL,
	"status" text NOT NULL,
	"body" text NOT NULL,
	"digest" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"based_on" integer,
	"author_id" uuid,
	"updated_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"decree_id" uuid,
	"superseded_by" integer,
	CONSTRAINT "versions_agency_id_slug_number_pk" PRIMARY KEY("agency_id","slug","number")
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendars" ADD CONSTRAINT "calendars_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counters" ADD CONSTRAINT "counters_agency_id_series_id_series_agency_id_id_fk" FOREIGN KEY ("agency_id","series_id") REFERENCES "public"."series"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decree_items" ADD CONSTRAINT "decree_items_agency_id_decree_id_decrees_agency_id_id_fk" FOREIGN KEY ("agency_id","decree_id") REFERENCES "public"."decrees"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decree_items" ADD CONSTRAINT "decree_items_agency_id_slug_version_versions_agency_id_slug_number_fk" FOREIGN KEY ("agency_id","slug","version") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decrees" ADD CONSTRAINT "decrees_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_conflicts" ADD CONSTRAINT "draft_conflicts_agency_id_slug_number_versions_agency_id_slug_number_fk" FOREIGN KEY ("agency_id","slug","number") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holders" ADD CONSTRAINT "holders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holders" ADD CONSTRAINT "holders_agency_id_position_id_positions_agency_id_id_fk" FOREIGN KEY ("agency_id","position_id") REFERENCES "public"."positions"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instances" ADD CONSTRAINT "instances_agency_id_slug_version_versions_agency_id_slug_number_fk" FOREIGN KEY ("agency_id","slug","version") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_agency_id_superior_id_positions_agency_id_id_fk" FOREIGN KEY ("agency_id","superior_id") REFERENCES "public"."positions"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series" ADD CONSTRAINT "series_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standards" ADD CONSTRAINT "standards_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_agency_id_instance_id_instances_agency_id_id_fk" FOREIGN KEY ("agency_id","instance_id") REFERENCES "public"."instances"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "versions" ADD CONSTRAINT "versions_agency_id_slug_standards_agency_id_slug_fk" FOREIGN KEY ("agency_id","slug") REFERENCES "public"."standards"("agency_id","slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_tokens_person" ON "api_tokens" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "events_task_completed_once" ON "events" USING btree ("agency_id","task_id") WHERE type = 'TaskCompleted';--> statement-breakpoint
CREATE UNIQUE INDEX "events_command_once" ON "events" USING btree ("agency_id","instance_id","command_key") WHERE command_key is not null;--> statement-breakpoint
CREATE INDEX "files_instance" ON "files" USING btree ("agency_id","instance_id");--> statement-breakpoint
CREATE INDEX "grants_person" ON "grants" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "holders_person" ON "holders" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "holders_position" ON "holders" USING btree ("agency_id","position_id");--> statement-breakpoint
CREATE UNIQUE INDEX "instances_ticket" ON "instances" USING btree ("ticket_hash");--> statement-breakpoint
CREATE INDEX "instances_running" ON "instances" USING btree ("agency_id","status","started_at");--> statement-breakpoint
CREATE INDEX "instances_started" ON "instances" USING btree ("agency_id","started_at","id");--> statement-breakpoint
CREATE INDEX "instances_standard" ON "instances" USING btree ("agency_id","slug","version");--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "standards_search" ON "standards" USING gin ("search");--> statement-breakpoint
CREATE INDEX "task_candidates_position" ON "task_candidates" USING btree ("agency_id","position_id");--> statement-breakpoint
CREATE INDEX "task_candidates_person" ON "task_candidates" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "tasks_open" ON "tasks" USING btree ("agency_id","due_at") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "tasks_instance" ON "tasks" USING btree ("agency_id","instance_id");--> statement-breakpoint
CREATE INDEX "tasks_completed_by" ON "tasks" USING btree ("completed_by","closed_at");--> statement-breakpoint
CREATE INDEX "version_acts_version" ON "version_acts" USING btree ("agency_id","slug","number");--> statement-breakpoint
CREATE UNIQUE INDEX "versions_one_draft" ON "versions" USING btree ("agency_id","slug") WHERE status in ('draft', 'in-review');--> statement-breakpoint
CREATE UNIQUE INDEX "versions_one_approved" ON "versions" USING btree ("agency_id","slug") WHERE status = 'approved';--> statement-breakpoint
CREATE UNIQUE INDEX "versions_one_published" ON "versions" USING btree ("agency_id","slug") WHERE status = 'published';