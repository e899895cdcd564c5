CREATE TABLE "decree_files" (
	"agency_id" text NOT NULL,
	"decree_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"media_type" text NOT NULL,
	"signatures" jsonb,
	"holds_paper" boolean,
	"provider" text,
	"by" uuid,
	"by_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "decree_files_agency_id_decree_id_number_pk" PRIMARY KEY("agency_id","decree_id","number"),
	CONSTRAINT "decree_files_sha256" CHECK ("decree_files"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "decree_files_provider" CHECK (("decree_files"."kind" = 'provider') = ("decree_files"."provider" is not null)),
	CONSTRAINT "decree_files_signatures" CHECK (("decree_files"."kind" in ('signed-elsewhere', 'provider')) = ("decree_files"."signatures" is not null))
);
--> statement-breakpoint
ALTER TABLE "decree_files" ADD CONSTRAINT "decree_files_decree" FOREIGN KEY ("agency_id","decree_id") REFERENCES "public"."decrees"("agency_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "decree_files_paper" ON "decree_files" USING btree ("agency_id","decree_id") WHERE "decree_files"."kind" = 'paper';--> statement-breakpoint
CREATE INDEX "decree_files_bytes" ON "decree_files" USING btree ("sha256");--> statement-breakpoint
-- A signed paper is replaced by a later one and never changed or taken away.
CREATE TRIGGER decree_files_append_only BEFORE UPDATE OR DELETE ON decree_files FOR EACH ROW EXECUTE FUNCTION baku_refuse();
--> statement-breakpoint
CREATE TRIGGER decree_files_no_truncate BEFORE TRUNCATE ON decree_files FOR EACH STATEMENT EXECUTE FUNCTION baku_refuse();
