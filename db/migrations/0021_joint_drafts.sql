CREATE TABLE "draft_batches" (
	"agency_id" text NOT NULL,
	"slug" text NOT NULL,
	"number" integer NOT NULL,
	"id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"changes" jsonb NOT NULL,
	"clashes" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "draft_batches_agency_id_slug_number_id_pk" PRIMARY KEY("agency_id","slug","number","id")
);
--> statement-breakpoint
CREATE TABLE "draft_presence" (
	"agency_id" text NOT NULL,
	"slug" text NOT NULL,
	"number" integer NOT NULL,
	"window_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"step" text,
	"step_since" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_presence_agency_id_slug_number_window_id_pk" PRIMARY KEY("agency_id","slug","number","window_id")
);
--> statement-breakpoint
ALTER TABLE "draft_batches" ADD CONSTRAINT "draft_batches_version" FOREIGN KEY ("agency_id","slug","number") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_presence" ADD CONSTRAINT "draft_presence_version" FOREIGN KEY ("agency_id","slug","number") REFERENCES "public"."versions"("agency_id","slug","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_batches_since" ON "draft_batches" USING btree ("agency_id","slug","number","revision");--> statement-breakpoint
CREATE INDEX "draft_batches_at" ON "draft_batches" USING btree ("at");--> statement-breakpoint
CREATE INDEX "draft_presence_seen" ON "draft_presence" USING btree ("seen_at");--> statement-breakpoint
CREATE TRIGGER draft_batches_unchanged BEFORE UPDATE ON draft_batches FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER draft_batches_no_truncate BEFORE TRUNCATE ON draft_batches FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
